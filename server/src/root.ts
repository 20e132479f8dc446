/** The folder of the checkout, found from wherever this file runs: from source, in a test, or built into `dist`. */
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

function findRoot(folder: string): string {
  if (existsSync(join(folder, "pnpm-workspace.yaml"))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error("pnpm-workspace.yaml not found in any folder above the program");
  return findRoot(parent);
}

export const root = findRoot(dirname(fileURLToPath(import.meta.url)));
