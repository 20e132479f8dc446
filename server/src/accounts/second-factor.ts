/**
 * The second factor: one-time codes of an authenticator (RFC 6238: six digits, 30 seconds, SHA-1 as every app knows it),
 * or a recovery code. The secret stands sealed in the database; a code opens once, on whichever node it is given.
 */
import { Secret, TOTP } from "otpauth";
import type { Enrolling, Services } from "../context.ts";
import { realClock } from "../clock.ts";
import type { Me } from "@trygg/shared/accounts/schema.ts";
import { Refusal } from "../refusal.ts";
import { meOf } from "./admit.ts";
import { makeRecoveryCodes, spendRecoveryCode } from "./recovery-codes.ts";
import { openSession } from "./session.ts";
import {
  type Account,
  deleteSessionsOf,
  findAccountById,
  readPendingFactor,
  storePendingFactor,
  takeFactorStep,
  updateAccount,
} from "./store.ts";
import { countCode } from "./tries.ts";
import { appendEntry } from "../audit/append.ts";

const STEP_S = 30;
const SECRET_BYTES = 20;
const PURPOSE = "second factor";

/** What phones and the server must agree on is the real time, also where a demonstration has its own. */
const phoneTime = ({ demonstration, now }: Services) => (demonstration ? realClock() : now());

const totpOf = (secret: Secret) => new TOTP({ secret, period: STEP_S, digits: 6, algorithm: "SHA1" });

/** The step of 30 seconds whose code this is, now or one beside it; null where it is none. */
function stepOf(services: Services, secret: Secret, code: string): number | null {
  const timestamp = phoneTime(services);
  const delta = totpOf(secret).validate({ token: code, timestamp, window: 1 });
  return delta === null ? null : Math.floor(timestamp / 1000 / STEP_S) + delta;
}

/** Lets somebody pass whose password was right. Throws `wrongCode`, or `tooManyRequests` after some wrong ones. */
export async function requireCode(services: Services, account: Account, given: string): Promise<void> {
  const code = given.replace(/\s/g, "");
  const counted = await countCode(services, account.id);
  if (!(await isRight(services, account, code)))
    throw new Refusal(
      "wrongCode",
      "expected the present code of the authenticator, or an unused recovery code",
    );
  await counted.giveBack();
}

async function isRight(services: Services, { id, factor }: Account, code: string): Promise<boolean> {
  if (!/^\d{6}$/.test(code)) return spendRecoveryCode(services, id, code);
  const secret = factor && services.seal.open(PURPOSE, id, factor);
  if (!secret) throw new Error("a second factor cannot be read: was SECRET changed?");
  const step = stepOf(services, new Secret({ buffer: bytesOf(secret) }), code);
  return step !== null && takeFactorStep(services.db, id, step);
}

/** Shows a new secret, which becomes the account's once a code of it is given. */
export async function beginSecondFactor(
  services: Services,
  { tokenHash, accountId }: Enrolling,
): Promise<{ secret: string; uri: string }> {
  const account = await findAccountById(services.db, accountId);
  if (!account?.password)
    throw new Refusal("notAllowed", "expected an account that signs in with a password");
  const secret = new Secret({ size: SECRET_BYTES });
  const sealed = services.seal.close(PURPOSE, accountId, Buffer.from(secret.buffer));
  await storePendingFactor(services.db, tokenHash, sealed);
  const totp = new TOTP({
    secret,
    period: STEP_S,
    issuer: `Trygghetskartan ${services.town.place.name}`,
    label: account.email ?? account.name,
  });
  return { secret: secret.base32, uri: totp.toString() };
}

/** Takes the shown secret into use: recovery codes are made anew and every session ends but a new one. */
export async function confirmSecondFactor(
  services: Services,
  { tokenHash, accountId }: Enrolling,
  code: string,
): Promise<{ me: Me; recoveryCodes: string[]; token: string }> {
  const pending = await readPendingFactor(services.db, tokenHash);
  const secret = pending && services.seal.open(PURPOSE, accountId, pending);
  if (!pending || !secret) throw new Refusal("conflict", "expected a secret that was shown in this session");
  const step = stepOf(services, new Secret({ buffer: bytesOf(secret) }), code.replace(/\s/g, ""));
  if (step === null) throw new Refusal("wrongCode", "expected the present code of the authenticator");
  const made = await services.db.transaction(async (tx) => {
    const within = { ...services, db: tx };
    const account = await updateAccount(tx, accountId, { factor: pending, factorStep: step });
    await deleteSessionsOf(tx, accountId);
    await appendEntry(within, {
      at: new Date(services.now()),
      accountId,
      role: account.role,
      action: "accounts.enrol",
      details: {},
    });
    return {
      me: meOf(services, account),
      recoveryCodes: await makeRecoveryCodes(within, accountId),
      token: await openSession(within, accountId),
    };
  });
  services.changes.tell("accounts");
  return made;
}

const bytesOf = (buffer: Buffer): ArrayBuffer => new Uint8Array(buffer).buffer;
