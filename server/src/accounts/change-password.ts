/** A new password, by somebody who knows the present one: every session ends but a new one. */
import type { StaffContext } from "../context.ts";
import { Refusal } from "../refusal.ts";
import { audit } from "../audit/audit.ts";
import { markDevice } from "./devices.ts";
import { hashPassword, verifyPassword } from "./password.ts";
import { requireStrong } from "./password-strength.ts";
import { openSession } from "./session.ts";
import { type Account, deleteSessionsOf, findAccountById, updateAccount } from "./store.ts";
import { countTry } from "./tries.ts";

/** `token` and `device` are for their cookies only. */
export async function changePassword(
  context: StaffContext,
  { current, next }: { current: string; next: string },
): Promise<{ token: string; device: string }> {
  const account = await requirePassword(context, current);
  requireStrong(context, next, [account.email, account.name]);
  const hashed = await hashPassword(next);
  const [changed, token] = await context.db.transaction(async (tx) => {
    await deleteSessionsOf(tx, account.id);
    return [
      await updateAccount(tx, account.id, { password: hashed }),
      await openSession({ ...context, db: tx }, account.id),
    ] as const;
  });
  context.changes.tell("accounts");
  await audit(context, "accounts.changePassword", {});
  return { token, device: markDevice(context, changed) };
}

/** The account of somebody who gives its password once more, so that an open window alone cannot take it over. */
export async function requirePassword(context: StaffContext, password: string): Promise<Account> {
  const account = await findAccountById(context.db, context.session.accountId);
  if (!account?.password)
    throw new Refusal("notAllowed", "expected an account that signs in with a password");
  const tried = await countTry(context, { email: account.id, network: "", device: "signed in" });
  if (!(await verifyPassword(password, account.password)))
    throw new Refusal("wrongCredentials", "expected the present password");
  await tried.giveBack();
  return account;
}
