import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Refusal } from "../../refusal.ts";
import { rowsOf, writeImportFile } from "../../testing/files.ts";
import { makeGeoPackage } from "../../testing/geopackage.ts";
import { openSource } from "./open.ts";

const open = (bytes: Uint8Array) => openSource(writeImportFile("lampor.gpkg", bytes), () => undefined);
const point = (x: number, y: number) => ({ type: "Point" as const, coordinates: [x, y] });

const lamps = {
  srs: 3009,
  columns: ["Nr", "Höjd"],
  rows: [
    [point(141_000, 6_225_000), "Ö12", 4.5],
    [null, "K-2", null],
    [new Uint8Array([1, 2, 3]), "K-3", 5],
    [Buffer.from("GP\u0000\u0000 and nothing well-known"), "K-4", 5],
  ] as [ReturnType<typeof point> | Uint8Array | null, string, number | null][],
};

describe("a GeoPackage", () => {
  it("gives its columns, the system that it names, and rejects broken geometries row by row", async () => {
    const source = await open(await makeGeoPackage({ lampor: lamps }));
    expect([source.columns, source.crs]).toEqual([["fid", "Nr", "Höjd"], "EPSG:3009"]);
    expect(await rowsOf(source)).toMatchObject([
      { row: 1, properties: { Nr: "Ö12", Höjd: 4.5 }, geometry: point(141_000, 6_225_000) },
      { row: 2, properties: { Nr: "K-2", Höjd: null }, geometry: null },
      { row: 3, fault: { code: "badGeometry" } },
      { row: 4, fault: { code: "badGeometry" } },
    ]);
  });

  it("with two layers asks for one, by their names", async () => {
    const bytes = await makeGeoPackage({ lampor: lamps, skåp: lamps });
    await expect(open(bytes)).rejects.toThrow('expected a GeoPackage with one layer, got "lampor", "skåp"');
  });

  it("without a layer, or that is none, is refused in one plain line", async () => {
    await expect(open(await makeGeoPackage({}))).rejects.toThrow("a layer of geometries, got none");
    await expect(open(Buffer.from("no database at all"))).rejects.toThrow("expected a GeoPackage (");
  });

  it("that is broken anywhere is read or refused, and never breaks", async () => {
    const whole = await makeGeoPackage({ lampor: lamps });
    await fc.assert(
      fc.asyncProperty(
        fc.nat(whole.length - 1),
        fc.uint8Array({ minLength: 1, maxLength: 64 }),
        fc.boolean(),
        async (at, noise, cut) => {
          const bytes = Uint8Array.from(cut ? whole.subarray(0, at + 1) : whole);
          bytes.set(noise.subarray(0, bytes.length - at), at);
          const read = await open(bytes)
            .then(rowsOf)
            .catch((error: unknown) => error);
          expect(Array.isArray(read) || read instanceof Refusal).toBe(true);
        },
      ),
      { numRuns: 100 },
    );
  });
});
