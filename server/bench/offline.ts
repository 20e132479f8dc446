/**
 * Reports over a line that is cut in ten ways, ten times each: while the form is written, while it is sent, after it is
 * stored and before the answer, and with its tab closed. Each must arrive exactly once, and its code be shown.
 */
import type { Result } from "./figures.ts";
import { runJourneys } from "./journeys.ts";

const ROUNDS = 10;
const CASES = 10;

export async function proveOffline(): Promise<Result> {
  const { n, passed } = runJourneys("arrives exactly once", { env: { ROUNDS: String(ROUNDS) } });
  return { name: "offline", n, arrived_once: passed, holds: n === ROUNDS * CASES && passed === n };
}
