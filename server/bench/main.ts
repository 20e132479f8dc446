/**
 * `pnpm bench [name]` measures, `pnpm bench proof [part]` runs the checks that are too slow for the tests. Each prints
 * one JSON object a line; a proof that fails ends with status 1.
 */
import { proveAccess } from "./access.ts";
import { proveBrigade } from "./brigade.ts";
import { proveCanary } from "./canary.ts";
import { measureDeskList } from "./desk-list.ts";
import { proveDeskScroll } from "./desk-scroll.ts";
import { proveDurability } from "./durability.ts";
import { proveEnumeration } from "./enumeration.ts";
import type { Result } from "./figures.ts";
import { measureImport } from "./import.ts";
import { measureFilter } from "./filter.ts";
import { proveFlood } from "./flood.ts";
import { proveGuessing } from "./guessing.ts";
import { proveHolder } from "./holder.ts";
import { measureLight } from "./light.ts";
import { proveLightDrag } from "./light-drag.ts";
import { measureLightMove } from "./light-move.ts";
import { proveLighthouse } from "./lighthouse.ts";
import { measureNearest } from "./nearest.ts";
import { measurePoints } from "./points.ts";
import { proveOffline } from "./offline.ts";
import { provePrivacy } from "./privacy.ts";
import { measureReady } from "./ready.ts";
import { measureRelease } from "./release.ts";
import { measureReleaseRead } from "./release-read.ts";
import { proveScreens } from "./screens.ts";
import { proveScriptsInText } from "./scripts-in-text.ts";
import { measureSearch } from "./search.ts";
import { proveSlowLine } from "./slow-line.ts";
import { proveStop } from "./stop.ts";
import { proveSync } from "./sync.ts";
import { measureSubmit } from "./submit.ts";
import { measureSuggest } from "./suggest.ts";

type Run = () => Promise<Result> | AsyncIterable<Result>;

const benches: Record<string, Run> = {
  search: measureSearch,
  import: measureImport,
  submit: measureSubmit,
  suggest: measureSuggest,
  filter: measureFilter,
  points: measurePoints,
  "desk-list": measureDeskList,
  nearest: measureNearest,
  light: measureLight,
  "light-move": measureLightMove,
  ready: measureReady,
  release: measureRelease,
  "release-read": measureReleaseRead,
};
const proofs: Record<string, Run> = {
  access: proveAccess,
  brigade: proveBrigade,
  canary: proveCanary,
  "desk-scroll": proveDeskScroll,
  durability: proveDurability,
  enumeration: proveEnumeration,
  flood: proveFlood,
  guessing: proveGuessing,
  holder: proveHolder,
  "light-drag": proveLightDrag,
  lighthouse: proveLighthouse,
  offline: proveOffline,
  privacy: provePrivacy,
  screens: proveScreens,
  "scripts-in-text": proveScriptsInText,
  "slow-line": proveSlowLine,
  stop: proveStop,
  sync: proveSync,
};

async function main([first, second]: string[]): Promise<void> {
  const proving = first === "proof";
  const [runs, wanted] = proving ? [proofs, second] : [benches, first];
  const chosen = wanted === undefined ? Object.values(runs) : [runs[wanted]];
  for (const run of chosen) {
    if (!run) throw new Error(`expected one of ${Object.keys(runs).join(", ")}, got "${wanted}"`);
    for await (const result of resultsOf(run())) {
      console.log(JSON.stringify(result));
      if (result.holds === false) process.exitCode = 1;
    }
  }
}

/** One result, or each as soon as it is there. */
async function* resultsOf(run: ReturnType<Run>): AsyncGenerator<Result> {
  if (run instanceof Promise) yield await run;
  else yield* run;
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
