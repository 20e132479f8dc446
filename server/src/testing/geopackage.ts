/** Writes a small GeoPackage with one layer of points or polygons. */
import type { Geometry } from "geojson";
import initSqlJs from "sql.js";
import wkx from "wkx";

interface Layer {
  srs: number;
  /** Names of further columns and their values, row by row. */
  columns: string[];
  rows: [geometry: Geometry | Uint8Array | null, ...cells: (string | number | null)[]][];
}

export async function makeGeoPackage(layers: Record<string, Layer>): Promise<Uint8Array> {
  const { Database } = await initSqlJs();
  const db = new Database();
  db.run(`
    create table gpkg_spatial_ref_sys (srs_id integer primary key, organization text, organization_coordsys_id integer);
    create table gpkg_geometry_columns (table_name text, column_name text, geometry_type_name text, srs_id integer);
  `);
  for (const [name, { srs, columns, rows }] of Object.entries(layers)) {
    db.run("insert or ignore into gpkg_spatial_ref_sys values (?, 'EPSG', ?)", [srs, srs]);
    db.run("insert into gpkg_geometry_columns values (?, 'geom', 'GEOMETRY', ?)", [name, srs]);
    const quoted = columns.map((column) => `"${column}"`);
    db.run(`create table "${name}" (${["fid integer primary key", "geom blob", ...quoted].join(", ")})`);
    for (const [geometry, ...cells] of rows) {
      const blob = geometry && !(geometry instanceof Uint8Array) ? geoPackageBinary(geometry, srs) : geometry;
      const marks = [blob, ...cells].map(() => "?").join(", ");
      db.run(`insert into "${name}" (${["geom", ...quoted].join(", ")}) values (${marks})`, [blob, ...cells]);
    }
  }
  const bytes = db.export();
  db.close();
  return bytes;
}

/** Little-endian, without an envelope. */
function geoPackageBinary(geometry: Geometry, srs: number): Uint8Array {
  const header = Buffer.alloc(8);
  header.write("GP");
  header.writeUInt8(1, 3);
  header.writeInt32LE(srs, 4);
  return Buffer.concat([header, wkx.Geometry.parseGeoJSON(geometry).toWkb()]);
}
