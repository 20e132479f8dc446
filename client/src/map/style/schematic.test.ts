import type { SymbolLayerSpecification } from "maplibre-gl";
import { describe, expect, it } from "vitest";
import { schematicStyle } from "./schematic.ts";
import { MAP_FONTS } from "./fonts.ts";
import { SLOTS } from "./slots.ts";

/** What the place's folder holds, seen through the bundler; the shapes of release areas belong to a data layer. */
const files = Object.keys(
  import.meta.glob("../../../../data/karlshamn/basemap/*.geojson", { query: "?url" }),
).filter((path) => !path.endsWith("/areas.geojson"));

describe.each(["day", "night"] as const)("the schematic map by %s", (theme) => {
  const { layers, sources, glyphs, sprite } = schematicStyle(theme, 60);
  const ids = layers.map(({ id }) => id);
  const firstName = layers.findIndex(({ type }) => type === "symbol");

  it("has a place for each kind of data, from the ground up and below the names", () => {
    const places = SLOTS.map((slot) => ids.indexOf(slot));
    expect(places).toEqual([...places].sort((one, other) => one - other));
    expect(places.every((place) => place > ids.indexOf("landmark") && place < firstName)).toBe(true);
  });

  it("keeps all names on top", () => {
    expect(layers.slice(firstName).every(({ type }) => type === "symbol")).toBe(true);
  });

  it("names each layer once", () => {
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("asks for nothing but the place's own files", () => {
    expect([glyphs, sprite]).toEqual([undefined, undefined]);
    const asked = Object.values(sources).map((source) => ("data" in source ? source.data : undefined));
    const held = files.map((path) => path.replace(/^.*\/basemap\//, "/basemap/"));
    expect(asked.toSorted()).toEqual(held.toSorted());
  });

  it("writes in the fonts that the product ships", () => {
    const names = layers.filter((layer): layer is SymbolLayerSpecification => layer.type === "symbol");
    const written = new Set(names.flatMap(({ layout }) => layout?.["text-font"]));
    expect([...written].toSorted()).toEqual(Object.values(MAP_FONTS).flat().toSorted());
  });
});
