/**
 * OSM PBF: a row of blobs, each a small header and a packed block of elements. The format is told at
 * https://wiki.openstreetmap.org/wiki/PBF_Format; the numbers in `case` are its field numbers.
 */
import { open, type FileHandle } from "node:fs/promises";
import { promisify } from "node:util";
import { inflate } from "node:zlib";
import { PbfReader } from "pbf";
import { NO_TAGS, type OsmItem, type OsmMember, type Tags, osmDegrees } from "./osm-item.ts";

/** The format's own bounds: a reader may refuse what is larger; bytes. */
const LARGEST_HEADER = 64 * 1024;
const LARGEST_BLOB = 32 * 1024 * 1024;

const FEATURES = new Set(["OsmSchema-V0.6", "DenseNodes"]);
const NANO = 1e-9;

const unpack = promisify(inflate);

export async function* readOsmPbf(path: string): AsyncGenerator<OsmItem[]> {
  const file = await open(path);
  try {
    for (;;) {
      const length = await readExactly(file, 4, "the length of a blob", true);
      if (!length) return;
      const header = readBlobHeader(
        await take(file, length.readUInt32BE(), LARGEST_HEADER, "a blob's header"),
      );
      const block = await unpackBlob(await take(file, header.size, LARGEST_BLOB, "a blob"));
      if (header.type === "OSMHeader") yield readHeader(block);
      if (header.type === "OSMData") yield readBlock(block);
    }
  } finally {
    await file.close();
  }
}

async function take(file: FileHandle, size: number, most: number, what: string): Promise<Buffer> {
  if (size > most) throw new Error(`${what} of ${size} bytes where the format allows ${most}`);
  const bytes = await readExactly(file, size, what);
  return bytes ?? Buffer.alloc(0);
}

async function readExactly(
  file: FileHandle,
  size: number,
  what: string,
  mayEnd = false,
): Promise<Buffer | undefined> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(size), 0, size);
  if (mayEnd && bytesRead === 0) return undefined;
  if (bytesRead < size) throw new Error(`a file that ends within ${what}`);
  return buffer;
}

function readBlobHeader(bytes: Buffer): { type: string; size: number } {
  const header = { type: "", size: 0 };
  return new PbfReader(bytes).readFields((field, into, pbf) => {
    if (field === 1) into.type = pbf.readString();
    if (field === 3) into.size = pbf.readVarint();
  }, header);
}

async function unpackBlob(bytes: Buffer): Promise<Uint8Array> {
  const blob = {
    size: 0,
    raw: undefined as Uint8Array | undefined,
    zlib: undefined as Uint8Array | undefined,
  };
  new PbfReader(bytes).readFields((field, into, pbf) => {
    if (field === 1) into.raw = pbf.readBytes();
    if (field === 2) into.size = pbf.readVarint();
    if (field === 3) into.zlib = pbf.readBytes();
  }, blob);
  if (blob.raw) return blob.raw;
  if (!blob.zlib) throw new Error("a blob that is packed with something else than zlib");
  if (blob.size > LARGEST_BLOB)
    throw new Error(`a blob of ${blob.size} bytes where the format allows ${LARGEST_BLOB}`);
  return unpack(blob.zlib, { maxOutputLength: LARGEST_BLOB });
}

function readHeader(bytes: Uint8Array): OsmItem[] {
  return new PbfReader(bytes).readFields((field, items, pbf) => {
    if (field === 4) {
      const feature = pbf.readString();
      if (!FEATURES.has(feature)) throw new Error(`a file that needs ${feature}`);
    }
    if (field !== 1) return;
    const [west = Number.NaN, east = Number.NaN, north = Number.NaN, south = Number.NaN] = pbf.readMessage(
      (side, box: number[], inner) => {
        if (side >= 1 && side <= 4) box[side - 1] = osmDegrees(inner.readSVarint() * NANO);
      },
      [],
    );
    items.push({ type: "bounds", west, south, east, north });
  }, [] as OsmItem[]);
}

/** What the elements of one block share. */
interface Block {
  strings: string[];
  granularity: number;
  latOffset: number;
  lngOffset: number;
}

function readBlock(bytes: Uint8Array): OsmItem[] {
  const block: Block = { strings: [], granularity: 100, latOffset: 0, lngOffset: 0 };
  // Groups may stand before what they need, so they are read afterwards.
  const groups: Uint8Array[] = [];
  new PbfReader(bytes).readFields((field, into, pbf) => {
    if (field === 1) pbf.readMessage((_, strings, inner) => strings.push(inner.readString()), into.strings);
    if (field === 2) groups.push(pbf.readBytes());
    if (field === 17) into.granularity = pbf.readVarint();
    if (field === 19) into.latOffset = pbf.readVarint(true);
    if (field === 20) into.lngOffset = pbf.readVarint(true);
  }, block);
  const items: OsmItem[] = [];
  for (const group of groups)
    new PbfReader(group).readFields((field, into, pbf) => {
      if (field === 1) into.push(readNode(pbf, block));
      if (field === 2) readDenseNodes(pbf, block, into);
      if (field === 3) into.push(readWay(pbf, block));
      if (field === 4) into.push(readRelation(pbf, block));
    }, items);
  return items;
}

