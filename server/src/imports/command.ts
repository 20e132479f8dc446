/** `pnpm trygg import <kind> <file>`: what an operator types, and what is printed. */
import { stat } from "node:fs/promises";
import { basename } from "node:path";
import { parseArgs } from "node:util";
import { importKind, importKinds } from "@trygg/shared/imports/schema.ts";
import { Presets, SingleBar } from "cli-progress";
import type { Services } from "../context.ts";
import { removeOsm } from "../place/osm/remove.ts";
import { Refusal } from "../refusal.ts";
import type { ImportFile, Mapping, Progress } from "./kind.ts";
import { noMapping, readMapping, readPairs } from "./mapping.ts";
import { tellOutcome } from "./outcome.ts";
import { runImport } from "./run.ts";

export const importUsage =
  `import <${importKinds.join("|")}> <file> [--dry-run] [--keep-good]` +
  " [--map id=Nr,height=Höjd | --map mapping.json] [--default owner=municipality] [--crs EPSG:3009]" +
  "   bring in a file\n" +
  "  pnpm trygg import osm --remove   take the imported map away: the town's own stands again";

export async function importFile(services: Services, args: string[]): Promise<void> {
  const { positionals, values } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      "dry-run": { type: "boolean", default: false },
      "keep-good": { type: "boolean", default: false },
      map: { type: "string" },
      default: { type: "string" },
      crs: { type: "string" },
      remove: { type: "boolean", default: false },
    },
  });
  const [given = "", path = "", ...more] = positionals;
  const kind = importKind.safeParse(given);
  if (values.remove) return removeMap(services, positionals);
  if (!kind.success || path === "" || more.length > 0)
    throw new Refusal(
      "badFile",
      `import: expected <${importKinds.join("|")}> <file>, got "${positionals.join(" ")}"`,
    );
  const file = await findFile(path);
  const order = {
    kind: kind.data,
    file,
    mapping: await mappingOf(values),
    dryRun: values["dry-run"],
    keepGood: values["keep-good"],
  };
  const outcome = await withBar((progress) =>
    runImport(services, order, { accountId: null, role: "operator" }, progress),
  );
  for (const line of tellOutcome(outcome, order)) console.log(line);
  if (outcome.rejected > 0 && !outcome.stored && !order.dryRun) process.exitCode = 1;
}

async function removeMap(services: Services, positionals: string[]): Promise<void> {
  if (positionals.join(" ") !== "osm")
    throw new Refusal("badFile", `import: expected osm with --remove, got "${positionals.join(" ")}"`);
  const removed = await removeOsm(services);
  console.log(
    removed > 0
      ? `Taken away: ${removed} files. The town's own map stands again.`
      : "The town's own map stands already.",
  );
}

async function findFile(path: string): Promise<ImportFile> {
  const found = await stat(path).catch(() => undefined);
  if (!found?.isFile()) throw new Refusal("badFile", `import: expected a file, got "${path}"`);
  return { name: basename(path), path, size: found.size };
}

interface Options {
  map?: string | undefined;
  default?: string | undefined;
  crs?: string | undefined;
}

async function mappingOf({ map, default: given = "", crs }: Options): Promise<Mapping> {
  const mapping = map === undefined ? noMapping : await readMapping(map);
  return {
    ...mapping,
    defaults: { ...mapping.defaults, ...readPairs(given) },
    crs: crs ?? mapping.crs,
  };
}

/** Shows a bar on standard error where somebody watches. */
async function withBar<T>(work: (progress: Progress) => Promise<T>): Promise<T> {
  if (!process.stderr.isTTY) return work(() => undefined);
  const bar = new SingleBar(
    { format: "{bar} {percentage} %", stream: process.stderr, clearOnComplete: true, hideCursor: true },
    Presets.shades_classic,
  );
  bar.start(1, 0);
  try {
    return await work((share) => bar.update(share));
  } finally {
    bar.stop();
  }
}
