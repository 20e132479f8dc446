/**
 * Light proof of work (after Back 2002, Hashcash): a number that makes the SHA-256 of a report's own key begin with zero
 * bits. It costs a phone a moment, and somebody with thousands of reports as many; it needs no question to the server,
 * so that a report that is sent days later has its proof already.
 */
import { sha256 } from "@noble/hashes/sha2.js";

/** 4,096 tries on average. */
export const PROOF_BITS = 12;
/** Digits of a proof: with the key no more than one block of the hash, and more than anybody ever needs. */
const MOST_DIGITS = 10;
/** Tries between two pauses, less than ten milliseconds on a slow phone. */
const SLICE = 256;

const written = new TextEncoder();

/** Whether a proof belongs to a client key. */
export function isProof(clientKey: string, proof: string): boolean {
  return (
    new RegExp(`^[0-9a-z]{1,${MOST_DIGITS}}$`).test(proof) &&
    zeroBits(digestOf(clientKey, proof)) >= PROOF_BITS
  );
}

/** Looks for the proof of a client key, with a pause after each slice; returns it at the end. */
export function* searchProof(clientKey: string): Generator<void, string> {
  for (let tried = 0; ; tried++) {
    const proof = tried.toString(36);
    if (zeroBits(digestOf(clientKey, proof)) >= PROOF_BITS) return proof;
    if (tried % SLICE === SLICE - 1) yield;
  }
}

const digestOf = (clientKey: string, proof: string) =>
  sha256(written.encode(`rapport:${clientKey}:${proof}`));

function zeroBits(digest: Uint8Array): number {
  const first = digest.findIndex((byte) => byte !== 0);
  return first === -1 ? 8 * digest.length : 8 * first + Math.clz32(digest[first] ?? 0) - 24;
}
