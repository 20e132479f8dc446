/** Sums over reports: in all, per area, per square and per reason, for one filter. */
import type { ReportFilter } from "@trygg/shared/reports/filter.ts";
import type { Services } from "../context.ts";
import { tallyAll, tallyAreas, tallyReasons, tallySquares } from "./store.ts";

export async function summariseReports({ db }: Services, filter: ReportFilter) {
  const [total, areas, squares, reasons] = await Promise.all([
    tallyAll(db, filter),
    tallyAreas(db, filter),
    tallySquares(db, filter),
    tallyReasons(db, filter),
  ]);
  return { total, areas, squares, reasons };
}
