/**
 * GeoPackage 1.3 (OGC 12-128r17): one layer in SWEREF 99 TM, written by the same SQLite in WebAssembly that reads those
 * that are brought in.
 */
import { toGrid } from "@trygg/shared/geo/sweref.ts";
import { coordEach, featureCollection, feature } from "@turf/turf";
import type { Geometry, Position } from "geojson";
import initSqlJs, { type Database } from "sql.js";
import wkx from "wkx";
import type { FlatRow } from "./rows.ts";

const SRS = 3006;

/** "GPKG" and version 1.3, by which programs know what the file is. */
const HEAD = "pragma application_id = 0x47504B47; pragma user_version = 10300;";

/** The tables that every GeoPackage has, and the three systems that it must define. */
const TABLES = `
  create table gpkg_spatial_ref_sys (
    srs_name text not null, srs_id integer primary key not null, organization text not null,
    organization_coordsys_id integer not null, definition text not null, description text);
  create table gpkg_contents (
    table_name text primary key not null, data_type text not null, identifier text unique, description text default '',
    last_change datetime not null, min_x double, min_y double, max_x double, max_y double,
    srs_id integer references gpkg_spatial_ref_sys(srs_id));
  create table gpkg_geometry_columns (
    table_name text not null unique references gpkg_contents(table_name), column_name text not null,
    geometry_type_name text not null, srs_id integer not null references gpkg_spatial_ref_sys(srs_id),
    z tinyint not null, m tinyint not null, primary key (table_name, column_name));`;

const WGS84 = `GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433],AUTHORITY["EPSG","4326"]]`;
const SWEREF99TM = `PROJCS["SWEREF99 TM",GEOGCS["SWEREF99",DATUM["SWEREF99",SPHEROID["GRS 1980",6378137,298.257222101],TOWGS84[0,0,0,0,0,0,0]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433],AUTHORITY["EPSG","4619"]],PROJECTION["Transverse_Mercator"],PARAMETER["latitude_of_origin",0],PARAMETER["central_meridian",15],PARAMETER["scale_factor",0.9996],PARAMETER["false_easting",500000],PARAMETER["false_northing",0],UNIT["metre",1],AUTHORITY["EPSG","3006"]]`;
const systems: [name: string, id: number, organization: string, definition: string][] = [
  ["Undefined cartesian", -1, "NONE", "undefined"],
  ["Undefined geographic", 0, "NONE", "undefined"],
  ["WGS 84 geodetic", 4326, "EPSG", WGS84],
  ["SWEREF99 TM", SRS, "EPSG", SWEREF99TM],
];

/** The file in one piece; `name` is its layer's, `at` the instant for which it stands. */
export async function* writeGeoPackage(
  rows: Iterable<FlatRow> | AsyncIterable<FlatRow>,
  name: string,
  at: number,
): AsyncGenerator<Uint8Array> {
  const { Database } = await initSqlJs();
  const db = new Database();
  try {
    db.run(HEAD + TABLES);
    for (const [title, id, organization, definition] of systems)
      db.run("insert into gpkg_spatial_ref_sys values (?, ?, ?, ?, ?, null)", [
        title,
        id,
        organization,
        id,
        definition,
      ]);
    await writeLayer(db, rows, name, at);
    yield db.export();
  } finally {
    db.close();
  }
}

async function writeLayer(
  db: Database,
  rows: Iterable<FlatRow> | AsyncIterable<FlatRow>,
  name: string,
  at: number,
): Promise<void> {
  const all: FlatRow[] = [];
  for await (const row of rows) all.push(row);
  const shapes = all.map(({ geometry }) => (geometry ? inMetres(geometry) : null));
  db.run("insert into gpkg_contents values (?, 'features', ?, '', ?, ?, ?, ?, ?, ?)", [
    name,
    name,
    new Date(at).toISOString(),
    ...boundsOf(shapes),
    SRS,
  ]);
  db.run("insert into gpkg_geometry_columns values (?, 'geom', ?, ?, 0, 0)", [name, typeOf(shapes), SRS]);
  const columns = Object.keys(all[0]?.properties ?? {});
  const kinds = columns.map((column) => `${quoted(column)} ${columnType(all, column)}`);
  db.run(`create table ${quoted(name)} (${["fid integer primary key", "geom blob", ...kinds].join(", ")})`);
  const statement = db.prepare(
    `insert into ${quoted(name)} (${["geom", ...columns.map(quoted)].join(", ")}) values (${["?", ...columns.map(() => "?")].join(", ")})`,
  );
  db.run("begin");
  for (const [index, { properties }] of all.entries()) {
    const shape = shapes[index];
    statement.run([shape ? binaryOf(shape) : null, ...columns.map((column) => properties[column] ?? null)]);
  }
  statement.free();
  db.run("commit");
}

/** To the centimetre, as positions are stored. */
function inMetres(geometry: Geometry): Geometry {
  const moved = structuredClone(geometry);
  coordEach(moved, (position: Position) => {
    const [lng = 0, lat = 0] = position;
    const { east, north } = toGrid({ lng, lat });
    position.splice(0, 2, Math.round(east * 100) / 100, Math.round(north * 100) / 100);
  });
  return moved;
}

/** West, south, east and north of all shapes; nothing where there is none. */
function boundsOf(shapes: (Geometry | null)[]): (number | null)[] {
  const bounds = [Infinity, Infinity, -Infinity, -Infinity] as [number, number, number, number];
  const drawn = shapes.flatMap((shape) => (shape ? [feature(shape)] : []));
  coordEach(featureCollection(drawn), ([east = 0, north = 0]) => {
    bounds[0] = Math.min(bounds[0], east);
    bounds[1] = Math.min(bounds[1], north);
    bounds[2] = Math.max(bounds[2], east);
    bounds[3] = Math.max(bounds[3], north);
  });
  return drawn.length > 0 ? bounds : [null, null, null, null];
}

/** The one type of all shapes, or that of any. */
function typeOf(shapes: (Geometry | null)[]): string {
  const types = new Set(shapes.flatMap((shape) => (shape ? [shape.type.toUpperCase()] : [])));
  const [only = "GEOMETRY"] = types;
  return types.size === 1 ? only : "GEOMETRY";
}

function columnType(rows: FlatRow[], column: string): string {
  const values = rows.map(({ properties }) => properties[column]).filter((value) => value !== null);
  if (values.length === 0 || values.some((value) => typeof value === "string")) return "text";
  return values.every(Number.isInteger) ? "integer" : "double";
}

/** A header of its own, little-endian and without an envelope, before well-known binary. */
function binaryOf(geometry: Geometry): Uint8Array {
  const header = Buffer.alloc(8);
  header.write("GP");
  header.writeUInt8(1, 3);
  header.writeInt32LE(SRS, 4);
  return Buffer.concat([header, wkx.Geometry.parseGeoJSON(geometry).toWkb()]);
}

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;
