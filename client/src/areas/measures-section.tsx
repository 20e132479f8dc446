/** What is done at an area, with states and dates, and what was said before and after what is finished. */
import type { PublicMeasure } from "@trygg/shared/measures/schema.ts";
import type { ReleaseManifest } from "@trygg/shared/releases/schema.ts";
import { bands } from "@trygg/shared/reports/terms.ts";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { trpc } from "../api.ts";
import { MeasureList } from "../measures/measure-list.tsx";
import { useAllReleases, useUnsafePlacesOf } from "../releases/latest.ts";
import { Answer } from "../ui/answer.tsx";
import { useDate } from "../ui/date.ts";
import { Section } from "../ui/page.tsx";
import css from "./area-page.module.css";
import { comparisonOf } from "./comparison.ts";
import { voicesIn, voicesSentence } from "./sentences.ts";

export function MeasuresSection({ area }: { area: string }) {
  const { t } = useTranslation();
  const query = useQuery(trpc.measures.public.queryOptions());
  return (
    <Section title={t("measures.title")}>
      <Answer to={query}>
        {(all) => {
          const measures = all.filter((measure) => measure.area === area);
          return (
            <div className={css.pair}>
              <div className={css.block}>
                <MeasureList measures={measures} />
              </div>
              <BeforeAfter measures={measures} />
            </div>
          );
        }}
      </Answer>
    </Section>
  );
}

/** Of each finished measure, the figures from before and after it, as far as there are any. */
function BeforeAfter({ measures }: { measures: PublicMeasure[] }) {
  const { t } = useTranslation();
  const { data } = useAllReleases();
  const compared = measures.flatMap((measure) => {
    const comparison = data && comparisonOf(data.releases, measure);
    return comparison ? { measure, ...comparison } : [];
  });
  if (compared.length === 0) return null;
  return (
    <div className={css.block}>
      {compared.map(({ measure, before, after }) => (
        <section key={measure.id} className={css.compared}>
          <h3>{t("areas.page.beforeAfter", { title: measure.title })}</h3>
          {before && after ? (
            <>
              <Said label={t("areas.page.before")} release={before} area={measure.area} />
              <Said label={t("areas.page.after")} release={after} area={measure.area} />
              <p className={css.note}>{t("areas.page.otherCauses")}</p>
            </>
          ) : (
            <p>{t(before ? "areas.page.noAfter" : "areas.page.noBefore")}</p>
          )}
        </section>
      ))}
    </div>
  );
}

function Said({ label, release, area }: { label: string; release: ReleaseManifest; area: string }) {
  const { t } = useTranslation();
  const date = useDate();
  const { data } = useUnsafePlacesOf(release.id);
  const voices = data?.features.find(({ id }) => id === area)?.properties;
  if (!voices) return null;
  return (
    <p>
      <strong>
        {label}, {date(release.window.from)} – {date(release.window.to)}.
      </strong>{" "}
      {bands.map((band) => voicesSentence(t, band, voicesIn(band, voices))).join(" ")}
    </p>
  );
}
