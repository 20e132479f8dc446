import { squareCorner } from "@trygg/shared/geo/square.ts";
import { toGrid, toLngLat } from "@trygg/shared/geo/sweref.ts";
import { lightingAreasFile } from "@trygg/shared/lighting/areas.ts";
import type { Position } from "geojson";
import { describe, expect, it } from "vitest";
import { noMapping } from "../imports/mapping.ts";
import { type FileOrder, runImport } from "../imports/run.ts";
import { writeImportFile } from "../testing/files.ts";
import { callerFor } from "../testing/people.ts";
import { lamp, report, spotIn, squareOf } from "../testing/samples.ts";
import { type TestServices, openTestServices } from "../testing/services.ts";
import { readImported } from "./imported.ts";

const operator = { accountId: null, role: "operator" as const };

function run(services: TestServices, features: object[], order: Partial<FileOrder> = {}) {
  const content = JSON.stringify({ type: "FeatureCollection", features });
  const file = writeImportFile("omraden.geojson", content);
  const usual = { kind: "areas" as const, mapping: noMapping, dryRun: false, keepGood: false };
  return runImport(services, { ...usual, file, ...order }, operator);
}

const feature = (properties: object, ...rings: Position[][]) => ({
  type: "Feature",
  properties,
  geometry: rings.length === 0 ? null : { type: "Polygon", coordinates: rings },
});

/** A rectangle from the south-west corner of a square, metres wide and high. */
function rectangle(square: string, width: number, height: number, east = 0): Position[] {
  const corner = squareCorner(square);
  const at = (dx: number, dy: number) => {
    const { lng, lat } = toLngLat({ east: corner.east + east + dx, north: corner.north + dy });
    return [lng, lat];
  };
  return [at(0, 0), at(width, 0), at(width, height), at(0, height), at(0, 0)];
}

const square = squareOf("stortorget");
const reasons = ({ rejections }: { rejections: { row: number; text: string }[] }) =>
  rejections.map((each) => `${each.row}: ${each.text}`);

