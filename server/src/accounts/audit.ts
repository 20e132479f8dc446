/** The log of what staff looked at and changed: who, what and why, appended and never rewritten. */
import type { StaffContext } from "../context.ts";
import { appendAudit } from "./store.ts";

/** Appends one entry. Of a single report `details` may hold its random id and its square, and nothing that was said. */
export async function audit(
  { db, now, session }: StaffContext,
  action: string,
  details: Record<string, unknown>,
): Promise<void> {
  await appendAudit(db, {
    at: new Date(now()),
    accountId: session.accountId,
    role: session.role,
    action,
    details,
  });
}
