/** `pnpm --filter @trygg/data basemap`: builds every drawn file and writes those that changed. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { buildAll } from "./build.ts";

const folder = join(import.meta.dirname, "..");

for (const [name, text] of buildAll()) {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  const changed = text !== readIfThere(path);
  if (changed) writeFileSync(path, text);
  console.log(`${name} ${Math.round(text.length / 1000)} kB${changed ? ", written" : ""}`);
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}
