import { readFileSync } from "node:fs";
import { join } from "node:path";
import { checkPoint, referenceFile } from "@trygg/shared/place/reference.ts";
import { areasFile, placesFile } from "@trygg/shared/place/schema.ts";
import { describe, expect, it } from "vitest";
import reference from "../reference-points.json" with { type: "json" };
import { buildAll } from "./build.ts";
import { corrections } from "./description/corrections.ts";

const folder = join(import.meta.dirname, "..");
const built = buildAll();

describe("the built files", () => {
  it.each([...built.keys()])("are the ones checked in: %s", (name) => {
    // Compared as one value: a difference of 200 kB would drown what the failure says.
    expect(readFileSync(join(folder, name), "utf8") === built.get(name)).toBe(true);
  });

  it("stay small enough to be loaded on a phone", () => {
    const basemap = [...built].filter(([name]) => name.startsWith("basemap/"));
    expect(basemap.reduce((sum, [, text]) => sum + Buffer.byteLength(text), 0)).toBeLessThan(600_000);
  });

  it("parse as what the product expects", () => {
    expect(() => areasFile.parse(JSON.parse(built.get("areas.json") ?? ""))).not.toThrow();
    expect(() => placesFile.parse(JSON.parse(built.get("places.json") ?? ""))).not.toThrow();
  });

  it("tell of every feature what it is and how sure it is", () => {
    for (const [name, text] of built) {
      if (!name.endsWith(".geojson")) continue;
      for (const { properties } of JSON.parse(text).features) {
        expect(properties.kind).toMatch(/^[a-z-]+$/);
        expect(["sure", "fair", "unsure"]).toContain(properties.certainty);
      }
    }
  });

  it("name no private business: a mark beside a name would read as an accusation", () => {
    const names = [...built.values()].flatMap((text) =>
      [...text.matchAll(/"name": ?"([^"]+)"/g)].map(([, name]) => name ?? ""),
    );
    expect(names.length).toBeGreaterThan(100);
    const business =
      /hotell|restaurang|krog|\bpub\b|\bbar\b|caf[eé]|butik|galleria|apotek|\bbank|biograf|\bbio\b|\bgym\b|fris[oö]r|\b(ab|ica|coop|willys)\b|systembolag|pizz|kiosk/i;
    expect(names.filter((name) => business.test(name))).toEqual([]);
  });

  it("write each name of a place once where it stands", () => {
    const labels: { kind: string; name: string }[] = JSON.parse(
      built.get("basemap/labels.geojson") ?? "",
    ).features.map(({ properties }: { properties: unknown }) => properties);
    const along = new Set(labels.filter(({ kind }) => kind === "street").map(({ name }) => name));
    expect(labels.filter(({ kind, name }) => kind !== "street" && along.has(name))).toEqual([]);
  });

  it("give every place an id of its own", () => {
    const ids = JSON.parse(built.get("places.json") ?? "").places.map(({ id }: { id: string }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("follow a correction everywhere", () => {
    const moved = buildAll({ ...corrections, prinsgatan: corrections.prinsgatan - 8 });
    const changed = [...built].filter(([name, text]) => moved.get(name) !== text).map(([name]) => name);
    for (const file of ["streets", "blocks", "houses", "buildings", "labels"]) {
      expect(changed).toContain(`basemap/${file}.geojson`);
    }
    expect(changed).toContain("network.geojson");
    expect(changed).not.toContain("areas.json");
  });
});

describe("points stated by others", () => {
  const drawn = [...built].flatMap(([name, text]) =>
    name.startsWith("basemap/") ? JSON.parse(text).features : [],
  );

  it.each(referenceFile.parse(reference).points)("lie where the map has them: $name", (point) => {
    const { metres, limit } = checkPoint(point, drawn);
    expect(metres).toBeLessThanOrEqual(limit);
  });
});
