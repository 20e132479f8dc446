/** Looks for bursts where reports have just come in: after their answers, and for all of a moment at once. */
import { setTimeout as sleep } from "node:timers/promises";
import { addDays, localDate } from "@trygg/shared/time/local.ts";
import type { Afterwards } from "../../afterwards.ts";
import type { Services } from "../../context.ts";
import { setBurstsApart } from "./find.ts";

const GATHER_MS = 1000;

/** Squares of each node that wait to be looked at. */
const nodes = new WeakMap<Afterwards, Set<string>>();

export function watchForBurst(services: Services, square: string): void {
  if (!services.limits) return;
  const { afterwards, now, town } = services;
  const waiting = nodes.get(afterwards) ?? new Set();
  const isDue = waiting.size > 0;
  nodes.set(afterwards, waiting.add(square));
  if (isDue) return;
  afterwards.begin("bursts", async () => {
    await sleep(GATHER_MS);
    const squares = [...waiting];
    waiting.clear();
    const today = localDate(now(), town.place.timeZone);
    // Midnight may have passed since the first of them.
    await setBurstsApart(services, { from: addDays(today, -1), to: today, squares });
  });
}
