/** GeoPackage: SQLite, read by SQLite itself in WebAssembly, where a broken or hostile file can reach nothing. */
import { readFile } from "node:fs/promises";
import type { Geometry } from "geojson";
import initSqlJs, { type Database, type SqlValue } from "sql.js";
import wkx from "wkx";
import { Refusal } from "../../refusal.ts";
import type { ImportFile, Progress } from "../kind.ts";
import { say } from "../say.ts";
import type { Source, SourceRow } from "./source.ts";
import { refuseLarge } from "./whole.ts";

export async function readGeoPackage(file: ImportFile, progress: Progress): Promise<Source> {
  refuseLarge(file, "GeoPackage");
  const { Database } = await initSqlJs();
  const db = new Database(await readFile(file.path));
  try {
    const layer = findLayer(db);
    progress(0.2);
    return { columns: layer.columns, crs: layer.crs, rows: readRows(db, layer, progress) };
  } catch (error) {
    db.close();
    throw explain(error);
  }
}

interface Layer {
  table: string;
  geometry: string;
  crs: string;
  /** But the geometry. */
  columns: string[];
  count: number;
}

/** The one layer with geometries. Views are left out: they could compute for ever. */
function findLayer(db: Database): Layer {
  const layers = select(
    db,
    `select g.table_name, g.column_name, s.organization || ':' || s.organization_coordsys_id
     from gpkg_geometry_columns g
     join sqlite_schema t on t.type = 'table' and t.name = g.table_name
     left join gpkg_spatial_ref_sys s on s.srs_id = g.srs_id`,
  ).map((row) => row.map(String));
  const [layer, second] = layers;
  if (!layer) throw new Refusal("badFile", "expected a GeoPackage with a layer of geometries, got none");
  if (second)
    throw new Refusal(
      "badFile",
      `expected a GeoPackage with one layer, got ${layers.map(([name]) => `"${name}"`).join(", ")}: save one of them by itself`,
    );
  const [table = "", geometry = "", crs = ""] = layer;
  const names = select(db, "select name from pragma_table_info(?)", [table]).map(([name]) => String(name));
  const [[count] = []] = select(db, `select count(*) from ${quoted(table)}`);
  return { table, geometry, crs, columns: names.filter((name) => name !== geometry), count: Number(count) };
}

async function* readRows(
  db: Database,
  { table, geometry, columns, count }: Layer,
  progress: Progress,
): AsyncGenerator<SourceRow> {
  const statement = db.prepare(
    `select ${[geometry, ...columns].map(quoted).join(", ")} from ${quoted(table)}`,
  );
  try {
    for (let row = 1; statement.step(); row += 1) {
      if (row % 1000 === 0) progress(0.2 + (0.8 * row) / count);
      const [shape = null, ...cells] = statement.get();
      const properties = Object.fromEntries(columns.map((column, index) => [column, cells[index]]));
      yield { row, properties, ...readGeometry(shape) };
    }
  } catch (error) {
    throw explain(error);
  } finally {
    statement.free();
    db.close();
  }
}

/** Bytes of the envelope by its kind in the flags. */
const ENVELOPES = [0, 32, 48, 48, 64];
const HEADER = 8;

/** GeoPackage binary: a header of its own before well-known binary. https://www.geopackage.org/spec131/#gpb_format */
function readGeometry(shape: SqlValue): Pick<SourceRow, "geometry" | "fault"> {
  if (shape === null) return { geometry: null };
  const bytes = shape instanceof Uint8Array ? Buffer.from(shape) : Buffer.alloc(0);
  const flags = bytes[3] ?? 0;
  const envelope = ENVELOPES[(flags >> 1) & 7];
  if (bytes.toString("latin1", 0, 2) !== "GP" || envelope === undefined)
    return { geometry: null, fault: say("badGeometry") };
  const isEmpty = (flags & 0b10000) !== 0;
  if (isEmpty) return { geometry: null };
  try {
    const parsed = wkx.Geometry.parse(bytes.subarray(HEADER + envelope));
    return { geometry: parsed.toGeoJSON() as Geometry };
  } catch {
    return { geometry: null, fault: say("badGeometry") };
  }
}

function select(db: Database, sql: string, values: SqlValue[] = []): SqlValue[][] {
  return db.exec(sql, values)[0]?.values ?? [];
}

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

function explain(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  return new Refusal("badFile", `expected a GeoPackage (${(error as Error).message})`);
}
