/** Why single reports may be looked at, as it was given in this session. */
import type { Session } from "../context.ts";
import { Refusal } from "../refusal.ts";

/** Throws a Refusal unless a reason has been given. */
export function requirePointsReason({ pointsReason }: Session): string {
  if (pointsReason === null)
    throw new Refusal("notAllowed", "expected a reason for single reports, given in this session");
  return pointsReason;
}
