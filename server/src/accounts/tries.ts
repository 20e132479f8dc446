/** Slows down guessing: after ten wrong tries from one network, an account must wait a quarter of an hour. */
import { Refusal } from "../refusal.ts";

const MOST_TRIES = 10;
const WAIT_MS = 15 * 60_000;
/** Entries kept at most; beyond that the oldest are forgotten. */
const MOST_ENTRIES = 10_000;

const tries = new Map<string, { count: number; since: number }>();

/** Counts a try. Throws `tooManyRequests` when there have been too many. */
export function countTry(key: string, now: number): void {
  const found = tries.get(key);
  const entry = found && now - found.since < WAIT_MS ? found : { count: 0, since: now };
  if (entry.count >= MOST_TRIES) {
    const retryAfterSeconds = Math.ceil((entry.since + WAIT_MS - now) / 1000);
    throw new Refusal("tooManyRequests", `expected at most ${MOST_TRIES} tries in a quarter of an hour`, {
      retryAfterSeconds,
    });
  }
  entry.count += 1;
  tries.delete(key);
  tries.set(key, entry);
  const [oldest] = tries.keys();
  if (tries.size > MOST_ENTRIES && oldest !== undefined) tries.delete(oldest);
}

export function forgetTries(key: string): void {
  tries.delete(key);
}
