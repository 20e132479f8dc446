/** Sessions live in the database, so that every node knows them and ending one ends it everywhere. */
import { createHash, randomBytes } from "node:crypto";
import { HOUR_MS } from "@trygg/shared/time/local.ts";
import type { Enrolling, Services, Session } from "../context.ts";
import {
  deleteOldSessions,
  deleteSession,
  deleteSessionsOf,
  findEnrolling,
  findSession,
  insertSession,
  touchSession,
} from "./store.ts";

/** A session ends after half an hour without use, and twelve hours after signing in. */
export const IDLE_MS = HOUR_MS / 2;
export const ABSOLUTE_MS = 12 * HOUR_MS;
/** Use is noted once a minute at most: a write for every request would be wasted. */
const TOUCH_MS = 60_000;

/** Makes a session and returns the token for its cookie; only a hash of it is stored. */
export async function openSession(
  { db, now }: Pick<Services, "db" | "now">,
  accountId: string,
  enrolling = false,
): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  const at = new Date(now());
  await insertSession(db, { tokenHash: hashToken(token), accountId, enrolling, createdAt: at, seenAt: at });
  return token;
}

/** The session of a token, or null when there is none or it has ended. Use keeps it alive. */
export async function readSession({ db, now }: Services, token: string | undefined): Promise<Session | null> {
  if (!token) return null;
  const tokenHash = hashToken(token);
  const at = now();
  const found = await findSession(db, tokenHash, ...oldest(at));
  if (!found) return null;
  const { seenAt, ...session } = found;
  if (at - seenAt.getTime() > TOUCH_MS) await touchSession(db, tokenHash, new Date(at));
  return { ...session, tokenHash };
}

/** The session of a token that may do nothing but enrol a second factor. */
export async function readEnrolling(
  { db, now }: Services,
  token: string | undefined,
): Promise<Enrolling | null> {
  if (!token) return null;
  const tokenHash = hashToken(token);
  const accountId = await findEnrolling(db, tokenHash, ...oldest(now()));
  return accountId === undefined ? null : { tokenHash, accountId };
}

/** Whether a session that was open still is. */
export async function isOpen({ db, now }: Services, session: Session): Promise<boolean> {
  const found = await findSession(db, session.tokenHash, ...oldest(now()));
  return found !== undefined && found.role === session.role;
}

export async function closeSession(
  { db, changes }: Services,
  { tokenHash }: Pick<Session, "tokenHash">,
): Promise<void> {
  await deleteSession(db, tokenHash);
  changes.tell("accounts");
}

/** Ends all that somebody has open, on every node. */
export async function closeSessionsOf({ db, changes }: Services, accountId: string): Promise<void> {
  await deleteSessionsOf(db, accountId);
  changes.tell("accounts");
}

/** Forgets sessions that have ended by themselves. */
export async function forgetOldSessions({ db, now }: Services): Promise<void> {
  await deleteOldSessions(db, ...oldest(now()));
}

/** When an open session was made and last used at the earliest. */
export const oldest = (at: number): [madeAfter: Date, seenAfter: Date] => [
  new Date(at - ABSOLUTE_MS),
  new Date(at - IDLE_MS),
];

const hashToken = (token: string) => createHash("sha256").update(token).digest();
