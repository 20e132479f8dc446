/** The weekly release of presence: area × band × week in classes of minutes, at least a week old. */
import { minuteClass } from "@trygg/shared/releases/rule.ts";
import { patrolCoverage } from "@trygg/shared/releases/schema.ts";
import type { Band } from "@trygg/shared/reports/terms.ts";
import { localDate } from "@trygg/shared/time/local.ts";
import { isoWeek } from "@trygg/shared/time/week.ts";
import type { Services } from "../context.ts";
import { instantsOf } from "../patrols/period.ts";
import { selectStays } from "../patrols/store.ts";
import { outlineOf } from "../place/outline.ts";
import { PATROL_COVERAGE } from "./file-names.ts";
import { type PublicFile, publicFile } from "./files.ts";
import { type ReleaseWindow, weeksOf } from "./window.ts";

export async function tellPresenceRelease(services: Services, window: ReleaseWindow): Promise<PublicFile[]> {
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
  return [
    await publicFile(PATROL_COVERAGE, "application/geo+json", patrolCoverage, {
      type: "FeatureCollection",
      features,
    }),
  ];
}

const cellOf = (area: string, band: Band, week: string) => `${area} ${band} ${week}`;
