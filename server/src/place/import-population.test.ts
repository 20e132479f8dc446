import { populationFile } from "@trygg/shared/place/population.ts";
import { describe, expect, it } from "vitest";
import { noMapping } from "../imports/mapping.ts";
import { runImport } from "../imports/run.ts";
import { writeImportFile } from "../testing/files.ts";
import { makeGeoPackage } from "../testing/geopackage.ts";
import { type TestServices, openTestServices } from "../testing/services.ts";
import { readImported } from "./imported.ts";

const operator = { accountId: null, role: "operator" as const };

function run(services: TestServices, content: string | Uint8Array, name = "rutor.csv") {
  const file = writeImportFile(name, content);
  const order = { kind: "population" as const, mapping: noMapping, dryRun: false, keepGood: false, file };
  return runImport(services, order, operator);
}

async function storedSquares(services: TestServices) {
  let squares = readImported(services.town, "population.json", populationFile)?.squares;
  await expect
    .poll(() => (squares = readImported(services.town, "population.json", populationFile)?.squares))
    .toBeDefined();
  return squares;
}

describe("squares of SCB", () => {
  it("give people and dwellings on the town's map, and leave the rest of the country out", async () => {
    const services = await openTestServices();
    const content =
      "Ruta;Pop;Bostäder\n4912506225000;120;61\n4910006225000;7;\n4920006224750;31;12\n6740006580000;900;500\n";
    const outcome = await run(services, content);
    expect(outcome).toMatchObject({ read: 4, added: 3, rejected: 0, stored: true });
    expect(outcome.notes.map(({ text }) => text)).toContain("Outside the town's map, and left out: 1.");
    expect(await storedSquares(services)).toEqual([
      { east: 491_250, north: 6_225_000, side: 250, people: 120, dwellings: 61 },
      { east: 491_000, north: 6_225_000, side: 250, people: 7, dwellings: null },
      { east: 492_000, north: 6_224_750, side: 250, people: 31, dwellings: 12 },
    ]);
    expect(await run(services, content)).toMatchObject({ unchanged: 3, stored: false });
  });

  it("are of 1 km where all of them could be, or where the file says so, also from a GeoPackage", async () => {
    const services = await openTestServices();
    await run(services, "Ruta;Pop\n4910006225000;800\n4920006225000;400\n");
    expect((await storedSquares(services))?.map(({ side }) => side)).toEqual([1000, 1000]);
    const bytes = await makeGeoPackage({
      Totalbefolkning: {
        srs: 3006,
        columns: ["rut_id", "rutstorl", "beftotalt"],
        rows: [
          [null, "4912506225000", 250, 120],
          [null, "4910006224000", 1000, 70],
        ],
      },
    });
    expect(await run(services, bytes, "rutor.gpkg")).toMatchObject({ added: 2, changed: 2, stored: true });
    await expect
      .poll(async () => (await storedSquares(services))?.map(({ side, people }) => [side, people]))
      .toEqual([
        [250, 120],
        [1000, 70],
      ]);
  });

  it("are rejected one by one, with what is wrong", async () => {
    const services = await openTestServices();
    const { rejections, stored } = await run(
      services,
      "Ruta;Pop\n4912506225000;120\n4912506225000;120\n49125;1\n4912606225000;1\n4915006225000;-3\n4915006225250;\n4915006225500;1,5\n",
    );
    expect(rejections.map(({ row, text }) => `${row}: ${text}`)).toEqual([
      "2: expected each id once; row 1 has the same",
      '3: expected the id of an SCB square of 250 m or 1 km such as 4920006224750, got "49125"',
      '4: expected the id of an SCB square of 250 m or 1 km such as 4920006224750, got "4912606225000"',
      "5: people: expected 0–100000, got -3",
      "6: people: expected a value, got nothing",
      "7: people: expected 0–100000, got 1.5",
    ]);
    expect(stored).toBe(false);
  });
});
