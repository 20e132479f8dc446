import { networkFile, readNetwork } from "@trygg/shared/place/network.ts";
import { placesFile } from "@trygg/shared/place/schema.ts";
import type { FeatureCollection } from "geojson";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { OsmItem, OsmWay } from "../../imports/formats/osm-item.ts";
import { readTown } from "../../testing/osm/forms.ts";
import { bounds, drawingOf } from "../../testing/osm/read.ts";
import { town } from "../../testing/samples.ts";
import { townFiles } from "./files.ts";
import { lengthOf } from "./lines.ts";
import { type Surface, covers, linesWithin, pieces, ribbon, shared, sizeOf, without } from "./surfaces.ts";

const items = await readTown();
const drawing = await drawingOf(items);
const files = townFiles(drawing, town.place, bounds);
const { shore, space, streets, plane } = drawing;

const textOf = (name: string) => files.get(name)?.toString() ?? "";
const featuresOf = (name: string) =>
  (JSON.parse(textOf(`basemap/${name}.geojson`)) as FeatureCollection).features.map(
    ({ geometry, properties }) => ({
      type: geometry.type,
      ...properties,
    }),
  );
const named = (name: string) => featuresOf(name).map((each) => ("name" in each ? each.name : undefined));
const ways = (some: readonly OsmItem[], tag: string) =>
  some.filter((item): item is OsmWay => item.type === "way" && tag in item.tags);

describe("the town from an extract", () => {
  it("has the files of a town's folder, except what no map changes", () => {
    const own = [...town.files.list("basemap").map((file) => `basemap/${file}`), "network.geojson"];
    const drawn = [...files.keys()].filter((name) => name.endsWith(".geojson"));
    expect([...drawn, "basemap/areas.geojson"].toSorted()).toEqual(own.toSorted());
  });

  it("uses the kinds and properties that the schematic map's style reads", () => {
    const known = (name: string) =>
      new Set(
        (
          JSON.parse(town.files.read(`basemap/${name}.geojson`).toString()) as FeatureCollection
        ).features.flatMap(({ properties }) => [
          `kind ${properties?.["kind"]}`,
          ...Object.keys(properties ?? {}),
        ]),
      );
    for (const name of [
      "land",
      "water",
      "green",
      "streets",
      "squares",
      "blocks",
      "houses",
      "railway",
      "labels",
    ])
      for (const { type: _type, kind, ...properties } of featuresOf(name) as { type: string; kind: string }[])
        expect([...known(name)], `${name}: ${kind}`).toEqual(
          expect.arrayContaining([`kind ${kind}`, ...Object.keys(properties)]),
        );
  });

  it("parses as what the product expects, with an id for each place", () => {
    const { places } = placesFile.parse(JSON.parse(textOf("places.json")));
    expect(new Set(places.map(({ id }) => id)).size).toBe(places.length);
    for (const name of [
      "Drottninggatan",
      "Stortorget",
      "Hamnparken",
      "Carl Gustafs kyrka",
      "Mieån",
      "Fogdelycke",
    ])
      expect(places.map((place) => place.name)).toContain(name);
    expect(places.find(({ id }) => id === "drottninggatan")?.area).toBeDefined();
  });

  it("says where it is from and that it is no sketch", () => {
    const place = JSON.parse(textOf("place.json"));
    expect(place.schematic).toBe(false);
    expect(place.attribution).toEqual({
      sv: "© OpenStreetMaps bidragsgivare",
      en: "© OpenStreetMap contributors",
    });
    expect(textOf("network.geojson")).toContain("ODbL");
  });

  it("names public buildings and no private enterprise", () => {
    expect(named("buildings")).toEqual(expect.arrayContaining(["Rådhuset", "Österskolan", "Kastellet"]));
    for (const content of files.values()) expect(content.toString()).not.toContain("Solrosen");
  });

  it("falls out alike whatever the order of the elements", async () => {
    const reversed = townFiles(await drawingOf(items.toReversed()), town.place, bounds);
    const differing = [...files].filter(([name, content]) => !reversed.get(name)?.equals(content));
    expect(differing.map(([name]) => name)).toEqual([]);
  });
});

