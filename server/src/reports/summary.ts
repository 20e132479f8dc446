/** Sums over reports: in all, per area, per square and per reason, for one filter. */
import type { ReportFilter } from "@trygg/shared/reports/filter.ts";
import type { Services } from "../context.ts";
import { squaresFor } from "../measures/near.ts";
import { tallyAreas, tallyReasons, tallySquares } from "./columns/tally.ts";

export async function summariseReports(services: Services, filter: ReportFilter) {
  const near = await squaresFor(services, filter);
  const columns = await services.columns.reports();
  return {
    ...tallyAreas(columns, filter, near),
    squares: tallySquares(columns, filter, near),
    reasons: tallyReasons(columns, filter, near),
  };
}
