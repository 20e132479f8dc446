/** Every screen in both sizes and themes: no accessibility fault, nothing wider than the window, a picture of each. */
import type { Result } from "./figures.ts";
import { runJourneys } from "./journeys.ts";

export async function proveScreens(): Promise<Result> {
  const { n, passed } = runJourneys("every (public screen|screen of the desk)", { env: { LOOKS: "all" } });
  return { name: "screens", n, failed: n - passed, holds: passed === n && n > 0 };
}
