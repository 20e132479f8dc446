/**
 * The chain: each entry bears a keyed hash (HMAC-SHA-256) of itself and of the hash before it. The key is derived from
 * the operator's secret, which no database holds, so that who can write the tables cannot make a hash that fits.
 */
import type { KeyedHash } from "../database/keys.ts";

/** Where a chain has come to. Nothing has id 0. */
export interface Link {
  id: number;
  hash: Buffer;
}

export interface NewEntry {
  at: Date;
  /** Null for the operator's command line. */
  accountId: string | null;
  role: string;
  action: string;
  /** Nothing about a single resident's report but its random id and its square. */
  details: Record<string, unknown>;
}

export type Entry = NewEntry & Link;

/** An entry as its row stands; the instant with whatever stands behind its milliseconds. */
export type StoredEntry = Omit<NewEntry, "at"> & { id: number; hash: Buffer | null; millis: string };

/** New entries in their order, with the ids after `next` and their hashes. */
export function linkEntries(hash: KeyedHash, { id, hash: before }: Link, entries: NewEntry[]): Entry[] {
  let [last, previous] = [id, before];
  return entries.map((entry) => {
    last += 1;
    previous = hashOf(hash, previous, { ...entry, id: last, millis: String(entry.at.getTime()) });
    return { ...entry, id: last, hash: previous };
  });
}

export function hashOf(hash: KeyedHash, previous: Buffer, entry: Omit<StoredEntry, "hash">): Buffer {
  const { id, millis, accountId, role, action, details } = entry;
  const parts = [String(id), millis, accountId ?? "", role, action, canonical(details)];
  return hash("audit entry", previous.toString("hex"), ...parts);
}

/** Of the last entry that was taken away: only who has the key can say that the retention took it. */
export const sealOf = (hash: KeyedHash, { id, hash: last }: Link): Buffer =>
  hash("audit anchor", String(id), last.toString("hex"));

/** JSON with the keys of every object in order, as PostgreSQL keeps them in an order of its own. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
