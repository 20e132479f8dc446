import { setTimeout as sleep } from "node:timers/promises";
import { expect, it } from "vitest";
import { openAfterwards } from "./afterwards.ts";

it("does the work of one key in turn and that of others beside it, and can be waited for", async () => {
  const done: string[] = [];
  const afterwards = openAfterwards(() => undefined);
  const work = (name: string, ms: number) => () => sleep(ms).then(() => done.push(name));
  afterwards.begin("a", work("first of a", 30));
  afterwards.begin("a", work("second of a", 0));
  afterwards.begin("b", work("of b", 5));
  expect(done).toEqual([]);
  await afterwards.finished("b");
  expect(done).toEqual(["of b"]);
  await afterwards.finished();
  expect(done).toEqual(["of b", "first of a", "second of a"]);
});

it("hears of work that failed and goes on", async () => {
  const failures: unknown[] = [];
  const done: string[] = [];
  const afterwards = openAfterwards((error) => failures.push(error));
  afterwards.begin("a", () => Promise.reject(new Error("lost")));
  afterwards.begin("a", async () => done.push("next"));
  await afterwards.finished("a");
  expect(failures).toEqual([new Error("lost")]);
  expect(done).toEqual(["next"]);
});
