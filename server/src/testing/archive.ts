/** Writes a PMTiles archive of version 3: https://github.com/protomaps/PMTiles/blob/main/spec/v3/spec.md */
import { writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { Compression, type TileType, zxyToTileId } from "pmtiles";

const HEADER_BYTES = 127;

export interface Tile {
  z: number;
  x: number;
  y: number;
  data: Uint8Array;
}

interface Content {
  type: TileType;
  tiles: Tile[];
  /** West, south, east, north. */
  bounds: [number, number, number, number];
  metadata: object;
}

/** One directory is enough for the few hundred tiles of a test. */
export function writeArchive(path: string, { type, tiles, bounds, metadata }: Content): void {
  const entries = tiles
    .map(({ z, x, y, data }) => ({ id: zxyToTileId(z, x, y), data }))
    .sort((one, other) => one.id - other.id);
  const directory = gzipSync(Buffer.from(directoryOf(entries)));
  const about = gzipSync(JSON.stringify(metadata));
  const content = Buffer.concat(entries.map(({ data }) => data));
  const zooms = tiles.map(({ z }) => z);

  const header = Buffer.alloc(HEADER_BYTES);
  header.write("PMTiles", 0, "latin1");
  header.writeUInt8(3, 7);
  let offset = HEADER_BYTES;
  const leaves = Buffer.alloc(0);
  for (const [index, section] of [directory, about, leaves, content].entries()) {
    header.writeBigUInt64LE(BigInt(offset), 8 + index * 16);
    header.writeBigUInt64LE(BigInt(section.length), 16 + index * 16);
    offset += section.length;
  }
  for (const place of [72, 80, 88]) header.writeBigUInt64LE(BigInt(entries.length), place);
  header.writeUInt8(1, 96);
  header.writeUInt8(Compression.Gzip, 97);
  header.writeUInt8(Compression.None, 98);
  header.writeUInt8(type, 99);
  header.writeUInt8(Math.min(...zooms), 100);
  header.writeUInt8(Math.max(...zooms), 101);
  for (const [index, degrees] of bounds.entries())
    header.writeInt32LE(Math.round(degrees * 1e7), 102 + index * 4);
  writeFileSync(path, Buffer.concat([header, directory, about, content]));
}

/** Ids as differences, then lengths of runs, lengths in bytes, and offsets, of which 0 means "right after". */
function directoryOf(entries: { id: number; data: Uint8Array }[]): number[] {
  return [
    ...varint(entries.length),
    ...entries.flatMap(({ id }, index) => varint(id - (entries[index - 1]?.id ?? 0))),
    ...entries.flatMap(() => varint(1)),
    ...entries.flatMap(({ data }) => varint(data.length)),
    ...entries.flatMap((_, index) => varint(index === 0 ? 1 : 0)),
  ];
}

function varint(value: number): number[] {
  const bytes = [];
  let rest = value;
  for (; rest >= 128; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128);
  return [...bytes, rest];
}
