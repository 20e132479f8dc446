/** What an administrator changes of an account: what it may do, whether it may sign in, and how it does so anew. */
import type { MadeLink, Role } from "@trygg/shared/accounts/schema.ts";
import type { Services, StaffContext } from "../context.ts";
import type { Database } from "../database/open.ts";
import { Refusal } from "../refusal.ts";
import { audit } from "../audit/audit.ts";
import { makeLink } from "./links.ts";
import {
  type Account,
  clearCredentials,
  deleteSessionsOf,
  findAccountById,
  holdActiveAdmins,
  updateAccount,
} from "./store.ts";

/** Throws `notFound`, `notAllowed` where another issuer decides, `lastAdmin`. */
export async function changeAccount(
  context: StaffContext,
  { id, role, mayApprove }: { id: string; role: Role; mayApprove: boolean },
): Promise<void> {
  await change(context, id, async (tx, account) => {
    if (account.identity !== null)
      throw new Refusal("notAllowed", "expected an account whose role is decided here");
    if (role !== "admin") await leaveAnAdmin(tx, id);
    await updateAccount(tx, id, { role, mayApprove });
  });
  await audit(context, "accounts.change", { account: id, role, mayApprove });
}

/** Disabled, it keeps its row, so that what the log names can still be told. Throws `notFound`, `lastAdmin`. */
export async function disableAccount(
  context: StaffContext,
  { id, disabled }: { id: string; disabled: boolean },
): Promise<void> {
  await change(context, id, async (tx) => {
    if (disabled) await leaveAnAdmin(tx, id);
    await updateAccount(tx, id, { disabled });
  });
  await audit(context, disabled ? "accounts.disable" : "accounts.enable", { account: id });
}

/** For somebody who has lost password or second factor: forgets both. Throws `notFound`, `notAllowed`, `lastAdmin`. */
export async function resetAccount(context: StaffContext, id: string): Promise<MadeLink> {
  const link = await resetCredentials(context, id, (tx) => leaveAnAdmin(tx, id));
  await audit(context, "accounts.reset", { account: id });
  return link;
}

/** The same from the command line, which may leave nobody: whoever runs it can make an administrator. */
export async function resetCredentials(
  services: Services,
  id: string,
  check: (tx: Database) => Promise<void> = async () => undefined,
): Promise<MadeLink> {
  await change(services, id, async (tx, account) => {
    if (account.identity !== null)
      throw new Refusal("notAllowed", "expected an account that signs in with a password");
    await check(tx);
    await clearCredentials(tx, id);
  });
  return makeLink(services, id);
}

/** Changes an account in one transaction and ends all that it has open, on every node. */
async function change(
  { db, changes }: Services,
  id: string,
  work: (tx: Database, account: Account) => Promise<void>,
): Promise<void> {
  await db.transaction(async (tx) => {
    const account = await findAccountById(tx, id);
    if (!account) throw new Refusal("notFound", "expected an account");
    await work(tx, account);
    await deleteSessionsOf(tx, id);
  });
  changes.tell("accounts");
}

async function leaveAnAdmin(tx: Database, id: string): Promise<void> {
  const admins = await holdActiveAdmins(tx);
  if (admins.includes(id) && admins.length === 1)
    throw new Refusal("lastAdmin", "expected another administrator who can sign in");
}
