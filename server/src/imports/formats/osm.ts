/**
 * An extract of OpenStreetMap in any of its three forms, told by its first bytes: names of files are unreliable. The
 * elements come in the file's order, many at a time, and may be read as often as needed.
 */
import { open } from "node:fs/promises";
import { Refusal } from "../../refusal.ts";
import type { OsmItem } from "./osm-item.ts";
import { readOsmJson } from "./osm-json.ts";
import { readOsmPbf } from "./osm-pbf.ts";
import { readOsmXml } from "./osm-xml.ts";

export interface OsmFile {
  /** As it was called where it came from. */
  name: string;
  path: string;
}

/** Bytes that are enough to tell the forms apart. */
const HEAD = 64;

export async function openOsm({ name, path }: OsmFile): Promise<() => AsyncIterable<OsmItem[]>> {
  const read = readerOf(await readHead(path), name);
  return () => explained(read(path), name);
}

type Reader = (path: string) => AsyncIterable<OsmItem[]>;

function readerOf(head: Buffer, name: string): Reader {
  const text = head.toString("utf8").replace(/^\uFEFF/, "");
  if (head.indexOf("OSMHeader") === 6) return readOsmPbf;
  if (/^\s*</.test(text)) return readOsmXml;
  if (/^\s*\{/.test(text)) return readOsmJson;
  throw new Refusal("badFile", `${name}: expected OSM XML, PBF or Overpass JSON, got ${packed(head)}`);
}

function packed(head: Buffer): string {
  if (head.length === 0) return "an empty file";
  const packings = { gzip: "1f8b", bzip2: "425a68", zip: "504b", "7z": "377abc", xz: "fd377a" };
  const found = Object.entries(packings).find(([, magic]) => head.toString("hex").startsWith(magic));
  return found ? `a file packed with ${found[0]}: unpack it first` : "something else";
}

async function readHead(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD), 0, HEAD, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** Whatever a reader stumbles on becomes one plain line that names the file. */
async function* explained(items: AsyncIterable<OsmItem[]>, name: string): AsyncGenerator<OsmItem[]> {
  try {
    yield* items;
  } catch (error) {
    if (error instanceof Refusal) throw error;
    const [line = ""] = (error as Error).message.split("\n");
    throw new Refusal("badFile", `${name}: expected a whole OpenStreetMap extract, got ${line}`);
  }
}