describe("water and land", () => {
  it("share the frame and nothing else", () => {
    expect(sizeOf(shared(shore.land, shore.water))).toBeLessThan(1);
    expect(sizeOf(shore.land) + sizeOf(shore.water)).toBeCloseTo(sizeOf([plane.frame]), -1);
  });

  it("lie on the right side of the coastline, with islands and both banks of the river", () => {
    const at = (lng: number, lat: number) => covers(shore.land, plane.spot([lng, lat]));
    expect(at(14.8639, 56.1694)).toBe(true);
    expect(at(14.863, 56.158)).toBe(false);
    const islands = pieces(shore.land).filter((piece) => sizeOf(piece) < 50_000);
    expect(islands.length).toBeGreaterThanOrEqual(2);
  });

  it("are led on where the extract cuts the coastline off, and that is told", async () => {
    const [first, ...rest] = ways(items, "natural").filter(({ tags }) => tags["natural"] === "coastline");
    const cut = items.map((item) => (item === first ? { ...item, refs: item.refs.slice(12) } : item));
    const { shore: led, notes } = await drawingOf(cut);
    expect(rest.length).toBeGreaterThan(0);
    expect(notes).toMatchObject([{ code: "coastCut", values: { count: 1 } }]);
    expect(sizeOf(led.land)).toBeGreaterThan(0.7 * sizeOf(shore.land));
  });

  it("are land alone where there is no coastline, and sea where islands lie alone", async () => {
    const isCoast = ({ tags }: OsmWay) => tags["natural"] === "coastline";
    const coast = new Set(
      ways(items, "natural")
        .filter(isCoast)
        .map(({ id }) => id),
    );
    const inland = await drawingOf(items.filter((item) => !("id" in item && coast.has(item.id))));
    expect(sizeOf(inland.shore.land)).toBeGreaterThan(0.95 * sizeOf([plane.frame]));
    const mainland = ways(items, "natural").filter((way) => isCoast(way) && !way.tags["place"]);
    const atSea = await drawingOf(items.filter((item) => !mainland.includes(item as OsmWay)));
    expect(sizeOf(atSea.shore.land)).toBeLessThan(0.05 * sizeOf([plane.frame]));
  });
});

describe("streets", () => {
  it("keep out of the water, bridges excepted", () => {
    const decks = streets
      .filter(({ bridge }) => bridge)
      .map(({ line, width }) => ribbon([line], width + 1))
      .reduce((all: Surface, deck) => [...all, ...deck], []);
    expect(sizeOf(without(shared(space.all, shore.water), decks))).toBeLessThan(1);
    expect(sizeOf(shared(space.all, shore.water))).toBeGreaterThan(50);
  });

  it("lie over neither each other nor the blocks between them", () => {
    for (const [index, { surface }] of space.surfaces.entries())
      for (const other of space.surfaces.slice(index + 1))
        expect(sizeOf(shared(surface, other.surface))).toBeLessThan(1);
    for (const { surface } of drawing.town.blocks) expect(sizeOf(shared(surface, space.all))).toBeLessThan(1);
    expect(drawing.town.blocks.length).toBeGreaterThan(30);
  });

  it("are not drawn where they run under ground, and are walked there all the same", () => {
    const below = streets.find(({ underground }) => underground);
    const open = linesWithin([below?.line ?? []], space.all);
    expect(open.reduce((sum, part) => sum + lengthOf(part), 0)).toBeLessThan(25);
    expect(drawing.network.some(({ way }) => way === below?.id)).toBe(true);
  });

  it("take their width from what is measured, and from their class otherwise", () => {
    const width = (name: string) => streets.find((street) => street.name === name)?.width;
    expect(width("Erik Dahlbergsvägen")).toBe(10.8);
    expect(width("Kungsgatan")).toBe(11);
  });
});

describe("the walkable network", () => {
  const network = readNetwork(networkFile.parse(JSON.parse(textOf("network.geojson"))));

  it("joins exactly where ways share a node", () => {
    const ends = (from: "from" | "to") => drawing.network.map((edge) => edge[from]);
    expect(network.nodes.length).toBe(new Set([...ends("from"), ...ends("to")]).size);
    expect(network.edgesAt.filter((edges) => edges.length >= 4).length).toBeGreaterThan(25);
  });

  it("loses nothing: its streets are as long as those of the extract", () => {
    const walked = drawing.network.reduce((sum, { line }) => sum + lengthOf(line), 0);
    const drawn = streets.reduce((sum, { line }) => sum + lengthOf(line), 0);
    expect(walked).toBeGreaterThan(drawn * 0.98);
  });

  it("says of each edge whether it is lit", () => {
    const lit = (name: string) =>
      new Set(drawing.network.filter((edge) => edge.name === name).map((edge) => edge.lit));
    expect([...lit("Kungsgatan")]).toContain("yes");
    expect(new Set(drawing.network.map((edge) => edge.lit))).toEqual(new Set(["yes", "no", "unknown"]));
  });
});

