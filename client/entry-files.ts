/** Finds what an entry of a build loads at once. */
import type { Rollup } from "vite";

export function entriesOf(bundle: Rollup.OutputBundle): string[] {
  const chunks = Object.values(bundle).filter((each) => each.type === "chunk");
  return chunks.filter(({ isEntry }) => isEntry).map(({ name }) => name);
}

/** The entry, first, and every chunk that it imports at once. */
export function chunksOf(name: string, bundle: Rollup.OutputBundle): Rollup.OutputChunk[] {
  const chunks = Object.values(bundle).filter((each) => each.type === "chunk");
  const entry = chunks.find((chunk) => chunk.isEntry && chunk.name === name);
  if (!entry) throw new Error(`expected an entry named "${name}"`);
  const found = new Set<Rollup.OutputChunk>();
  const add = (chunk: Rollup.OutputChunk) => {
    if (found.has(chunk)) return;
    found.add(chunk);
    for (const file of chunk.imports) for (const each of chunks) if (each.fileName === file) add(each);
  };
  add(entry);
  return [...found];
}
