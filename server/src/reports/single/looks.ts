/**
 * Writes looks at lists of single reports down. Who scrolls asks for window after window of one list: the first within a
 * minute is written down for all of them, with all that the filter lets through, so that the log never tells too little.
 */
import type { ListInput } from "@trygg/shared/reports/marks.ts";
import { audit } from "../../audit/audit.ts";
import type { StaffContext } from "../../context.ts";
import { requirePointsReason } from "../points-reason.ts";

const MINUTE_MS = 60_000;

/** Looks of this node that are written down, or about to be. */
const written = new Map<string, { at: number; done: Promise<void> }>();

/** Ends once the look stands in the log. Throws what the log throws. */
export async function logLook(
  context: StaffContext,
  { skip: _skip, count: _count, ...filter }: ListInput,
  rows: number,
): Promise<void> {
  const { session, now } = context;
  for (const [key, { at }] of written) if (now() - at >= MINUTE_MS) written.delete(key);
  const reason = requirePointsReason(session);
  const look = `${session.tokenHash.toString("hex")} ${JSON.stringify([reason, filter, rows])}`;
  const known = written.get(look);
  if (known) return known.done;
  const done = audit(context, "reports.points", { reason, filter, rows });
  written.set(look, { at: now(), done });
  // What could not be written down is tried again with the next window.
  done.catch(() => written.delete(look));
  return done;
}
