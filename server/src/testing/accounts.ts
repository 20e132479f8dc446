/** Accounts for tests that sign in as people do: with a password that they chose and an authenticator. */
import type { Role } from "@trygg/shared/accounts/schema.ts";
import { Secret, TOTP } from "otpauth";
import { hashPassword } from "../accounts/password.ts";
import { beginSecondFactor, confirmSecondFactor } from "../accounts/second-factor.ts";
import { openSession, readEnrolling } from "../accounts/session.ts";
import { insertAccount } from "../accounts/store.ts";
import type { Services } from "../context.ts";
import type { TestServices } from "./services.ts";

export const PASSWORD = "vinterdäck i garaget";

/** Once for all: it is meant to be slow. */
let hashed: Promise<string> | undefined;

interface Given {
  role?: Role;
  name?: string;
  mayApprove?: boolean;
}

/** Somebody whose password is `PASSWORD`; returns the token of a session that must enrol. */
export async function addChosen(
  services: Services,
  email: string,
  { role = "planner", name = "Anna", mayApprove = false }: Given = {},
): Promise<string> {
  const password = await (hashed ??= hashPassword(PASSWORD));
  const { id } = await insertAccount(services.db, { email, role, name, mayApprove, password });
  return openSession(services, id, true);
}

/** The same with an authenticator: what it shows, its recovery codes, and the token of the session that this opens. */
export async function addEnrolled(services: TestServices, email: string, given: Given = {}) {
  const enrolling = await readEnrolling(services, await addChosen(services, email, given));
  if (!enrolling) throw new Error(`expected ${email} to have to enrol`);
  const { secret } = await beginSecondFactor(services, enrolling);
  const authenticator = authenticatorOf(secret);
  const code = () => authenticator(services.clock.now);
  const { recoveryCodes, token } = await confirmSecondFactor(services, enrolling, code());
  return { code, authenticator, secret, recoveryCodes, token };
}

/** What an authenticator with this secret shows at an instant. */
export function authenticatorOf(secret: string): (at: number) => string {
  const totp = new TOTP({ secret: Secret.fromBase32(secret) });
  return (at) => totp.generate({ timestamp: at });
}
