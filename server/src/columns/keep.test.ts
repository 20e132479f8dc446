import type { LiveEvent, Topic } from "@trygg/shared/live.ts";
import { describe, expect, it } from "vitest";
import type { Changes } from "../database/changes.ts";
import { keepInStep } from "./keep.ts";

/** Changes that are told by hand. */
function makeChanges() {
  const own: ((topic: Topic) => void)[] = [];
  const all: ((event: LiveEvent) => void)[] = [];
  const changes: Pick<Changes, "hearOwn" | "listen"> = {
    hearOwn: (listener) => void own.push(listener),
    listen: (listener) => void all.push(listener),
  };
  return {
    changes: changes as Changes,
    own: (topic: Topic) => own.forEach((listener) => listener(topic)),
    other: (topic: Topic) => all.forEach((listener) => listener({ topic, version: 1 })),
  };
}

function keepNumbers() {
  const told = makeChanges();
  const store = { value: 1, away: false };
  const read: string[] = [];
  const answer = async (how: string) => {
    read.push(how);
    await Promise.resolve();
    if (store.away) throw new Error("the store is away");
    return store.value;
  };
  const kept = keepInStep({
    changes: told.changes,
    topics: ["reports"],
    anew: ["place"],
    fill: () => answer("fill"),
    refresh: () => answer("refresh"),
  });
  return { kept, told, store, read };
}

describe("what is kept in step", () => {
  it("is filled when it is first asked for, once for all who ask", async () => {
    const { kept, read } = keepNumbers();
    expect(await Promise.all([kept.current(), kept.current()])).toEqual([1, 1]);
    expect(await kept.current()).toBe(1);
    expect(read).toEqual(["fill"]);
  });

  it("is never older than what this node has told of", async () => {
    const { kept, told, store } = keepNumbers();
    await kept.current();
    store.value = 2;
    told.own("reports");
    expect(await kept.current()).toBe(2);
  });

  it("is refreshed by itself when another node tells, and not by other topics", async () => {
    const { kept, told, store, read } = keepNumbers();
    await kept.current();
    told.other("lighting");
    expect(read).toEqual(["fill"]);
    store.value = 3;
    told.other("reports");
    await expect.poll(() => read.length).toBe(2);
    expect(await kept.current()).toBe(3);
    expect(read).toEqual(["fill", "refresh"]);
  });

  it("sees also what is told while it is being read", async () => {
    const { kept, told, store } = keepNumbers();
    await kept.current();
    told.own("reports");
    const asked = kept.current();
    store.value = 4;
    told.own("reports");
    await asked;
    expect(await kept.current()).toBe(4);
  });

  it("is read anew where refreshing would not do", async () => {
    const { kept, told, read } = keepNumbers();
    await kept.current();
    told.own("place");
    await kept.current();
    expect(read).toEqual(["fill", "fill"]);
  });

  it("passes on that the store is away, and is there again with the store", async () => {
    const { kept, told, store } = keepNumbers();
    await kept.current();
    store.away = true;
    told.other("reports");
    await expect(kept.current()).rejects.toThrow("the store is away");
    store.away = false;
    store.value = 5;
    expect(await kept.current()).toBe(5);
  });
});