const latOf = ({ latOffset, granularity }: Block, raw: number) =>
  osmDegrees(NANO * (latOffset + granularity * raw));
const lngOf = ({ lngOffset, granularity }: Block, raw: number) =>
  osmDegrees(NANO * (lngOffset + granularity * raw));

function readNode(pbf: PbfReader, block: Block): OsmItem {
  const node = { id: 0, keys: [] as number[], values: [] as number[], lat: 0, lng: 0 };
  pbf.readMessage((field, into, inner) => {
    if (field === 1) into.id = inner.readSVarint();
    if (field === 2) inner.readPackedVarint(into.keys);
    if (field === 3) inner.readPackedVarint(into.values);
    if (field === 8) into.lat = inner.readSVarint();
    if (field === 9) into.lng = inner.readSVarint();
  }, node);
  return {
    type: "node",
    id: node.id,
    lng: lngOf(block, node.lng),
    lat: latOf(block, node.lat),
    tags: tagsOf(block, node.keys, node.values),
  };
}

/** Nodes as columns of differences; the tags of all stand in one row, a 0 after those of each node. */
function readDenseNodes(pbf: PbfReader, block: Block, items: OsmItem[]): void {
  const dense = { ids: [] as number[], lats: [] as number[], lngs: [] as number[], tags: [] as number[] };
  pbf.readMessage((field, into, inner) => {
    if (field === 1) inner.readPackedSVarint(into.ids);
    if (field === 8) inner.readPackedSVarint(into.lats);
    if (field === 9) inner.readPackedSVarint(into.lngs);
    if (field === 10) inner.readPackedVarint(into.tags);
  }, dense);
  const sum = { id: 0, lat: 0, lng: 0 };
  let at = 0;
  dense.ids.forEach((id, index) => {
    sum.id += id;
    sum.lat += dense.lats[index] ?? Number.NaN;
    sum.lng += dense.lngs[index] ?? Number.NaN;
    const [keys, values]: [number[], number[]] = [[], []];
    while (dense.tags[at]) {
      keys.push(dense.tags[at] as number);
      values.push(dense.tags[at + 1] ?? 0);
      at += 2;
    }
    at += 1;
    items.push({
      type: "node",
      id: sum.id,
      lng: lngOf(block, sum.lng),
      lat: latOf(block, sum.lat),
      tags: tagsOf(block, keys, values),
    });
  });
}

function readWay(pbf: PbfReader, block: Block): OsmItem {
  const way = { id: 0, keys: [] as number[], values: [] as number[], refs: [] as number[] };
  pbf.readMessage((field, into, inner) => {
    if (field === 1) into.id = inner.readVarint();
    if (field === 2) inner.readPackedVarint(into.keys);
    if (field === 3) inner.readPackedVarint(into.values);
    if (field === 8) inner.readPackedSVarint(into.refs);
  }, way);
  return { type: "way", id: way.id, refs: summed(way.refs), tags: tagsOf(block, way.keys, way.values) };
}

const MEMBER_TYPES = ["node", "way", "relation"];

function readRelation(pbf: PbfReader, block: Block): OsmItem {
  const relation = {
    id: 0,
    keys: [] as number[],
    values: [] as number[],
    roles: [] as number[],
    refs: [] as number[],
    types: [] as number[],
  };
  pbf.readMessage((field, into, inner) => {
    if (field === 1) into.id = inner.readVarint();
    if (field === 2) inner.readPackedVarint(into.keys);
    if (field === 3) inner.readPackedVarint(into.values);
    if (field === 8) inner.readPackedVarint(into.roles);
    if (field === 9) inner.readPackedSVarint(into.refs);
    if (field === 10) inner.readPackedVarint(into.types);
  }, relation);
  const members = summed(relation.refs).map((ref, index): OsmMember => ({
    type: MEMBER_TYPES[relation.types[index] ?? -1] ?? "",
    ref,
    role: block.strings[relation.roles[index] ?? -1] ?? "",
  }));
  return {
    type: "relation",
    id: relation.id,
    members,
    tags: tagsOf(block, relation.keys, relation.values),
  };
}

/** Ids are stored as differences from the one before. */
function summed(differences: readonly number[]): number[] {
  let sum = 0;
  return differences.map((difference) => (sum += difference));
}

function tagsOf({ strings }: Block, keys: readonly number[], values: readonly number[]): Tags {
  if (keys.length === 0) return NO_TAGS;
  return Object.fromEntries(
    keys.map((key, index) => [strings[key] ?? "", strings[values[index] ?? -1] ?? ""]),
  );
}
