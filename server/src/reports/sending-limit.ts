/**
 * How many reports and notes one network may send: enough for a school class or a whole mobile network's cell, too few for a
 * script. No address is kept: a count stands under a keyed hash of the network and of ten minutes, which nobody can
 * turn round and which is forgotten within the hour. Nodes share the counts, and a restart keeps them.
 */
import type { Afterwards } from "../afterwards.ts";
import type { Services } from "../context.ts";
import { Refusal } from "../refusal.ts";
import { countSending, deleteOldSendingCounts } from "./store.ts";

const SLOT_MS = 10 * 60_000;
/** What is sent in the ten minutes under way and the ten before, so that no ten minutes hold more. */
const MOST = { reports: 60, notes: 20, senders: 60 };
/** Counts that a node remembers at most; beyond that the oldest are forgotten here, and asked for again. */
const MOST_REMEMBERED = 20_000;

/** What each node knows of the counts. */
const nodes = new WeakMap<Afterwards, Map<string, number>>();

/**
 * Counts a report that is about to be stored. Throws a Refusal when its network has sent too many. The shared count is
 * kept after the answer, so that nobody waits for it; what another node has counted is known from the next report on.
 */
export const countReport = (services: Services, network: string): void =>
  countSent(services, network, "reports");

/** The same for a note about accessibility, counted apart, so that notes keep nobody from reporting. */
export const countNote = (services: Services, network: string): void => countSent(services, network, "notes");

/** The same for what somebody says of themselves once their report is stored. */
export const countSenderOf = (services: Services, network: string): void =>
  countSent(services, network, "senders");

function countSent(services: Services, network: string, what: keyof typeof MOST): void {
  if (!services.limits) return;
  const { db, now, hash, afterwards } = services;
  const slot = Math.floor(now() / SLOT_MS);
  const tagOf = (of: number) => hash("sending", ...(what === "reports" ? [] : [what]), network, String(of));
  const tags = [tagOf(slot - 1), tagOf(slot)] as const;
  const [before, current] = tags.map((tag) => tag.toString("base64url")) as [string, string];
  const known = nodes.get(afterwards) ?? new Map<string, number>();
  nodes.set(afterwards, known);
  const sent = (known.get(before) ?? 0) + (known.get(current) ?? 0);
  if (sent >= MOST[what])
    throw new Refusal(
      "tooManyRequests",
      `expected at most ${MOST[what]} ${what} from one network in ten minutes`,
      {
        retryAfterSeconds: Math.ceil(((slot + 1) * SLOT_MS - now()) / 1000),
      },
    );
  remember(known, current, (known.get(current) ?? 0) + 1);
  afterwards.begin(`sending ${current}`, async () => {
    const counts = await countSending(db, tags, new Date((slot + 2) * SLOT_MS));
    for (const [index, name] of [before, current].entries())
      remember(known, name, Math.max(known.get(name) ?? 0, counts[index] ?? 0));
  });
}

function remember(known: Map<string, number>, name: string, count: number): void {
  known.delete(name);
  known.set(name, count);
  const [oldest] = known.keys();
  if (known.size > MOST_REMEMBERED && oldest !== undefined) known.delete(oldest);
}

/** Forgets counts that nothing can be added to. */
export async function forgetOldSendingCounts({ db, now }: Services): Promise<void> {
  await deleteOldSendingCounts(db, new Date(now()));
}
