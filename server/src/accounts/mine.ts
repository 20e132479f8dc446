/** Somebody's own account: what it may, how it signs in, and where it is signed in just now. */
import type { mine } from "@trygg/shared/accounts/schema.ts";
import type { z } from "zod";
import type { StaffContext } from "../context.ts";
import { Refusal } from "../refusal.ts";
import { meOf } from "./admit.ts";
import { oldest } from "./session.ts";
import { countRecoveryCodes, findAccountById, sessionsOf } from "./store.ts";

export async function readMine(context: StaffContext): Promise<z.infer<typeof mine>> {
  const { db, now, session } = context;
  const account = await findAccountById(db, session.accountId);
  if (!account) throw new Refusal("notSignedIn", "expected somebody who is signed in");
  const open = await sessionsOf(db, account.id, ...oldest(now()));
  return {
    ...meOf(context, account),
    email: account.email,
    elsewhere: account.identity !== null,
    secondFactor: account.factor !== null,
    recoveryCodes: await countRecoveryCodes(db, account.id),
    sessions: open.map(({ tokenHash, createdAt, seenAt }) => ({
      since: createdAt.toISOString(),
      seen: seenAt.toISOString(),
      current: tokenHash.equals(session.tokenHash),
    })),
  };
}
