/** Files for tests of imports, written into a folder that is removed at the end of the test. */
import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { Source, SourceRow } from "../imports/formats/source.ts";
import type { ImportFile } from "../imports/kind.ts";

export function writeImportFile(name: string, content: string | Uint8Array): ImportFile {
  const folder = mkdtempSync(join(tmpdir(), "trygg-import-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, name);
  writeFileSync(path, content);
  return { name, path, size: statSync(path).size };
}

export async function rowsOf({ rows }: Source): Promise<SourceRow[]> {
  const read: SourceRow[] = [];
  for await (const row of rows) read.push(row);
  return read;
}