describe("release areas of another town", () => {
  it("become the squares whose middles they cover, and lamps and names of places follow", async () => {
    const services = await openTestServices();
    await (await callerFor(services, "planner")).lighting.saveLamp(lamp({ at: spotIn("stortorget") }));
    const { town: before } = services;
    const outcome = await run(services, [
      feature({ namn: "Östra torget", skyddad: "ja" }, rectangle(square, 100, 100)),
      // A third of a square less: its middles still lie within.
      feature({ id: "vastra", namn: "Västra" }, rectangle(square, 125, 62.5, -145)),
    ]);
    expect(outcome).toMatchObject({ read: 2, added: 2, rejected: 0, stored: true });
    await expect.poll(() => services.town === before).toBe(false);
    const { areas, places } = services.town;
    expect(
      [...areas.values()].map(({ id, name, protected: isProtected, squares }) => [
        id,
        name.sv,
        isProtected,
        squares.length,
      ]),
    ).toEqual([
      ["ostra-torget", "Östra torget", true, 4],
      ["vastra", "Västra", false, 2],
    ]);
    for (const { at, area } of places) expect(area).toBe(services.town.areaAt(toGrid(at)));
    expect(await services.rows("select area from lamps")).toEqual([{ area: "ostra-torget" }]);
    expect(await services.rows("select count(*)::int from lamp_changes")).toEqual([{ count: 1 }]);
  });

  it("brought in again change nothing", async () => {
    const services = await openTestServices();
    const features = [feature({ id: "a", namn: "A" }, rectangle(square, 125, 125))];
    const before = services.town;
    await run(services, features);
    await expect.poll(() => services.town === before).toBe(false);
    expect(await run(services, features)).toMatchObject({ unchanged: 1, stored: false });
    expect(await services.rows("select count(*)::int from imports")).toEqual([{ count: 1 }]);
  });

  it("are rejected one by one, with what is wrong and where", async () => {
    const services = await openTestServices();
    const [a, b, c, d] = rectangle(square, 125, 125) as [Position, Position, Position, Position];
    const outcome = await run(services, [
      feature({ id: "a" }, rectangle(square, 125, 125)),
      feature({ id: "bow" }, [a, c, b, d, a]),
      feature({ id: "over" }, rectangle(square, 62.5, 125)),
      feature({ id: "thin" }, rectangle(square, 10, 10)),
      feature({ id: "nothing" }),
      feature({ id: "empty" }, []),
      feature({ id: "far" }, rectangle("8000_99000", 100, 100)),
      feature({}, rectangle(square, 100, 100, 300)),
      { ...feature({ id: "dot" }), geometry: { type: "Point", coordinates: a } },
      feature({ id: "a" }, rectangle(square, 100, 100, 300)),
    ]);
    const at = outcome.rejections.find(({ code }) => code === "selfCrossing")?.values;
    const middle = toLngLat({
      east: squareCorner(square).east + 62.5,
      north: squareCorner(square).north + 62.5,
    });
    expect(at?.["lng"]).toBeCloseTo(middle.lng, 5);
    expect(at?.["lat"]).toBeCloseTo(middle.lat, 5);
    expect(reasons(outcome).toSorted()).toEqual([
      "10: expected each id once; row 1 has the same",
      `2: expected an outline that does not cross itself; it does at longitude ${at?.["lng"]}, latitude ${at?.["lat"]}`,
      "3: expected areas that do not overlap; a covers the middles of 2 of the same squares",
      "4: expected an area that covers the middle of at least one square of 62.5 m; it covers none",
      "5: expected a position, got none",
      "6: expected a position, got none",
      expect.stringMatching(/^7: expected a position on the town's map, got longitude /),
      "8: id: expected a value, got nothing",
      "9: expected a geometry of type Polygon, got Point",
    ]);
    expect(outcome.stored).toBe(false);
  });

  it("are refused once a report names an area", async () => {
    const services = await openTestServices();
    await (await callerFor(services, "resident")).reports.submit(report());
    await expect(run(services, [feature({ id: "a" }, rectangle(square, 125, 125))])).rejects.toThrow(
      "release areas never change",
    );
  });
});

describe("areas that tell of light", () => {
  it("are kept with class and owner, also where there are reports", async () => {
    const services = await openTestServices();
    await (await callerFor(services, "resident")).reports.submit(report());
    const before = services.town;
    const outcome = await run(services, [
      feature(
        { namn: "Torget", belysningsklass: "p2", ägare: "Karlshamns kommun" },
        rectangle(square, 125, 125),
      ),
      feature({ namn: "Gatan", belysningsklass: "M 4" }, rectangle(square, 50, 50, 200)),
    ]);
    expect(outcome).toMatchObject({ added: 2, stored: true });
    await expect.poll(() => services.town === before).toBe(false);
    const { areas } = readImported(services.town, "lighting-areas.json", lightingAreasFile) ?? { areas: [] };
    expect(areas.map(({ geometry: _geometry, ...area }) => area)).toEqual([
      { id: "Torget", class: "P2", owner: "municipality" },
      { id: "Gatan", class: "M4", owner: null },
    ]);
    const again = await run(services, [
      feature({ namn: "Gatan", belysningsklass: "M5" }, rectangle(square, 50, 50, 200)),
    ]);
    expect(again).toMatchObject({ added: 0, changed: 2, stored: true });
    expect(again.notes.map(({ text }) => text)).toContain(
      "In the store but not in the file, and taken away: 1.",
    );
  });

  it("are rejected with a class that there is not", async () => {
    const services = await openTestServices();
    const outcome = await run(services, [
      feature({ namn: "Torget", klass: "P9" }, rectangle(square, 125, 125)),
    ]);
    expect(reasons(outcome)).toEqual([expect.stringMatching(/^1: class: expected one of M1, .*, got "P9"$/)]);
  });
});
