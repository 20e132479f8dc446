import { PbfWriter } from "pbf";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Refusal } from "../../refusal.ts";
import { writeImportFile } from "../../testing/files.ts";
import { blob, framed, headerOf, readTown, toOverpassJson, toPbf, townXml } from "../../testing/osm/forms.ts";
import { openOsm } from "./osm.ts";
import type { OsmItem } from "./osm-item.ts";

const town = await readTown();
const [xml, json, pbf] = [Buffer.from(townXml), Buffer.from(toOverpassJson(town)), toPbf(town)];

async function readAll(content: Uint8Array | string, name = "karlshamn.osm"): Promise<OsmItem[]> {
  const items: OsmItem[] = [];
  for await (const some of (await openOsm(writeImportFile(name, content)))()) items.push(...some);
  return items;
}

/** How a file is refused. */
async function refused(content: Uint8Array | string): Promise<string> {
  const error: unknown = await readAll(content).catch((thrown: unknown) => thrown);
  if (error instanceof Refusal) return error.message;
  throw new Error(`expected a refusal, got ${String(error)}`);
}

describe("an extract", () => {
  it("holds more than two hundred elements of all three types", () => {
    const types = new Set(town.map(({ type }) => type));
    expect(town.length).toBeGreaterThan(200);
    expect([...types].toSorted()).toEqual(["bounds", "node", "relation", "way"]);
  });

  it.each([
    ["Overpass JSON", json],
    ["PBF", pbf],
  ])("says the same as %s as it does as XML", async (_, content) => {
    expect(await readAll(content)).toEqual(town);
  });

  it("is told by its first bytes, not by its name", async () => {
    expect((await readAll(pbf, "extract.osm")).length).toBe(town.length);
    expect((await readAll(`\uFEFF\n ${townXml.replace(/<\?xml.*?\?>/, "")}`, "x.pbf")).length).toBe(
      town.length,
    );
  });

  it("keeps what its form allows in a position, and tells of what it does not as no number", async () => {
    const odd = '<osm><node id="1" lat="56.12345678" lon="x"/><node id="2"/></osm>';
    expect(await readAll(odd)).toEqual([
      { type: "node", id: 1, lat: 56.1234568, lng: Number.NaN, tags: {} },
      { type: "node", id: 2, lat: Number.NaN, lng: Number.NaN, tags: {} },
    ]);
    const [node] = await readAll('{"elements":[{"type":"node","id":1,"lat":"56","lon":14}]}');
    expect(node).toMatchObject({ lat: Number.NaN, lng: 14 });
  });
});

describe("a file that is no whole extract is refused in one line", () => {
  it.each<[string, Uint8Array | string, RegExp]>([
    ["empty", "", /expected OSM XML, PBF or Overpass JSON, got an empty file/],
    ["of another kind", "Nr;Lat;Long", /got something else/],
    ["still packed", Buffer.from("1f8b0800", "hex"), /packed with gzip: unpack it first/],
    ["XML that ends in the middle", townXml.slice(0, 60_000), /whole OpenStreetMap extract, got Un\S+/],
    ["XML of another kind", "<gpx><wpt/></gpx>", /got <gpx> where <osm> begins/],
    ["XML that is not well-formed", "<osm><node id='1'></osm>", /got Unexpected close tag/],
    ["JSON that ends in the middle", json.subarray(0, 60_000), /whole OpenStreetMap extract/],
    ["JSON with a foreign element", '{"elements":[{"type":"area"}]}', /got the element \{"type":"area"\}/],
    ["PBF that ends in the middle", pbf.subarray(0, pbf.length - 40), /a file that ends within a blob/],
    ["PBF with a damaged blob", damaged(pbf), /whole OpenStreetMap extract, got \S+/],
    [
      "PBF that needs what we lack",
      blob("OSMHeader", headerOf([], ["HistoricalInformation"])),
      /needs Historical/,
    ],
    [
      "PBF packed with something new",
      framed("OSMHeader", oneField(7)),
      /packed with something else than zlib/,
    ],
  ])("%s", async (_, content, line) => {
    const message = await refused(content);
    expect(message).toMatch(line);
    expect(message).not.toContain("\n");
  });

  it("a blob that would unpack to more than the format allows", async () => {
    const bomb = Buffer.alloc(33 * 1024 * 1024);
    expect(await refused(Buffer.concat([blob("OSMHeader", headerOf([])), blob("OSMData", bomb)]))).toContain(
      "where the format allows 33554432",
    );
  });

  it("a blob that lies about what it unpacks to", async () => {
    const bomb = blob("OSMData", Buffer.alloc(40 * 1024 * 1024));
    // The size that it tells stands in field 2, right after the header.
    const at = bomb.indexOf(Buffer.from([0x10, 0x80, 0x80, 0x80, 0x14]));
    bomb.set([0x10, 0x80, 0x80, 0x80, 0x00], at);
    expect(await refused(Buffer.concat([blob("OSMHeader", headerOf([])), bomb]))).toMatch(/larger than/);
  });

  it("however it is damaged: it is read or refused, and nothing else", async () => {
    const small = town.filter(({ type }) => type === "bounds" || type === "relation");
    const forms = [toPbf(small), Buffer.from(toOverpassJson(small)), xml.subarray(0, 3000)];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...forms),
        fc.array(fc.tuple(fc.nat(2999), fc.nat(255)), { minLength: 1, maxLength: 8 }),
        async (form, changes) => {
          const broken = Buffer.from(form);
          for (const [at, value] of changes) broken[at % broken.length] = value;
          const error: unknown = await readAll(broken).catch((thrown: unknown) => thrown);
          expect(Array.isArray(error) || error instanceof Refusal).toBe(true);
        },
      ),
      { numRuns: 150 },
    );
  });
});

function damaged(content: Buffer): Buffer {
  const copy = Buffer.from(content);
  copy.fill(0x55, 2000, 2040);
  return copy;
}

function oneField(field: number): Uint8Array {
  const writer = new PbfWriter();
  writer.writeBytesField(field, new Uint8Array([1, 2, 3]));
  return writer.finish();
}
