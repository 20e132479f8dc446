/** The release rule in three worked examples: so many voices, a random number, and what is told in the end. */
import { MIN_VOICES, voiceClass } from "@trygg/shared/releases/rule.ts";
import { useTranslation } from "react-i18next";
import { useClassWords } from "./class-words.ts";
import css from "./rule-picture.module.css";

const examples = [
  { voices: 3, noise: 1 },
  { voices: 7, noise: -1 },
  { voices: 24, noise: 2 },
];

export function RulePicture() {
  const { t } = useTranslation();
  const words = useClassWords();
  return (
    <table className={css.picture}>
      <caption className="visually-hidden">{t("releases.picture.caption")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("releases.picture.voices")}</th>
          <th scope="col">{t("releases.picture.noise")}</th>
          <th scope="col">{t("releases.picture.told")}</th>
        </tr>
      </thead>
      <tbody>
        {examples.map(({ voices, noise }) => (
          <tr key={voices}>
            <th scope="row">
              <span className={css.number}>{voices}</span>
              <span className={css.dots} aria-hidden="true">
                {Array.from({ length: voices }, (_, index) => (
                  <i key={index} />
                ))}
              </span>
            </th>
            <td>{noise < 0 ? `−${-noise}` : `+${noise}`}</td>
            <td>
              <span className={css.told}>{words.voices(voiceClass(voices + noise, MIN_VOICES))}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
