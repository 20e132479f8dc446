/** Files of an archive, unpacked in memory; an archive that swells beyond measure is refused before it does. */
import { buffer } from "node:stream/consumers";
import { type Entry, type ZipFile, openPromise } from "yauzl";
import { Refusal } from "../../refusal.ts";
import { LARGEST_WHOLE } from "./whole.ts";

const MOST_ENTRIES = 100;

/** The files with one of these endings, by ending in lower case. */
export async function unzip(path: string, endings: readonly string[]): Promise<Map<string, Buffer>> {
  let zip: ZipFile;
  try {
    // Whoever inflates to more than its entry says is cut off there.
    zip = await openPromise(path, { lazyEntries: true, autoClose: false, validateEntrySizes: true });
  } catch (error) {
    throw explain(error);
  }
  try {
    return await readEntries(zip, endings);
  } catch (error) {
    throw explain(error);
  } finally {
    zip.close();
  }
}

async function readEntries(zip: ZipFile, endings: readonly string[]): Promise<Map<string, Buffer>> {
  if (zip.entryCount > MOST_ENTRIES)
    throw new Refusal(
      "tooLarge",
      `expected an archive of at most ${MOST_ENTRIES} files, got ${zip.entryCount}`,
    );
  const found = new Map<string, Buffer>();
  let unpacked = 0;
  for await (const entry of zip.eachEntry()) {
    const ending = endings.find((each) => entry.fileName.toLowerCase().endsWith(each));
    if (!ending || isForeign(entry)) continue;
    if (found.has(ending)) throw new Refusal("badFile", `expected an archive with one ${ending}, got more`);
    unpacked += entry.uncompressedSize;
    if (unpacked > LARGEST_WHOLE)
      throw new Refusal(
        "tooLarge",
        `expected an archive of at most ${LARGEST_WHOLE / 1024 ** 2} MB unpacked`,
      );
    found.set(ending, await buffer(await zip.openReadStreamPromise(entry)));
  }
  return found;
}

/** What macOS adds beside each file. */
const isForeign = ({ fileName }: Entry) => fileName.startsWith("__MACOSX/");

function explain(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  return new Refusal("badFile", `expected a zip archive (${(error as Error).message})`);
}
