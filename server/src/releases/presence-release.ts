/** The weekly release of presence: area × band × week in classes of minutes, at least a week old. */
import { PATROL_COVERAGE, PATROL_COVERAGE_TABLE } from "@trygg/shared/releases/file-names.ts";
import { minuteClass, minuteRange } from "@trygg/shared/releases/rule.ts";
import { type PatrolCoverage, patrolCoverage } from "@trygg/shared/releases/schema.ts";
import { type PatrolCoverageRow, patrolCoverageRow } from "@trygg/shared/releases/tables.ts";
import { type Band, bands } from "@trygg/shared/reports/terms.ts";
import { localDate } from "@trygg/shared/time/local.ts";
import { isoWeek } from "@trygg/shared/time/week.ts";
import type { Services } from "../context.ts";
import { instantsOf } from "../patrols/period.ts";
import { selectStays } from "../patrols/store.ts";
import { outlineOf } from "../place/outline.ts";
import { type PublicFile, publicFile, publicTable } from "./files.ts";
import { type ReleaseWindow, weeksOf } from "./window.ts";

/** What a release of presence over a window tells. */
export async function tellPresenceRelease(
  services: Services,
  window: ReleaseWindow,
): Promise<PatrolCoverage> {
  const { db, town } = services;
  const { from, to } = instantsOf(services, window);
  const minutes = new Map<string, number>();
  for (const { area, hour, dark, seconds } of await selectStays(db, from, to)) {
    const cell = cellOf(area, dark ? "dark" : "day", isoWeek(localDate(hour.getTime(), town.place.timeZone)));
    minutes.set(cell, (minutes.get(cell) ?? 0) + seconds / 60);
  }
  const weeks = weeksOf(window);
  const features = [...town.areas.values()].map((area) => {
    const told = weeks.map((week) => ({
      week,
      day: minuteClass(minutes.get(cellOf(area.id, "day", week)) ?? 0),
      dark: minuteClass(minutes.get(cellOf(area.id, "dark", week)) ?? 0),
    }));
    const [latest] = told;
    return {
      type: "Feature" as const,
      id: area.id,
      geometry: outlineOf(area),
      properties: {
        area: area.id,
        name: area.name,
        day: latest?.day ?? "0",
        dark: latest?.dark ?? "0",
        weeks: told,
      },
    };
  });
  return { type: "FeatureCollection", features };
}

/** The files of that release. */
export function presenceFiles(coverage: PatrolCoverage): Promise<PublicFile[]> {
  return Promise.all([
    publicFile(PATROL_COVERAGE, "application/geo+json", patrolCoverage, coverage),
    publicTable(PATROL_COVERAGE_TABLE, patrolCoverageRow, rowsOf(coverage)),
  ]);
}

function rowsOf({ features }: PatrolCoverage): PatrolCoverageRow[] {
  return features.flatMap(({ properties: { area, name, weeks } }) =>
    weeks.flatMap(({ week, ...told }) =>
      bands.map((band) => {
        const [from, to] = minuteRange(told[band]);
        return {
          area,
          name_sv: name.sv,
          name_en: name.en,
          week,
          band,
          minutes: told[band],
          at_least: from,
          at_most: to === Infinity ? null : to,
        };
      }),
    ),
  );
}

const cellOf = (area: string, band: Band, week: string) => `${area} ${band} ${week}`;
