/**
 * The browsers that somebody has signed in with: a mark in a cookie of their own that only tells guessing from working.
 * It opens nothing, nothing of it is stored, and a new password makes it worthless.
 */
import { randomBytes, timingSafeEqual } from "node:crypto";
import type { Services } from "../context.ts";
import type { Account } from "./store.ts";

/** `id.proof`, for the cookie. */
export function markDevice(services: Services, account: Account): string {
  const id = randomBytes(16).toString("base64url");
  return `${id}.${proofOf(services, account, id).toString("base64url")}`;
}

/** The mark's id where the account knows it, else null. */
export function knownDevice(services: Services, account: Account | undefined, mark = ""): string | null {
  const [id = "", proof = ""] = mark.split(".");
  const given = Buffer.from(proof, "base64url");
  const expected = proofOf(services, account, id);
  return account && given.length === expected.length && timingSafeEqual(given, expected) ? id : null;
}

const proofOf = ({ hash }: Services, account: Account | undefined, id: string) =>
  hash("device", id, account?.id ?? "", account?.password ?? "");
