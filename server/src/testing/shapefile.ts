/** Writes a Shapefile of points or polygons by hand, after ESRI's technical description. */
import type { Position } from "geojson";

interface Table {
  /** Names of up to ten characters, with texts or numbers below them. */
  columns: string[];
  rows: [shape: Position | Position[], ...cells: (string | number)[]][];
}

interface Shapefile {
  shp: Buffer;
  dbf: Buffer;
}

const FIELD = 30;

export function makeShapefile({ columns, rows }: Table, encoding: BufferEncoding = "latin1"): Shapefile {
  const shapes = rows.map(([shape]) => shape);
  const isPoint = shapes.every((shape) => typeof shape[0] === "number");
  const contents = shapes.map((shape) =>
    isPoint ? pointRecord(shape as Position) : polygonRecord(shape as Position[]),
  );
  return {
    shp: Buffer.concat([mainHeader(isPoint ? 1 : 5), ...contents.map(recordOf)]),
    dbf: table(
      columns,
      rows.map(([, ...cells]) => cells),
      encoding,
    ),
  };
}

function mainHeader(type: number): Buffer {
  const header = Buffer.alloc(100);
  header.writeInt32BE(9994, 0);
  header.writeInt32LE(1000, 28);
  header.writeInt32LE(type, 32);
  return header;
}

function recordOf(content: Buffer, index: number): Buffer {
  const header = Buffer.alloc(8);
  header.writeInt32BE(index + 1, 0);
  header.writeInt32BE(content.length / 2, 4);
  return Buffer.concat([header, content]);
}

function pointRecord([x = 0, y = 0]: Position): Buffer {
  const content = Buffer.alloc(20);
  content.writeInt32LE(1, 0);
  content.writeDoubleLE(x, 4);
  content.writeDoubleLE(y, 12);
  return content;
}

/** One ring; its box is left at zero, which no reader needs. */
function polygonRecord(ring: Position[]): Buffer {
  const content = Buffer.alloc(48 + ring.length * 16);
  content.writeInt32LE(5, 0);
  content.writeInt32LE(1, 36);
  content.writeInt32LE(ring.length, 40);
  for (const [index, [x = 0, y = 0]] of ring.entries()) {
    content.writeDoubleLE(x, 48 + index * 16);
    content.writeDoubleLE(y, 56 + index * 16);
  }
  return content;
}

function table(columns: string[], rows: (string | number)[][], encoding: BufferEncoding): Buffer {
  const header = Buffer.alloc(32);
  header.writeUInt8(3, 0);
  header.writeUInt32LE(rows.length, 4);
  header.writeUInt16LE(32 + columns.length * 32 + 1, 8);
  header.writeUInt16LE(1 + columns.length * FIELD, 10);
  const descriptors = columns.map((name, column) => {
    const descriptor = Buffer.alloc(32);
    descriptor.write(name, encoding);
    descriptor.write(typeof rows[0]?.[column] === "number" ? "N" : "C", 11);
    descriptor.writeUInt8(FIELD, 16);
    return descriptor;
  });
  const cells = rows.map((row) =>
    Buffer.concat([Buffer.from(" "), ...row.map((cell) => paddedCell(String(cell), encoding))]),
  );
  return Buffer.concat([header, ...descriptors, Buffer.from([13]), ...cells, Buffer.from([26])]);
}

function paddedCell(text: string, encoding: BufferEncoding): Buffer {
  const cell = Buffer.alloc(FIELD, " ");
  cell.write(text, encoding);
  return cell;
}
