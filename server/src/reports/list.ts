/**
 * Reports for planners and coordinators. Squares are open at once; single points only after a reason has been given
 * in this session, and every look at them is logged.
 */
import { toLngLat } from "@trygg/shared/geo/sweref.ts";
import { roundDegrees } from "@trygg/shared/geo/square.ts";
import type { ReportFilter } from "@trygg/shared/reports/filter.ts";
import { binsOfMask } from "@trygg/shared/time/bins.ts";
import { audit } from "../audit/audit.ts";
import { storePointsReason } from "../accounts/store.ts";
import type { StaffContext } from "../context.ts";
import { squaresFor } from "../measures/near.ts";
import { tallyAreas, tallySquareReasons, tallySquares } from "./columns/tally.ts";
import { selectReports } from "./store.ts";

/** At most this many single reports in one answer. */
export const MOST_POINTS = 5000;
const REASONS_PER_SQUARE = 3;

export async function listReports(context: StaffContext, filter: ReportFilter) {
  const { pointsReason } = context.session;
  return pointsReason === null ? listSquares(context, filter) : listPoints(context, filter, pointsReason);
}

async function listSquares(services: StaffContext, filter: ReportFilter) {
  const near = await squaresFor(services, filter);
  const columns = await services.columns.reports();
  const reasons = tallySquareReasons(columns, filter, near);
  const rows = tallySquares(columns, filter, near).map((square) => ({
    ...square,
    reasons: (reasons.get(square.square) ?? []).slice(0, REASONS_PER_SQUARE),
  }));
  return { grain: "square" as const, total: tallyAreas(columns, filter, near).total, rows };
}

async function listPoints(context: StaffContext, filter: ReportFilter, reason: string) {
  const near = await squaresFor(context, filter);
  const { total } = tallyAreas(await context.columns.reports(), filter, near);
  const found = await selectReports(context.db, filter, near, MOST_POINTS);
  await audit(context, "reports.points", { reason, filter, rows: found.length });
  const rows = found.map(({ east, north, bins, impact, ...report }) => {
    const { lng, lat } = toLngLat({ east, north });
    return {
      ...report,
      at: { lng: roundDegrees(lng), lat: roundDegrees(lat) },
      when: binsOfMask(bins),
      ...(impact === null ? {} : { impact }),
    };
  });
  return { grain: "point" as const, total, rows };
}

/** Opens single reports for the rest of the session. */
export async function giveReason(context: StaffContext, reason: string): Promise<{ reason: string }> {
  await storePointsReason(context.db, context.session.tokenHash, reason);
  await audit(context, "reports.reason", { reason });
  return { reason };
}
