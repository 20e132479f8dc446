/** How long police, guards and adults were at an area, by day and in the dark, in the latest released weeks. */
import { useTranslation } from "react-i18next";
import { useClassWords } from "../releases/class-words.ts";
import { FromRelease } from "../releases/from-release.tsx";
import { usePatrolCoverage } from "../releases/latest.ts";
import { FiguresTable } from "../ui/figures-table.tsx";
import { Section } from "../ui/page.tsx";
import css from "./area-page.module.css";

/** A month is enough to see whether the latest week was like others. */
const WEEKS = 4;

export function PresenceSection({ area }: { area: string }) {
  const { t } = useTranslation();
  const words = useClassWords();
  return (
    <Section title={t("layers.patrols.title")}>
      <FromRelease file={usePatrolCoverage()}>
        {({ content }) => {
          const weeks = content.features.find(({ id }) => id === area)?.properties.weeks ?? [];
          return (
            <div className={css.block}>
              <FiguresTable
                caption={t("layers.patrols.caveat")}
                corner={t("areas.page.week")}
                columns={[{ label: t("place.day") }, { label: t("place.dark") }]}
                rows={weeks.slice(0, WEEKS).map(({ week, day, dark }) => ({
                  label: week.replace(/^\d+-W0?/, ""),
                  figures: [words.minutes(day), words.minutes(dark)],
                }))}
              />
            </div>
          );
        }}
      </FromRelease>
    </Section>
  );
}
