/** All accounts, for administrators. */
import type { Account } from "@trygg/shared/accounts/schema.ts";
import type { Services } from "../context.ts";
import { type Account as Row, allAccounts } from "./store.ts";

export async function listAccounts({ db }: Services): Promise<Account[]> {
  return (await allAccounts(db)).map(told);
}

const told = ({ id, email, name, role, mayApprove, disabled, password, identity, factor }: Row): Account => ({
  id,
  email,
  name,
  role,
  mayApprove,
  disabled,
  elsewhere: identity !== null,
  invited: password === null && identity === null,
  secondFactor: factor !== null,
});
