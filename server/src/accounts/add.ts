/** Adds an account from the command line, with a first password that is shown once. */
import { randomBytes } from "node:crypto";
import type { Role } from "@trygg/shared/accounts/schema.ts";
import type { Services } from "../context.ts";
import { StartRefusal } from "../refusal.ts";
import { hashPassword } from "./password.ts";
import { findAccount, insertAccounts } from "./store.ts";

interface NewAccount {
  email: string;
  role: Role;
  name: string;
  mayApprove: boolean;
}

/** Returns the first password. */
export async function addAccount({ db }: Services, account: NewAccount): Promise<string> {
  if (await findAccount(db, account.email))
    throw new StartRefusal(`user: expected an e-mail without an account, got "${account.email}"`);
  const password = randomBytes(15).toString("base64url");
  await insertAccounts(db, [{ ...account, password: await hashPassword(password) }]);
  return password;
}
