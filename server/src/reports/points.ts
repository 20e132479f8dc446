/** Single reports for the map of a planner or coordinator, after a reason; every look is logged. */
import { setImmediate } from "node:timers/promises";
import type { ReportFilter } from "@trygg/shared/reports/filter.ts";
import { audit } from "../audit/audit.ts";
import type { StaffContext } from "../context.ts";
import { squaresFor } from "../measures/near.ts";
import { bufferPoints, countPoints } from "./columns/points.ts";
import { requirePointsReason } from "./points-reason.ts";

/** The buffer of `points.ts` in shared. Throws a Refusal unless a reason has been given in this session. */
export async function gatherPoints(context: StaffContext, filter: ReportFilter): Promise<Buffer> {
  const reason = requirePointsReason(context.session);
  const near = await squaresFor(context, filter);
  const columns = await context.columns.reports();
  const rows = countPoints(columns, filter, near);
  // The store writes the entry down while the points are gathered; without it nothing is sent.
  const logged = audit(context, "reports.points", { reason, filter, rows });
  await setImmediate();
  const points = bufferPoints(columns, filter, near, rows);
  await logged;
  return points;
}
