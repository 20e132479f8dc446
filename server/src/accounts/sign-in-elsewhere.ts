/** Signing in through another issuer: its claims make or renew the account, and decide its role each time. */
import type { Services } from "../context.ts";
import { type Admitted, admit } from "./admit.ts";
import { readClaims } from "./claims.ts";
import type { OtherIssuer } from "./issuer.ts";
import {
  type Account,
  deleteSessionsOf,
  findAccount,
  findAccountByIdentity,
  insertAccount,
  updateAccount,
} from "./store.ts";

/** Why nobody comes in: shown as words on the page for signing in. */
export type Turned = "failed" | "noRole" | "noSecondFactor" | "disabled";

/** `query` is what the issuer sent somebody back with, `remembered` what their browser kept meanwhile. */
export async function signInElsewhere(
  services: Services,
  issuer: OtherIssuer,
  remembered: string,
  query: string,
): Promise<Admitted | Turned> {
  const claims = await issuer.finish(services.seal, remembered, query).catch(() => null);
  if (!claims) return "failed";
  const person = readClaims(claims, issuer.setting);
  if (typeof person === "string") return person;
  const { identity, email, ...told } = person;
  const account = await services.db.transaction(async (tx): Promise<Account> => {
    const known = await findAccountByIdentity(tx, identity);
    if (!known) {
      // An account that signs in here keeps its e-mail: who says the same elsewhere need not be the same person.
      const free = email !== null && !(await findAccount(tx, email));
      return insertAccount(tx, { ...told, identity, email: free ? email : null });
    }
    if (known.role !== told.role || known.mayApprove !== told.mayApprove)
      await deleteSessionsOf(tx, known.id);
    return updateAccount(tx, known.id, told);
  });
  services.changes.tell("accounts");
  return account.disabled ? "disabled" : admit(services, account, "accounts.signInElsewhere");
}
