/** What a member of staff looked at or changed: who, what and why, appended and never rewritten. */
import type { StaffContext } from "../context.ts";
import { appendEntry } from "./append.ts";
import { LOOK, noteClusteredLooks } from "./looks.ts";

/** Appends one entry. `details` must hold nothing about a single resident's report but its id and its square. */
export async function audit(
  context: StaffContext,
  action: string,
  details: Record<string, unknown>,
): Promise<void> {
  const { now, session, afterwards } = context;
  const { accountId, role } = session;
  await appendEntry(context, { at: new Date(now()), accountId, role, action, details });
  const { square } = details;
  if (action === LOOK && typeof square === "string")
    afterwards.begin(`looks ${accountId}`, () => noteClusteredLooks(context, square));
}
