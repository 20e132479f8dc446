/** Signing in with e-mail and password. Wrong is wrong: whether the account exists is not told, nor timed. */
import type { Me } from "@trygg/shared/accounts/schema.ts";
import { appendEntry } from "../audit/append.ts";
import type { Services } from "../context.ts";
import { Refusal } from "../refusal.ts";
import { verifyPassword } from "./password.ts";
import { openSession } from "./session.ts";
import { findAccount } from "./store.ts";
import { countTry, forgetTries } from "./tries.ts";

interface Credentials {
  email: string;
  password: string;
}

/** Opens a session; the token is for the cookie only. */
export async function signIn(
  services: Services,
  { email, password }: Credentials,
  network: string,
): Promise<{ token: string; me: Me }> {
  const tries = `${network} ${email.toLowerCase()}`;
  if (services.limits) countTry(tries, services.now());
  const account = await findAccount(services.db, email);
  const right = await verifyPassword(password, account?.password);
  if (!account || !right || account.disabled)
    throw new Refusal("wrongCredentials", "expected the e-mail and password of an account");
  forgetTries(tries);
  const token = await openSession(services, account.id);
  await appendEntry(services, {
    at: new Date(services.now()),
    accountId: account.id,
    role: account.role,
    action: "accounts.signIn",
    details: {},
  });
  const { role, name, mayApprove } = account;
  return { token, me: { role, name, mayApprove } };
}
