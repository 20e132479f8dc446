/** Texts that would run a script ("C4"): 500 through each text field, opened in Chromium by every view and as files. */
import type { Result } from "./figures.ts";
import { runJourneys } from "./journeys.ts";

const PAYLOADS = 500;

export function proveScriptsInText(): Promise<Result> {
  const { n, passed, noted } = runJourneys("texts that would run a script", {
    env: { PAYLOADS: String(PAYLOADS) },
  });
  const [fields = 0, views = 0, ran = -1] = ["fields", "views", "ran"].map((name) => noted(name)[0]);
  return Promise.resolve({
    name: "scripts-in-text",
    n: PAYLOADS,
    fields,
    views,
    ran,
    holds: n === 1 && passed === 1 && ran === 0,
  });
}
