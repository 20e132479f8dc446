import { dirname, join } from "node:path";
import { writeFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Refusal } from "../../refusal.ts";
import { rowsOf, writeImportFile } from "../../testing/files.ts";
import { makeShapefile } from "../../testing/shapefile.ts";
import { makeZip } from "../../testing/zip.ts";
import { openSource } from "./open.ts";

const open = (name: string, content: Uint8Array) =>
  openSource(writeImportFile(name, content), () => undefined);

const lamps = {
  columns: ["Nr", "Höjd"],
  rows: [
    [[141_000, 6_225_000], "Ö12", 4.5],
    [[141_010, 6_225_000], "Å7", 6],
  ] as [number[], string, number][],
};
const prj = Buffer.from('PROJCS["SWEREF99_15_00",GEOGCS["GCS_SWEREF99"]]');
const read = [
  {
    row: 1,
    properties: { Nr: "Ö12", Höjd: 4.5 },
    geometry: { type: "Point", coordinates: [141_000, 6_225_000] },
  },
  {
    row: 2,
    properties: { Nr: "Å7", Höjd: 6 },
    geometry: { type: "Point", coordinates: [141_010, 6_225_000] },
  },
];

describe("a Shapefile", () => {
  it.each(["latin1", "utf8"] as const)("in an archive is read, its texts in %s", async (encoding) => {
    const { shp, dbf } = makeShapefile(lamps, encoding);
    const source = await open(
      "lampor.zip",
      makeZip({ "lampor/L.SHP": shp, "lampor/L.dbf": dbf, "lampor/L.prj": prj }),
    );
    expect([source.columns, source.crs]).toEqual([["Nr", "Höjd"], prj.toString()]);
    expect(await rowsOf(source)).toEqual(read);
  });

  it("with its siblings beside it is read, but for rows that are deleted", async () => {
    const { shp, dbf } = makeShapefile(lamps);
    const file = writeImportFile("lampor.shp", shp);
    dbf.write("*", dbf.readUInt16LE(8));
    writeFileSync(join(dirname(file.path), "lampor.DBF"), dbf);
    expect(await rowsOf(await openSource(file, () => undefined))).toEqual(read.slice(1));
  });

  it.each<[string, (parts: { shp: Buffer; dbf: Buffer }) => Parameters<typeof makeZip>[0], string]>([
    ["a part missing", ({ shp }) => ({ "L.shp": shp }), "expected a .shp and its .dbf, got .shp"],
    [
      "no shapes",
      () => ({ "readme.txt": Buffer.from("hello") }),
      "expected a .shp and its .dbf, got neither",
    ],
    [
      "two of them",
      ({ shp, dbf }) => ({ "A.shp": shp, "B.shp": shp, "A.dbf": dbf }),
      "expected an archive with one .shp",
    ],
    [
      "a table that is cut off",
      ({ shp, dbf }) => ({ "L.shp": shp, "L.dbf": dbf.subarray(0, -40) }),
      "got one that is cut off",
    ],
    [
      "more rows than shapes",
      ({ shp, dbf }) => ({ "L.shp": shp.subarray(0, -28), "L.dbf": dbf }),
      "got 1 and 2",
    ],
    [
      "a part that says it is smaller than it is",
      ({ shp, dbf }) => ({ "L.shp": { content: Buffer.alloc(50_000_000), said: shp.length }, "L.dbf": dbf }),
      "expected a zip archive (too many bytes in the stream.",
    ],
    [
      "a part beyond measure",
      ({ dbf }) => ({ "L.shp": { content: Buffer.alloc(1000), said: 4_000_000_000 }, "L.dbf": dbf }),
      "expected an archive of at most 64 MB unpacked",
    ],
    [
      "thousands of files",
      () => Object.fromEntries(Array.from({ length: 2000 }, (_, index) => [`${index}.shp`, Buffer.alloc(1)])),
      "expected an archive of at most 100 files, got 2000",
    ],
  ])("in an archive with %s is refused in one plain line", async (_, entries, message) => {
    await expect(open("lampor.zip", makeZip(entries(makeShapefile(lamps))))).rejects.toThrow(message);
  });

  it("of any broken bytes is read or refused, and never breaks", async () => {
    const parts = makeShapefile(lamps);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom("shp", "dbf", "zip"),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        fc.uint8Array({ minLength: 1, maxLength: 16 }),
        async (broken, where, noise) => {
          const spoil = (bytes: Uint8Array) => {
            const spoilt = Uint8Array.from(bytes);
            const at = Math.floor(where * bytes.length);
            spoilt.set(noise.subarray(0, bytes.length - at), at);
            return spoilt;
          };
          const zip = makeZip({
            "L.shp": broken === "shp" ? spoil(parts.shp) : parts.shp,
            "L.dbf": broken === "dbf" ? spoil(parts.dbf) : parts.dbf,
          });
          const outcome = await open("lampor.zip", broken === "zip" ? spoil(zip) : zip)
            .then(rowsOf)
            .catch((error: unknown) => error);
          expect(Array.isArray(outcome) || outcome instanceof Refusal).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });
});
