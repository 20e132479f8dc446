import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Refusal } from "../../refusal.ts";
import { rowsOf, writeImportFile } from "../../testing/files.ts";
import { openSource } from "./open.ts";

const open = (content: unknown) =>
  openSource(
    writeImportFile("lampor.geojson", typeof content === "string" ? content : JSON.stringify(content)),
    () => undefined,
  );

const point = (coordinates: unknown) => ({ type: "Point", coordinates });
const feature = (geometry: unknown, properties: unknown = { nr: 1 }) => ({
  type: "Feature",
  geometry,
  properties,
});
const collection = (...features: unknown[]) => ({ type: "FeatureCollection", features });

describe("GeoJSON", () => {
  it("gives columns of all features, their own ids too, and the system that it names", async () => {
    const source = await open({
      ...collection({ ...feature(point([1, 2])), id: "a" }, feature(point([3, 4, 5]), { höjd: 4 })),
      crs: { type: "name", properties: { name: "urn:ogc:def:crs:EPSG::3009" } },
    });
    expect([source.columns, source.crs]).toEqual([["id", "nr", "höjd"], "urn:ogc:def:crs:EPSG::3009"]);
    expect(await rowsOf(source)).toEqual([
      { row: 1, properties: { id: "a", nr: 1 }, geometry: point([1, 2]) },
      { row: 2, properties: { höjd: 4 }, geometry: point([3, 4, 5]) },
    ]);
  });

  it.each<[string, unknown]>([
    ["no list of numbers", point(["1", "2"])],
    ["a single number", point([1])],
    ["a type that there is not", { type: "Circle", coordinates: [1, 2] }],
    ["text", "POINT(1 2)"],
  ])("with a geometry of %s rejects that row", async (_, geometry) => {
    const [row] = await rowsOf(await open(collection(feature(geometry))));
    expect(row?.fault?.text).toBe("expected a geometry that can be read");
  });

  it.each<[string, unknown, string]>([
    ["broken text", '{"type": "FeatureCollection", "features": [', "expected GeoJSON ("],
    ["another document", { hello: "world" }, "expected GeoJSON with a list of features"],
    ["no features", collection(), "expected rows, got a file without any"],
    [
      "ten thousand columns",
      collection(
        feature(point([1, 2]), Object.fromEntries(Array.from({ length: 10_000 }, (_, at) => [at, 1]))),
      ),
      "expected at most 500 columns, got 10000",
    ],
  ])("of %s is refused in one plain line", async (_, content, message) => {
    await expect(open(content).then(rowsOf)).rejects.toThrow(message);
  });

  it("of any JSON is read or refused, and never breaks", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.json(),
          fc.json().map((json) => `{"type":"FeatureCollection","features":[${json}]}`),
        ),
        async (content) => {
          const read = await open(content)
            .then(rowsOf)
            .catch((error: unknown) => error);
          expect(Array.isArray(read) || read instanceof Refusal).toBe(true);
        },
      ),
      { numRuns: 200 },
    );
  });

  it("of more than 64 MB is refused by its size alone", async () => {
    const file = { ...writeImportFile("lampor.geojson", "{}"), size: 100 * 1024 * 1024 };
    await expect(openSource(file, () => undefined)).rejects.toThrow(
      "expected a GeoJSON of at most 64 MB, got 100 MB",
    );
  });
});
