/** Signing in with e-mail and password. Wrong is wrong: whether the account exists is not told, nor timed. */
import type { SignedIn } from "@trygg/shared/accounts/schema.ts";
import type { Services } from "../context.ts";
import { Refusal } from "../refusal.ts";
import { type Admitted, admit } from "./admit.ts";
import { knownDevice } from "./devices.ts";
import { verifyPassword } from "./password.ts";
import { requireCode } from "./second-factor.ts";
import { findAccount } from "./store.ts";
import { countTry } from "./tries.ts";

interface Credentials {
  email: string;
  password: string;
  code?: string | undefined;
}

interface From {
  network: string;
  /** The mark of the browser, where it bears one. */
  device?: string | undefined;
}

/** Throws `wrongCredentials`; once the password was right, `codeRequired` or `wrongCode`. */
export async function signIn(
  services: Services,
  { email, password, code }: Credentials,
  { network, device }: From,
): Promise<Admitted<SignedIn>> {
  const account = await findAccount(services.db, email);
  const tried = await countTry(services, { email, network, device: knownDevice(services, account, device) });
  const right = await verifyPassword(password, account?.password);
  if (!account || !right || account.disabled)
    throw new Refusal("wrongCredentials", "expected the e-mail and password of an account");
  if (account.factor && code !== undefined) await requireCode(services, account, code);
  await tried.giveBack();
  if (account.factor && code === undefined)
    throw new Refusal("codeRequired", "expected a code of the second factor too");
  return admit(services, account, "accounts.signIn");
}
