/** What the operator says about a file: `id=Nr,height=Höjd`, or a JSON file with columns, values, defaults and system. */
import { readFile } from "node:fs/promises";
import { importMapping } from "@trygg/shared/imports/schema.ts";
import { Refusal } from "../refusal.ts";
import type { Mapping } from "./kind.ts";

export const noMapping: Mapping = { columns: {}, values: {}, defaults: {} };

/** Reads `--map`; a name that ends in .json is a file. */
export async function readMapping(given: string): Promise<Mapping> {
  return given.toLowerCase().endsWith(".json")
    ? readMappingFile(given)
    : { ...noMapping, columns: readPairs(given) };
}

/** `field=Column`, separated by commas. */
export function readPairs(given: string): Record<string, string> {
  const pairs = given.split(",").filter((pair) => pair.trim() !== "");
  return Object.fromEntries(
    pairs.map((pair) => {
      const [field = "", ...column] = pair.split("=").map((part) => part.trim());
      if (field === "" || column.join("=") === "")
        throw new Refusal("badFile", `the mapping: expected field=Column, got "${pair.trim()}"`);
      return [field, column.join("=")];
    }),
  );
}

async function readMappingFile(path: string): Promise<Mapping> {
  let content: unknown;
  try {
    content = JSON.parse(await readFile(path, "utf8"));
  } catch (error) {
    throw new Refusal("badFile", `${path}: expected a JSON file (${(error as Error).message})`);
  }
  const parsed = importMapping.safeParse(content);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Refusal("badFile", `${path}: ${issue?.path.join(".")}: ${issue?.message}`);
}
