/** Who may give the second approval that publishing and raw exports need. */
import type { Session } from "../context.ts";
import type { Town } from "../place/town.ts";

/** The right goes with the account; whether it may be used by others than coordinators is the town's setting. */
export function mayApprove(
  { mayApprove: hasRight, role }: Pick<Session, "mayApprove" | "role">,
  { service }: Pick<Town, "service">,
): boolean {
  if (!hasRight) return false;
  if (role === "coordinator") return true;
  return service.approvers === "desk" && (role === "planner" || role === "police");
}
