/** Ten codes that stand in for a lost authenticator, shown once and each used once. Only keyed hashes are stored. */
import { randomInt } from "node:crypto";
import type { Services } from "../context.ts";
import { LETTERS } from "../letters.ts";
import { deleteRecoveryCode, replaceRecoveryCodes } from "./store.ts";

const CODES = 10;
/** 50 bits: far more than the few tries that an account allows. */
const LENGTH = 10;

export async function makeRecoveryCodes({ db, hash }: Services, accountId: string): Promise<string[]> {
  const codes = Array.from({ length: CODES }, makeCode);
  await replaceRecoveryCodes(
    db,
    accountId,
    codes.map((code) => hash("recovery-code", accountId, plain(code))),
  );
  return codes;
}

/** Whether it was one that had not been used; now it is. */
export const spendRecoveryCode = (
  { db, hash }: Services,
  accountId: string,
  code: string,
): Promise<boolean> => deleteRecoveryCode(db, accountId, hash("recovery-code", accountId, plain(code)));

/** `XXXXX-XXXXX`. */
function makeCode(): string {
  const letters = Array.from({ length: LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join("");
  return letters.replace(/^(.{5})/, "$1-");
}

/** As people write it: small letters, without the dash, and with the letters that look like digits. */
const plain = (code: string) =>
  code
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, "")
    .replace(/O/g, "0")
    .replace(/[IL]/g, "1");
