import { Readable } from "node:stream";
import { exportKinds } from "@trygg/shared/exports/schema.ts";
import { toGrid } from "@trygg/shared/geo/sweref.ts";
import initSqlJs from "sql.js";
import { describe, expect, it } from "vitest";
import { openSource } from "../imports/formats/open.ts";
import { noMapping } from "../imports/mapping.ts";
import { runImport } from "../imports/run.ts";
import { rowsOf, writeImportFile } from "../testing/files.ts";
import { openTestApp } from "../testing/http.ts";
import { openTestServices } from "../testing/services.ts";
import { writeGeoPackage } from "./geopackage.ts";
import type { FlatRow } from "./rows.ts";

const AT = Date.parse("2026-11-23T11:00:00Z");
const lngLat = { lng: 14.8638, lat: 56.1697 };
const point: FlatRow = {
  geometry: { type: "Point", coordinates: [lngLat.lng, lngLat.lat] },
  properties: { id: "=1+1", flux: 4000, tilt: 2.5, area: null },
};
const bytesOf = async (rows: FlatRow[]) =>
  Buffer.concat(await Readable.from(writeGeoPackage(rows, 'lampor "1"', AT)).toArray());
const tablesOf = async (bytes: Uint8Array) => {
  const { Database } = await initSqlJs();
  const db = new Database(bytes);
  return (sql: string) => db.exec(sql)[0]?.values ?? [];
};

describe("a GeoPackage", () => {
  it("says by its head, its contents and its systems what it holds", async () => {
    const select = await tablesOf(await bytesOf([point]));
    const { east, north } = toGrid(lngLat);
    const round = (metres: number) => Math.round(metres * 100) / 100;
    const corner = [round(east), round(north)];
    expect(select("select * from pragma_application_id, pragma_user_version")).toEqual([[0x47504b47, 10300]]);
    expect(select("select * from gpkg_contents")).toEqual([
      ['lampor "1"', "features", 'lampor "1"', "", "2026-11-23T11:00:00.000Z", ...corner, ...corner, 3006],
    ]);
    expect(select("select * from gpkg_geometry_columns")).toEqual([
      ['lampor "1"', "geom", "POINT", 3006, 0, 0],
    ]);
    expect(
      select(
        "select srs_id, organization || ':' || organization_coordsys_id from gpkg_spatial_ref_sys order by 1",
      ),
    ).toEqual([
      [-1, "NONE:-1"],
      [0, "NONE:0"],
      [3006, "EPSG:3006"],
      [4326, "EPSG:4326"],
    ]);
    expect(select("pragma integrity_check")).toEqual([["ok"]]);
    expect(select("pragma foreign_key_check")).toEqual([]);
    const columns = select(`select name, lower(type) from pragma_table_info('lampor "1"')`);
    expect(columns.map((column) => column.join(" "))).toEqual([
      "fid integer",
      "geom blob",
      "id text",
      "flux integer",
      "tilt double",
      "area text",
    ]);
  });

  it("is read again as it was, in metres of the national grid", async () => {
    const source = await openSource(writeImportFile("lampor.gpkg", await bytesOf([point])), () => undefined);
    expect([source.crs, source.columns]).toEqual(["EPSG:3006", ["fid", "id", "flux", "tilt", "area"]]);
    const [row] = await rowsOf(source);
    expect(row?.properties).toEqual({ fid: 1, ...point.properties });
    const { east, north } = toGrid(lngLat);
    const [x = 0, y = 0] = row?.geometry?.type === "Point" ? row.geometry.coordinates : [];
    expect([x - east, y - north].every((metres) => Math.abs(metres) <= 0.005)).toBe(true);
  });

  it("may be empty, or hold rows without a place and of several shapes", async () => {
    const none = await tablesOf(await bytesOf([]));
    expect(none("select min_x, max_y from gpkg_contents")).toEqual([[null, null]]);
    const line: FlatRow = {
      geometry: {
        type: "LineString",
        coordinates: [
          [14.86, 56.17],
          [14.87, 56.17],
        ],
      },
      properties: point.properties,
    };
    const mixed = await tablesOf(await bytesOf([point, line, { ...point, geometry: null }]));
    expect(mixed("select geometry_type_name from gpkg_geometry_columns")).toEqual([["GEOMETRY"]]);
    expect(mixed(`select geom is null from "lampor ""1""" order by fid`)).toEqual([[0], [0], [1]]);
  });

  it("of every kind is one that can be opened, and lamps that are brought in again are known", async () => {
    const services = await openTestServices({ demonstration: true });
    const { app, signedIn } = await openTestApp(services);
    const headers = { "content-type": "application/json", ...(await signedIn("coordinator")) };
    const files = new Map<string, Buffer>();
    for (const kind of exportKinds) {
      const {
        statusCode,
        rawPayload,
        headers: told,
      } = await app.inject({
        method: "POST",
        url: `/exports/${kind}.gpkg`,
        payload: "{}",
        headers,
      });
      expect([kind, statusCode, told["content-type"]]).toEqual([kind, 200, "application/geopackage+sqlite3"]);
      const source = await openSource(writeImportFile(`${kind}.gpkg`, rawPayload), () => undefined);
      expect((await rowsOf(source)).length).toBeGreaterThan(0);
      files.set(kind, rawPayload);
    }
    const [lamps] = await services.rows<{ count: number }>("select count(*)::int as count from lamps");
    const outcome = await runImport(
      services,
      {
        kind: "lamps",
        file: writeImportFile("lamps.gpkg", files.get("lamps") ?? Buffer.alloc(0)),
        mapping: noMapping,
        dryRun: true,
        keepGood: false,
      },
      { accountId: null, role: "operator" },
    );
    // By way of degrees some move by a centimetre.
    expect(outcome).toMatchObject({ read: lamps?.count, added: 0, rejected: 0 });
  });
});
