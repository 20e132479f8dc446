import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { lengthInMetres, metresToLine } from "@trygg/shared/geo/distance.ts";
import { entriesOf } from "@trygg/shared/place/list.ts";
import { placeFile } from "@trygg/shared/place/schema.ts";
import { stretch } from "@trygg/shared/place/stretches.ts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { spotIn, town } from "../testing/samples.ts";
import { layFiles, loadTown, read } from "./town.ts";

describe("a town", () => {
  it("covers each square of its areas once", () => {
    const squares = [...town.areas.values()].flatMap((area) => area.squares);
    expect(new Set(squares).size).toBe(squares.length);
    for (const { id } of town.areas.values()) expect(town.covers(spotIn(id))).toBe(true);
  });

  it("covers nothing elsewhere, however wild the numbers", () => {
    fc.assert(
      fc.property(fc.double(), fc.double(), (lng, lat) => {
        const near =
          Math.abs(lng - town.place.centre.lng) < 0.1 && Math.abs(lat - town.place.centre.lat) < 0.1;
        expect(town.covers({ lng, lat }) && !near).toBe(false);
      }),
    );
  });

  it("tells of every named street of its centre in stretches, none of them twice", () => {
    const segments = town.stretches.flatMap(({ street, line }) =>
      line.slice(1).map((to, index) => `${street} ${[line[index], to].map(String).toSorted().join(" ")}`),
    );
    expect(new Set(segments).size).toBe(segments.length);
    const named = town.network.edges.filter(
      ({ name, from, to }) =>
        name !== undefined &&
        [from, to].every((node) => town.covers(town.network.nodes[node] ?? { lng: 0, lat: 0 })),
    );
    expect(named.length).toBeGreaterThan(80);
    for (const { name, line } of named) {
      const [lng = 0, lat = 0] = line[0] ?? [];
      const own = town.stretches.filter(({ street }) => street === name);
      expect(Math.min(...own.map((each) => metresToLine({ lng, lat }, each.line)))).toBeLessThan(0.1);
    }
  });

  it.each(["karlshamn", "exempelstad"])("has something to choose from the list in every area: %s", (name) => {
    const { areas, stretches, places } = loadTown(name);
    expect(new Set(stretches.map(({ id }) => id)).size).toBe(stretches.length);
    for (const each of stretches) {
      expect(stretch.parse(each)).toEqual(each);
      expect(lengthInMetres(each.line)).toBeGreaterThan(10);
    }
    for (const area of areas.keys()) expect(entriesOf({ places, stretches }, area)).not.toEqual([]);
  });

  it("knows how many pass in the dark only where somebody has counted", () => {
    const squares = [{ square: "7860_99600", thousands: 12.5 }];
    const counted = JSON.stringify({ note: "Räknat för hand i november.", squares });
    expect(town.footfall).toBeNull();
    const files = new Map([["footfall.json", Buffer.from(counted)]]);
    expect(loadTown("karlshamn", files).footfall?.get("7860_99600")).toBe(12.5);
  });

  it("that has no folder is refused with those that have", () => {
    expect(() => loadTown("atlantis")).toThrow(
      'PLACE: expected one of exempelstad, karlshamn, got "atlantis"',
    );
  });

  it("whose file is wrong is refused with the file and the place in it", () => {
    const folder = mkdtempSync(join(tmpdir(), "trygg-town-"));
    writeFileSync(join(folder, "place.json"), JSON.stringify({ ...town.place, zoom: "near" }));
    writeFileSync(join(folder, "broken.json"), "{");
    expect(() => read(layFiles(folder), "place.json", placeFile)).toThrow(
      `${join(folder, "place.json")}: zoom: `,
    );
    expect(() => read(layFiles(folder), "broken.json", placeFile)).toThrow(
      `${join(folder, "broken.json")}: expected a JSON file`,
    );
    expect(() => read(layFiles(folder), "none.json", placeFile)).toThrow("expected a JSON file");
    rmSync(folder, { recursive: true });
  });
});
