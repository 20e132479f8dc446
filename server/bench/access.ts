/** Every state of every public screen, in each width, each language and both themes, without a finding of axe. */
import type { Result } from "./figures.ts";
import { runJourneys } from "./journeys.ts";

export async function proveAccess(): Promise<Result> {
  const { n, passed } = runJourneys(
    "can be used by all|holds as people set it|comes to the receipt|has to say|does so too|read from right to left",
    { env: { ACCESS: "all" } },
  );
  return { name: "access", n, failed: n - passed, holds: passed === n && n > 0 };
}
