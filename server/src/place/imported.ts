/** A file of the town that only an import brings: what it holds now, and how it is written. */
import type { z } from "zod";
import { type Town, read } from "./town.ts";

/** Undefined where nothing was imported yet. */
export function readImported<T extends z.ZodType>(
  { files }: Town,
  name: string,
  schema: T,
): z.output<T> | undefined {
  return files.has(name) ? read(files, name, schema) : undefined;
}

export const writeJson = (content: unknown) => Buffer.from(JSON.stringify(content));

export interface Compared {
  added: number;
  changed: number;
  unchanged: number;
  /** Among those before, but no longer. */
  gone: number;
}

/** Holds the things of a file against those that were there, by a key of each. */
export function compare<T>(before: readonly T[], after: readonly T[], keyOf: (thing: T) => string): Compared {
  const known = new Map(before.map((thing) => [keyOf(thing), JSON.stringify(thing)]));
  const compared: Compared = { added: 0, changed: 0, unchanged: 0, gone: 0 };
  for (const thing of after) {
    const same = known.get(keyOf(thing));
    if (same === undefined) compared.added += 1;
    else if (same === JSON.stringify(thing)) compared.unchanged += 1;
    else compared.changed += 1;
    known.delete(keyOf(thing));
  }
  compared.gone = known.size;
  return compared;
}
