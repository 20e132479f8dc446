/**
 * How many reports of each day a narrowed list holds. The store counts them once and not for every window, until something
 * of reports or measures has changed, here or on another node.
 */
import type { Topic } from "@trygg/shared/live.ts";
import type { Services } from "../../context.ts";
import type { Changes } from "../../database/changes.ts";
import { type Listed, countDays } from "./store.ts";

type Days = ReturnType<typeof countDays>;

const changing: readonly Topic[] = ["reports", "measures", "place"];
/** Lists of one node that are remembered. */
const MOST_HELD = 50;

const held = new WeakMap<Changes, Map<string, Days>>();

export function readDays({ db, changes }: Pick<Services, "db" | "changes">, listed: Listed): Days {
  const lists = held.get(changes) ?? hold(changes);
  const name = JSON.stringify({ ...listed, near: [...listed.near] });
  const known = lists.get(name);
  if (known) return known;
  if (lists.size >= MOST_HELD) lists.clear();
  const days = countDays(db, listed);
  lists.set(name, days);
  // What could not be counted is counted again when it is next asked for.
  days.catch(() => lists.delete(name));
  return days;
}

function hold(changes: Changes): Map<string, Days> {
  const lists = new Map<string, Days>();
  const forget = (topic: Topic) => {
    if (changing.includes(topic)) lists.clear();
  };
  changes.hearOwn(forget);
  changes.listen(({ topic }) => forget(topic));
  held.set(changes, lists);
  return lists;
}
