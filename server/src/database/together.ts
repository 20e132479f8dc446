/**
 * One statement for what comes while others are under way: a commit waits for the disk, and those who wait at the same
 * time can share it. Alone nobody waits for company, or for one turn where only one statement may be under way.
 */
import { setImmediate } from "node:timers/promises";
import type { Database } from "./open.ts";

/** How many statements may usually be under way, so that one that waits for a lock does not hold up all. */
const UNDER_WAY = 2;
/** Items per statement. */
const MOST = 100;

interface Waiting<Item, Answer> {
  item: Item;
  answer: (value: Answer) => void;
  fail: (reason: unknown) => void;
}

/**
 * Turns work on many items into work on one. `work` answers for each item in turn; when it fails, each of its items is
 * tried once more by itself, so that nobody fails for what another sent.
 */
export function together<Item, Answer>(
  work: (db: Database, items: Item[]) => Promise<Answer[]>,
  mostUnderWay = UNDER_WAY,
): (db: Database, item: Item) => Promise<Answer> {
  const queues = new WeakMap<Database, (item: Item) => Promise<Answer>>();
  return (db, item) => {
    const add = queues.get(db) ?? openQueue((items: Item[]) => work(db, items), mostUnderWay);
    queues.set(db, add);
    return add(item);
  };
}

function openQueue<Item, Answer>(work: (items: Item[]) => Promise<Answer[]>, mostUnderWay: number) {
  const queue: Waiting<Item, Answer>[] = [];
  let underWay = 0;

  async function settle(batch: Waiting<Item, Answer>[]): Promise<void> {
    try {
      const answers = await work(batch.map(({ item }) => item));
      for (const [index, { answer }] of batch.entries()) answer(answers[index] as Answer);
    } catch (error) {
      if (batch.length === 1) batch[0]?.fail(error);
      else await Promise.all(batch.map((one) => settle([one])));
    }
  }

  async function empty(): Promise<void> {
    underWay += 1;
    // Whoever comes in the same turn as the first would else wait for a statement that is not theirs.
    if (mostUnderWay === 1) await setImmediate();
    while (queue.length > 0) await settle(queue.splice(0, MOST));
    underWay -= 1;
  }

  return (item: Item) =>
    new Promise<Answer>((answer, fail) => {
      queue.push({ item, answer, fail });
      if (underWay < mostUnderWay) void empty();
    });
}