describe("elements that cannot be drawn", () => {
  const relation = items.find((item) => item.type === "relation" && item.tags["building"]);
  const change = (edit: (item: OsmItem) => OsmItem | undefined) =>
    drawingOf(items.flatMap((item) => edit(item) ?? []));

  it("are rejected by their row when their outline does not close", async () => {
    const outer = relation?.type === "relation" ? relation.members[0]?.ref : undefined;
    const { extract } = await change((item) =>
      item.type === "way" && item.id === outer ? { ...item, refs: item.refs.slice(0, -1) } : item,
    );
    expect(extract.rejections.first).toMatchObject([{ what: "relation 9002", code: "looseOutline" }]);
  });

  it("are left out and counted when the extract lacks a part of them", async () => {
    const { notes, extract } = await change((item) =>
      item.type === "relation" && item.id === 9002
        ? { ...item, members: [...item.members.slice(1), { type: "way", ref: 77, role: "outer" }] }
        : item,
    );
    expect(extract.rejections.count()).toBe(0);
    expect(notes.map(({ code }) => code)).not.toContain("looseOutline");
  });

  it.each([
    [{ lng: 999, lat: 56.17 }, "wildPosition"],
    [{ lng: Number.NaN, lat: 56.17 }, "wildPosition"],
    [{ id: 1.5 }, "badId"],
    [{ id: 101, lng: 14.86, lat: 56.17 }, "repeatedId"],
  ])("are rejected by their row when they hold %o", async (wrong, code) => {
    const node = { type: "node" as const, id: 7, lng: 14.86, lat: 56.17, tags: {}, ...wrong };
    const { extract } = await drawingOf([...items, node]);
    expect(extract.rejections.first).toMatchObject([{ row: items.length, code }]);
  });

  it("do not disturb the others when they refer to what is not there", async () => {
    const { extract } = await drawingOf([
      ...items,
      { type: "way", id: 5, refs: [1, 2, 3], tags: { highway: "residential" } },
      { type: "way", id: 6, refs: [101, 2], tags: { building: "yes" } },
      {
        type: "relation",
        id: 7,
        members: [{ type: "way", ref: 4, role: "" }],
        tags: { type: "multipolygon", building: "yes" },
      },
    ]);
    expect(extract.rejections.count()).toBe(0);
  });

  it("never stop the drawing, however they are tagged and wherever they run", async () => {
    const key = fc.constantFrom(
      "highway",
      "building",
      "natural",
      "waterway",
      "man_made",
      "railway",
      "landuse",
      "place",
    );
    const values =
      "yes residential pedestrian steps coastline water tree_row river pier quay breakwater rail forest square island church";
    const value = fc.constantFrom(...values.split(" "));
    const extra = fc.constantFrom<Record<string, string>>(
      {},
      { name: "X" },
      { bridge: "yes" },
      { width: "0.1" },
      { area: "yes" },
    );
    const tags = fc.tuple(key, value, extra).map(([one, other, more]) => ({ [one]: other, ...more }));
    const degrees = (low: number, high: number) =>
      fc.integer({ min: 0, max: 40 }).map((step) => low + ((high - low) * step) / 40);
    const way = fc.tuple(fc.array(fc.nat(29), { maxLength: 12 }), tags, fc.boolean());
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(degrees(14.82, 14.91), degrees(56.14, 56.2)), { minLength: 30, maxLength: 30 }),
        fc.array(way, { minLength: 1, maxLength: 20 }),
        async (spots, lines) => {
          const wild: OsmItem[] = [
            ...spots.map(([lng, lat], id): OsmItem => ({ type: "node", id, lng, lat, tags: {} })),
            ...lines.map(([refs, told, closed], id): OsmItem => ({
              type: "way",
              id,
              refs: closed ? [...refs, ...refs.slice(0, 1)] : refs,
              tags: told,
            })),
          ];
          const made = townFiles(await drawingOf(wild), town.place, bounds);
          for (const content of made.values()) expect(() => JSON.parse(content.toString())).not.toThrow();
        },
      ),
      { numRuns: 60 },
    );
  });
});
