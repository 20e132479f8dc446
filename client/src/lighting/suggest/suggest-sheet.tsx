/** A suggestion on paper, to take to a meeting: map, light before and after, what and why, and what it cannot know. */
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { say } from "../../i18n/index.ts";
import { useNames, useToday, useTown } from "../../place/town.tsx";
import { useDate } from "../../ui/date.ts";
import { OnPaper } from "../../ui/on-paper.tsx";
import { SketchNote } from "../sketch-note.tsx";
import css from "./suggest-sheet.module.css";
import { SuggestTold, useBecauseWords } from "./suggest-told.tsx";
import { type MapPicture, useSuggestWork } from "./suggest-work.tsx";

interface Props {
  picture: MapPicture | null;
  onPrinted(): void;
}

export function SuggestSheet({ picture, onPrinted }: Props) {
  const { t, i18n } = useTranslation();
  const { place } = useTown();
  const names = useNames();
  const today = useToday();
  const date = useDate();
  const because = useBecauseWords();
  const { answer } = useSuggestWork();
  const image = useRef<HTMLImageElement>(null);
  const printed = useRef(onPrinted);
  useEffect(() => {
    // Some browsers go on at once, while the sheet is still being printed.
    const done = () => printed.current();
    const print = () => window.print();
    addEventListener("afterprint", done);
    const ready = image.current ? image.current.decode() : Promise.resolve();
    void ready.then(print, print);
    return () => removeEventListener("afterprint", done);
  }, []);
  if (!answer) return null;
  return (
    <OnPaper>
      <header className={css.head}>
        <h1>{t("suggest.sheet.title", { place: place.name })}</h1>
        <p>{t("suggest.sheet.made", { date: date(today()) })}</p>
        <SketchNote />
      </header>
      {picture ? (
        <figure className={css.map}>
          <img ref={image} src={picture.src} alt={t("suggest.sheet.map")} />
          {picture.dots.map(({ x, y }, index) => (
            <span
              key={index}
              className={css.dot}
              style={{ insetInlineStart: `${100 * x}%`, insetBlockStart: `${100 * y}%` }}
            >
              {index + 1}
            </span>
          ))}
        </figure>
      ) : null}
      <SuggestTold answer={answer} />
      <table className={css.table}>
        <caption>{t("suggest.list")}</caption>
        <thead>
          <tr>
            {(["number", "what", "why", "stays"] as const).map((column) => (
              <th key={column} scope="col">
                {t(`suggest.sheet.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {answer.chosen.map((site, index) => (
            <tr key={index}>
              <td>{index + 1}</td>
              <td>
                {say(site.name, i18n.language)}
                {site.area ? `, ${names.area(site.area)}` : ""}
                {site.lamp ? ` (${site.lamp})` : ""}
              </td>
              <td>{because(site)}</td>
              <td>
                {site.stays === null
                  ? t("suggest.sheet.notTried")
                  : t("suggest.sheet.of", { count: Math.round(site.stays * answer.runs), runs: answer.runs })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <section className={css.caveats}>
        <h2>{t("suggest.unknown.title")}</h2>
        <p>
          {t("suggest.unknown.text")} {answer.footfall ? null : t("lighting.need.noFootfall")}
        </p>
        <p>{t("suggest.unknown.stays")}</p>
      </section>
    </OnPaper>
  );
}
