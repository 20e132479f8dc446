/** Adds an account, from the desk or from the command line, with the link of its invitation. */
import type { MadeLink, Role } from "@trygg/shared/accounts/schema.ts";
import type { Services } from "../context.ts";
import { Refusal } from "../refusal.ts";
import { makeLink } from "./links.ts";
import { findAccount, insertAccount } from "./store.ts";

interface NewAccount {
  email: string;
  role: Role;
  name: string;
  mayApprove: boolean;
}

/** Throws `emailTaken`. */
export async function addAccount(
  services: Services,
  account: NewAccount,
): Promise<MadeLink & { id: string }> {
  if (await findAccount(services.db, account.email))
    throw new Refusal("emailTaken", `expected an e-mail without an account, got "${account.email}"`);
  const { id } = await insertAccount(services.db, account);
  services.changes.tell("accounts");
  return { id, ...(await makeLink(services, id)) };
}
