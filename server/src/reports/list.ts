/**
 * Reports for planners and coordinators. Squares are open at once; single points only after a reason has been given
 * in this session, and every look at them is logged.
 */
import type { ReportFilter } from "@trygg/shared/reports/filter.ts";
import type { ListInput } from "@trygg/shared/reports/marks.ts";
import { audit } from "../audit/audit.ts";
import { storePointsReason } from "../accounts/store.ts";
import type { StaffContext } from "../context.ts";
import { squaresFor } from "../measures/near.ts";
import { tallyAreas, tallySquareReasons, tallySquares } from "./columns/tally.ts";
import { logLook } from "./single/looks.ts";
import { readWindow } from "./single/window.ts";

const REASONS_PER_SQUARE = 3;

export async function listReports(context: StaffContext, input: ListInput) {
  return context.session.pointsReason === null ? listSquares(context, input) : listPoints(context, input);
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

async function listPoints(context: StaffContext, input: ListInput) {
  const { skip: _skip, count: _count, only: _only, measure: _measure, at: _at, ...filter } = input;
  const near = await squaresFor(context, filter);
  const { total } = tallyAreas(await context.columns.reports(), filter, near);
  const { all, rows } = await readWindow(context, input);
  await logLook(context, input, all);
  return { grain: "point" as const, total, all, rows };
}

/** Opens single reports for the rest of the session. */
export async function giveReason(context: StaffContext, reason: string): Promise<{ reason: string }> {
  await storePointsReason(context.db, context.session.tokenHash, reason);
  await audit(context, "reports.reason", { reason });
  return { reason };
}
