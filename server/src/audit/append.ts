/** Appends entries to the chain, on any number of nodes at once. */
import { together } from "../database/together.ts";
import type { KeyedHash } from "../database/keys.ts";
import type { Database } from "../database/open.ts";
import type { Services } from "../context.ts";
import { type Link, type NewEntry, linkEntries } from "./chain.ts";
import { insertEntries, readHead } from "./store.ts";

/** Where each store's chain was last seen. Only a guess: the statement stores nothing behind another head. */
const heads = new WeakMap<Database, Link>();

/** One statement under way at a time: two would both be linked to the same head. */
const appendTogether = together<{ hash: KeyedHash; entry: NewEntry }, null>(async (db, items) => {
  for (;;) {
    const head = heads.get(db) ?? (await readHead(db));
    heads.delete(db);
    const [{ hash }] = items as [(typeof items)[number]];
    const entries = linkEntries(
      hash,
      head,
      items.map(({ entry }) => entry),
    );
    if (!(await insertEntries(db, head.hash, entries))) continue;
    heads.set(db, entries.at(-1) as Link);
    return items.map(() => null);
  }
}, 1);

/** Within a transaction the entry is there when the transaction is, and others wait for its end. */
export async function appendEntry(
  { db, hash }: Pick<Services, "db" | "hash">,
  entry: NewEntry,
): Promise<void> {
  await appendTogether(db, { hash, entry });
}
