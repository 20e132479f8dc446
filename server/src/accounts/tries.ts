/**
 * Slows down guessing. Wrong tries of a quarter of an hour are counted where every node sees them: for an account from one
 * network, for an account, for a network, and for the town as a whole. Whoever has signed in with this browser before is
 * counted by that browser instead, so that no stranger's tries can keep anybody out of the browser that they work in.
 * A count stands under a keyed hash and is deleted when its quarter is over; no address is kept.
 */
import type { Services } from "../context.ts";
import { Refusal } from "../refusal.ts";
import { countWithin, deleteOldTries, dropCount, lowerCount } from "./store.ts";

const SLOT_MS = 15 * 60_000;

/** Wrong tries that are looked at in a quarter of an hour. */
const MOST = {
  /** From a browser that has signed in to the account before. */
  device: 10,
  /** At an account, from one network. */
  pair: 10,
  /** At an account, from browsers it does not know. */
  account: 20,
  /** From a network, at whatever accounts. */
  network: 30,
  /** From browsers that are not known, at all accounts together: many accounts from many networks is still guessing. */
  town: 50,
  /** At a second factor, once the password was right. */
  code: 5,
};

export interface Tried {
  /** The password was right: what was counted against account, network and town is taken back. */
  giveBack(): Promise<void>;
}

interface Try {
  email: string;
  network: string;
  /** Of a browser that the account knows. */
  device: string | null;
}

/** Counts a try before it is looked at, so that many at once count too. Throws `tooManyRequests`. */
export function countTry(services: Services, { email, network, device }: Try): Promise<Tried> {
  const name = email.toLowerCase();
  return count(
    services,
    device
      ? [["device", name, device]]
      : [["pair", name, network], ["account", name], ["network", network], ["town"]],
  );
}

/** Counts a code before it is looked at. */
export const countCode = (services: Services, accountId: string): Promise<Tried> =>
  count(services, [["code", accountId]]);

async function count(services: Services, what: [keyof typeof MOST, ...string[]][]): Promise<Tried> {
  if (!services.limits) return { giveBack: async () => undefined };
  const { db, now, hash } = services;
  const slot = Math.floor(now() / SLOT_MS);
  const end = (slot + 1) * SLOT_MS;
  const counts = what.map(([kind, ...of]) => ({
    tag: hash("sign-in", kind, ...of, String(slot)),
    most: MOST[kind],
  }));
  if (!(await countWithin(db, counts, new Date(end))))
    throw new Refusal("tooManyRequests", "expected fewer wrong tries in a quarter of an hour", {
      retryAfterSeconds: Math.ceil((end - now()) / 1000),
    });
  return {
    async giveBack() {
      const [own, ...shared] = counts.map(({ tag }) => tag);
      if (own) await dropCount(db, own);
      for (const tag of shared) await lowerCount(db, tag);
    },
  };
}

/** Forgets counts of quarters that are over. */
export async function forgetOldTries({ db, now }: Services): Promise<void> {
  await deleteOldTries(db, new Date(now()));
}
