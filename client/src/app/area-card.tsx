/** What is known of one release area: what people say, what is done, presence. Only released and published figures. */
import { areaPage, reportPageFrom } from "@trygg/shared/pages.ts";
import { useQuery } from "@tanstack/react-query";
import { MapPinPlus } from "lucide-react";
import { useTranslation } from "react-i18next";
import { trpc } from "../api.ts";
import { useClock } from "../clock/use-clock.ts";
import { changeView } from "../map/use-view.ts";
import { MeasureList } from "../measures/measure-list.tsx";
import { usePatrolCoverage, useUnsafePlaces } from "../releases/latest.ts";
import { useClassWords } from "../releases/class-words.ts";
import { VoicesTable } from "../releases/voices-table.tsx";
import { ButtonLink } from "../ui/button.tsx";
import { Sheet } from "../ui/sheet.tsx";
import css from "./area-card.module.css";
import { useNames } from "../place/town.tsx";

export function AreaCard({ area, className }: { area: string; className?: string | undefined }) {
  const { t } = useTranslation();
  const names = useNames();
  const words = useClassWords();
  const { band } = useClock();
  const voices = useUnsafePlaces().released?.content.features.find(({ id }) => id === area)?.properties;
  const presence = usePatrolCoverage().released?.content.features.find(({ id }) => id === area)?.properties;
  const { data: measures } = useQuery(trpc.measures.public.queryOptions());
  const [week] = presence?.weeks ?? [];
  return (
    <Sheet title={names.area(area)} onClose={() => changeView({ selected: null })} className={className}>
      {voices ? (
        <section>
          <h3 className={css.heading}>{t("place.voices")}</h3>
          <VoicesTable voices={voices} now={band} />
        </section>
      ) : null}
      {week ? (
        <section>
          <h3 className={css.heading}>{t("place.presence", { week: week.week.replace(/^\d+-W0?/, "") })}</h3>
          <p>{t("place.presenceText", { day: words.minutes(week.day), dark: words.minutes(week.dark) })}</p>
        </section>
      ) : null}
      <section>
        <h3 className={css.heading}>{t("measures.title")}</h3>
        <MeasureList measures={(measures ?? []).filter((measure) => measure.area === area)} />
      </section>
      <div className={css.ways}>
        <ButtonLink href={reportPageFrom(area)} icon={<MapPinPlus aria-hidden="true" />}>
          {t("areas.page.report")}
        </ButtonLink>
        <a href={areaPage(area)}>{t("areas.toPage")}</a>
      </div>
    </Sheet>
  );
}
