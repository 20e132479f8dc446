/** The lamps of an area: how many burn, are broken or are put out, and where to tell of a broken one. */
import { useTranslation } from "react-i18next";
import { say } from "../i18n/index.ts";
import { useLighting } from "../lighting/use-lighting.ts";
import { useTown } from "../place/town.tsx";
import { Answer } from "../ui/answer.tsx";
import { Section } from "../ui/page.tsx";
import css from "./area-page.module.css";
import { lampsIn } from "./lamps-in.ts";

export function LightSection({ area }: { area: string }) {
  const { t, i18n } = useTranslation();
  const { place } = useTown();
  return (
    <Section title={t("layers.light.title")}>
      <Answer to={useLighting()}>
        {({ features: { features } }) => {
          const lamps = lampsIn(area, features);
          return (
            <div className={css.block}>
              {lamps.length === 0 ? <p>{t("areas.page.noLamps")}</p> : <p>{t("areas.page.lamps")}</p>}
              {lamps.length > 0 ? (
                <ul className={css.lamps}>
                  {lamps.map(({ status, count }) => (
                    <li key={status}>{t(`areas.page.lamp.${status}`, { count })}</li>
                  ))}
                </ul>
              ) : null}
              <p>
                {t("areas.page.brokenLamp")}{" "}
                <a href={place.faultReport.url} rel="noreferrer">
                  {say(place.faultReport.name, i18n.language)}
                </a>
              </p>
              <p className={css.note}>{t("areas.page.lampsNote")}</p>
            </div>
          );
        }}
      </Answer>
    </Section>
  );
}
