/** The report form on 400 kbit/s and 400 ms, each time with an empty cache: how long until a search is answered. */
import { type Result, median } from "./figures.ts";
import { runJourneys } from "./journeys.ts";

const ROUNDS = 10;

export async function proveSlowLine(): Promise<Result> {
  const { n, passed, noted } = runJourneys("answers a search within", {
    options: [`--repeat-each=${ROUNDS}`],
  });
  const times = noted("ms");
  return {
    name: "slow-line",
    n,
    median_ms: median(times),
    slowest_ms: Math.max(...times),
    holds: passed === n && n === ROUNDS,
  };
}
