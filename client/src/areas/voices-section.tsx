/** What people say of an area, and beside it why people of the whole centre feel as they do. */
import { bands, feelings } from "@trygg/shared/reports/terms.ts";
import { useTranslation } from "react-i18next";
import { useNames } from "../place/town.tsx";
import { FromRelease } from "../releases/from-release.tsx";
import { usePeriodWords } from "../releases/period-words.ts";
import { useReasons, useUnsafePlaces } from "../releases/latest.ts";
import { VoicesTable } from "../releases/voices-table.tsx";
import { useLocale } from "../ui/locale.ts";
import { Section } from "../ui/page.tsx";
import css from "./area-page.module.css";
import { mostNamed } from "./most-named.ts";
import { voicesIn, voicesSentence } from "./sentences.ts";

export function VoicesSection({ area }: { area: string }) {
  const { t } = useTranslation();
  const period = usePeriodWords();
  return (
    <Section title={t("place.voices")}>
      <FromRelease file={useUnsafePlaces()}>
        {({ manifest, content }) => {
          const voices = content.features.find(({ id }) => id === area)?.properties;
          if (!voices) return <p>{t("layers.noRelease")}</p>;
          return (
            <>
              <Cause />
              <div className={css.pair}>
                <div className={css.block}>
                  <h3>{t("areas.page.here")}</h3>
                  {bands.map((band) => (
                    <p key={band}>{voicesSentence(t, band, voicesIn(band, voices))}</p>
                  ))}
                  <VoicesTable voices={voices} />
                  <p className={css.note}>
                    {period(manifest)} {t("areas.page.notCrime")}
                  </p>
                </div>
                <div className={css.block}>
                  <h3>{t("areas.page.reasons")}</h3>
                  <p className={css.note}>{t("areas.page.reasonsNote")}</p>
                  <Reasons />
                </div>
              </div>
            </>
          );
        }}
      </FromRelease>
    </Section>
  );
}

/** Causes come before places: it is they that can be changed. */
function Cause() {
  const { t } = useTranslation();
  const locale = useLocale();
  const names = useNames();
  const rows = useReasons().released?.content.rows ?? [];
  const named = mostNamed(rows.filter(({ feeling }) => feeling === "unsafe"));
  if (named.length === 0) return null;
  const reasons = new Set(named.map(({ reason }) => names.reason(reason).toLocaleLowerCase(locale)));
  return <p>{t("areas.page.cause", { reasons: new Intl.ListFormat(locale).format(reasons) })}</p>;
}

function Reasons() {
  const { t } = useTranslation();
  const names = useNames();
  return (
    <FromRelease file={useReasons()}>
      {({ content: { rows } }) => (
        <>
          <dl className={css.reasons}>
            {feelings.flatMap((feeling) =>
              bands.map((band) => {
                const named = mostNamed(rows.filter((row) => row.feeling === feeling && row.band === band));
                return (
                  <div key={`${feeling}-${band}`}>
                    <dt>{t(`areas.page.why.${feeling}.${band}`)}</dt>
                    {named.length === 0 ? <dd>{t("lagesbild.reasons.none")}</dd> : null}
                    {named.map(({ reason }) => (
                      <dd key={reason}>{names.reason(reason)}</dd>
                    ))}
                  </div>
                );
              }),
            )}
          </dl>
          <p>
            <a href="/lagesbild">{t("areas.page.allReasons")}</a>
          </p>
        </>
      )}
    </FromRelease>
  );
}
