/**
 * One-time links with which somebody chooses a password: an invitation, a reset, or the first administrator's. The token
 * stands in the address's fragment, which no server sees; only its hash is stored. It holds for a day.
 */
import { createHash, randomBytes } from "node:crypto";
import type { MadeLink, SignedIn } from "@trygg/shared/accounts/schema.ts";
import { DAY_MS } from "@trygg/shared/time/local.ts";
import type { Services } from "../context.ts";
import { Refusal } from "../refusal.ts";
import { type Admitted, admit } from "./admit.ts";
import { hashPassword } from "./password.ts";
import { requireStrong } from "./password-strength.ts";
import {
  type Account,
  deleteLinksOf,
  deleteOldLinks,
  deleteSessionsOf,
  findAccountById,
  findLink,
  hasActiveAdmin,
  insertAccount,
  insertLink,
  takeLink,
  updateAccount,
} from "./store.ts";

/** Makes a link for an account, in the place of any before; for nobody, the first administrator's. */
export async function makeLink({ db, now }: Services, accountId: string | null): Promise<MadeLink> {
  const token = randomBytes(32).toString("base64url");
  const expiresAt = new Date(now() + DAY_MS);
  // Each node of a new store prints the first administrator's link; any of them opens.
  if (accountId) await deleteLinksOf(db, accountId);
  await insertLink(db, { tokenHash: hashToken(token), accountId, expiresAt });
  return { token, expiresAt: expiresAt.toISOString() };
}

/** Where a link leads, below the address of the site. */
export const pathOf = ({ token }: Pick<MadeLink, "token">) => `/logga-in#lank=${token}`;

/** Whose link it is. Throws `linkGone`. */
export async function readLink(
  services: Services,
  token: string,
): Promise<{ account: { email: string; name: string } | null }> {
  const account = await accountOf(services, token);
  return { account: account && { email: account.email ?? "", name: account.name } };
}

interface Chosen {
  token: string;
  password: string;
  email?: string | undefined;
  name?: string | undefined;
}

/** Gives the account its password, ends all that was open and opens a session. */
export async function openLink(services: Services, chosen: Chosen): Promise<Admitted<SignedIn>> {
  const { token, password } = chosen;
  const known = await accountOf(services, token);
  const { email, name } = known ?? chosen;
  if (!email || !name)
    throw new Refusal("invalidInput", "expected the first administrator's e-mail and name");
  requireStrong(services, password, [email, name]);
  const hashed = await hashPassword(password);
  const account = await services.db.transaction(async (tx) => {
    // Two who use one link at the same moment: one of them takes it.
    if (!(await takeLink(tx, hashToken(token), new Date(services.now())))) throw gone();
    await deleteLinksOf(tx, known?.id ?? null);
    if (!known) return insertAccount(tx, { email, name, role: "admin", mayApprove: false, password: hashed });
    await deleteSessionsOf(tx, known.id);
    return updateAccount(tx, known.id, { password: hashed });
  });
  services.changes.tell("accounts");
  return admit(services, account, "accounts.openLink");
}

/** Null for the first administrator, who has none yet. */
async function accountOf({ db, now }: Services, token: string): Promise<Account | null> {
  const link = await findLink(db, hashToken(token), new Date(now()));
  if (!link) throw gone();
  if (link.accountId === null) {
    if (await hasActiveAdmin(db)) throw gone();
    return null;
  }
  const account = await findAccountById(db, link.accountId);
  if (!account || account.disabled) throw gone();
  return account;
}

const gone = () => new Refusal("linkGone", "expected a link that is unused and not older than a day");

/** A link with which to become administrator, while a real store has none; else null. */
export async function offerFirstAdmin(services: Services): Promise<MadeLink | null> {
  if (services.demonstration || (await hasActiveAdmin(services.db))) return null;
  return makeLink(services, null);
}

/** Forgets links that have expired. */
export async function forgetOldLinks({ db, now }: Services): Promise<void> {
  await deleteOldLinks(db, new Date(now()));
}

const hashToken = (token: string) => createHash("sha256").update(token).digest();
