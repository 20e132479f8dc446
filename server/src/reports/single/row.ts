/** A single report as it leaves the store, for those who may see it. */
import { roundDegrees } from "@trygg/shared/geo/square.ts";
import { toLngLat } from "@trygg/shared/geo/sweref.ts";
import type { ReportRow } from "@trygg/shared/reports/marks.ts";
import { binsOfMask } from "@trygg/shared/time/bins.ts";
import type { SingleReport } from "./store.ts";

export function toRow(report: SingleReport): ReportRow {
  const { east, north, bins, impact, seenOn, duplicateOf, linked, ...rest } = report;
  const { lng, lat } = toLngLat({ east, north });
  return {
    ...rest,
    at: { lng: roundDegrees(lng), lat: roundDegrees(lat) },
    when: binsOfMask(bins),
    ...(impact === null ? {} : { impact }),
    ...(seenOn === null ? {} : { seenOn }),
    ...(duplicateOf === null ? {} : { duplicateOf }),
    ...(linked.length === 0 ? {} : { linked }),
  };
}
