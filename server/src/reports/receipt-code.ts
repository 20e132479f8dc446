/**
 * Receipt codes: twelve characters that a person can write down. A code is derived from the key that the sender made,
 * so sending twice gives the same code without storing it; the database holds keyed hashes only.
 */
import type { KeyedHash } from "../database/keys.ts";
import { LETTERS } from "../letters.ts";

const LENGTH = 12;

/** `XXXX-XXXX-XXXX`, 60 bits. */
export function receiptCodeOf(hash: KeyedHash, clientKey: string): string {
  const bytes = hash("receipt-code", clientKey);
  let bits = bytes.readBigUInt64BE();
  let letters = "";
  for (let place = 0; place < LENGTH; place++, bits >>= 5n) letters += LETTERS[Number(bits & 31n)];
  return letters.replace(/^(.{4})(.{4})(.{4})$/, "$1-$2-$3");
}

export const receiptHashOf = (hash: KeyedHash, receipt: string) => hash("receipt", receipt);
export const clientKeyHashOf = (hash: KeyedHash, clientKey: string) => hash("client-key", clientKey);
