/**
 * Side channels ("P8"): in each trial two reports are sent from two places, one is taken back at once, and a coin decides
 * which, so that the work is the same either way. Then public answers are asked for: their lengths must be equal, and
 * their times must not tell heads from tails (Mann–Whitney U, two-sided, normal approximation). Ids must be random, not
 * made from time.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { report, spotIn } from "../samples.ts";
import type { Finding, Ground } from "./ground.ts";

/** Notifications have passed by then. */
const SETTLED_MS = 25;
const PUBLIC = ["layers.unsafePlaces", "lagesbild.latest"];

/** Times that differ by chance alone are told apart once in a hundred series, and once in ten thousand twice in a row. */
const CHANCE = 0.01;

export async function listenToSides(ground: Ground, trials: number): Promise<Finding> {
  const first = await listen(ground, trials);
  const { p, lengths } = first.p > CHANCE ? first : await listen(ground, trials);
  const ids = await ground.rows<{ id: string }>("select id::text from reports");
  const fromTime = ids.filter(({ id }) => id[14] !== "4").length;
  return {
    tried: trials,
    found: (p > CHANCE ? 0 : 1) + (lengths - 1) + fromTime,
    p: Number(p.toPrecision(3)),
    lengths,
    ids_made_from_time: fromTime,
  };
}

async function listen(
  { call, send, random }: Ground,
  trials: number,
): Promise<{ p: number; lengths: number }> {
  const times: [number[], number[]] = [[], []];
  const lengths = new Set<number>();
  const sendFrom = async (area: string) =>
    (await call("reports.submit", report({ at: spotIn(area), voice: random.uuid() }))).data;
  for (let trial = 0; trial < trials; trial++) {
    const heads = random.next() < 0.5;
    const stays = await sendFrom(heads ? "vinkelgatan" : "stortorget");
    const goes = await sendFrom(heads ? "stortorget" : "vinkelgatan");
    await call("reports.withdraw", goes);
    await sleep(SETTLED_MS);
    let length = 0;
    const started = performance.now();
    for (const name of PUBLIC) length += (await send("GET", `/trpc/${name}`)).text.length;
    times[heads ? 1 : 0].push(performance.now() - started);
    lengths.add(length);
    await call("reports.withdraw", stays);
  }
  return { p: mannWhitney(...times), lengths: lengths.size };
}

/** Two-sided p of the Mann–Whitney U test (Mann & Whitney 1947), ties sharing their ranks. */
export function mannWhitney(one: number[], other: number[]): number {
  const all = [
    ...one.map((value) => ({ value, first: true })),
    ...other.map((value) => ({ value, first: false })),
  ].sort((a, b) => a.value - b.value);
  let rankSum = 0;
  for (let start = 0; start < all.length;) {
    let end = start;
    while (end < all.length && all[end]?.value === all[start]?.value) end += 1;
    const rank = (start + 1 + end) / 2;
    rankSum += rank * all.slice(start, end).filter(({ first }) => first).length;
    start = end;
  }
  const [n, m] = [one.length, other.length];
  const u = rankSum - (n * (n + 1)) / 2;
  const z = (u - (n * m) / 2) / Math.sqrt((n * m * (n + m + 1)) / 12);
  return 2 * (1 - normal(Math.abs(z)));
}

/** The normal distribution function by formula 26.2.17 of Abramowitz and Stegun, to 7.5e-8. */
function normal(z: number): number {
  const t = 1 / (1 + 0.2316419 * z);
  const sum = [0.31938153, -0.356563782, 1.781477937, -1.821255978, 1.330274429].reduceRight(
    (rest, factor) => (rest + factor) * t,
    0,
  );
  return 1 - (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * sum;
}
