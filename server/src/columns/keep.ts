/**
 * Keeps something that a node holds in memory in step with the store: filled when it is first asked for, brought up to
 * date when this node or another has told of a change, and never older than what this node itself has written.
 */
import type { Topic } from "@trygg/shared/live.ts";
import type { Changes } from "../database/changes.ts";

export interface Kept<T> {
  /** As it is now. Throws what the store throws when it cannot be read. */
  current(): Promise<T>;
}

interface Wanted<T> {
  changes: Changes;
  /** What it holds changes with these. */
  topics: readonly Topic[];
  /** With these it must be read anew. */
  anew?: readonly Topic[];
  fill(): Promise<T>;
  refresh(state: T): Promise<T>;
}

export function keepInStep<T>({ changes, topics, anew = [], fill, refresh }: Wanted<T>): Kept<T> {
  let state: { held: T } | undefined;
  /** How many changes were told of, and how many of them it holds. */
  let [told, held] = [1, 0];
  let working: Promise<void> | undefined;

  const hear = (topic: Topic) => {
    if (anew.includes(topic)) state = undefined;
    else if (!topics.includes(topic)) return false;
    told += 1;
    return true;
  };

  /** One at a time; what is told of meanwhile is brought in by the next round. */
  async function work(): Promise<void> {
    while (held < told) {
      const [before, upTo] = [state, told];
      const read = await (before ? refresh(before.held) : fill());
      // It may have had to be read anew while it was read: then this is the old one still.
      if (state !== before) continue;
      state = { held: read };
      held = upTo;
    }
  }

  const settle = () => {
    working ??= work().finally(() => (working = undefined));
    return working;
  };

  changes.hearOwn((topic) => void hear(topic));
  changes.listen(({ topic }) => {
    // Nobody has asked yet: then it is filled when somebody does.
    const wanted = state !== undefined || working !== undefined;
    if (hear(topic) && wanted) void settle().catch(() => undefined);
  });

  return {
    async current() {
      const upTo = told;
      for (;;) {
        if (state && held >= upTo) return state.held;
        await settle();
      }
    },
  };
}
