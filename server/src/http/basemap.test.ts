import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { tileSchemas } from "@trygg/shared/basemap.ts";
import type { Boot } from "@trygg/shared/boot.ts";
import { PMTiles, TileType } from "pmtiles";
import { describe, expect, it } from "vitest";
import { writeArchive } from "../testing/archive.ts";
import { type TestApp, openTestApp } from "../testing/http.ts";
import { type Outside, openOutside } from "../testing/outside.ts";
import { closeAtEnd, openTestServices } from "../testing/services.ts";
import { writeTownArchive } from "../testing/town-tiles.ts";
import { nationalCapabilities, restCapabilities } from "../testing/wmts.ts";

const services = await openTestServices();
const folder = mkdtempSync(join(tmpdir(), "trygg-basemap-"));
closeAtEnd(async () => rmSync(folder, { recursive: true }));

const open = (env: Record<string, string> = {}) => openTestApp(services, env);

/** What a page is told of its base map. */
async function toldBy({ send }: TestApp): Promise<Boot["basemap"]> {
  const { text } = await send("GET", "/");
  const block = /<script type="application\/json" id="boot">(.*?)<\/script>/s.exec(text)?.[1];
  return (JSON.parse(block ?? "null") as Boot).basemap;
}

async function connectSrc({ send }: TestApp): Promise<string | undefined> {
  const { headers } = await send("GET", "/healthz");
  return /connect-src ([^;]+)/.exec(String(headers["content-security-policy"]))?.[1];
}

const outside = async (answers: Parameters<typeof openOutside>[0]): Promise<Outside> => {
  const opened = await openOutside(answers);
  closeAtEnd(opened.close);
  return opened;
};

describe("without BASEMAP", () => {
  it("pages are told of the schematic map and may fetch from nowhere else", async () => {
    const test = await open();
    expect(await toldBy(test)).toEqual({
      ground: { kind: "schematic" },
      attribution: services.town.place.attribution,
      fetchedFrom: [],
    });
    expect(await connectSrc(test)).toBe("'self'");
    expect((await test.send("GET", "/basemap/land.geojson")).status).toBe(200);
  });

  it("the same holds where hosts are allowed that no map lies on", async () => {
    expect(await connectSrc(await open({ OUTBOUND: "tiles.example.se" }))).toBe("'self'");
  });
});

const town = join(folder, "town.pmtiles");
writeTownArchive(town, "openmaptiles");
const bytes = readFileSync(town);
const opened = await openArchive(town);

async function openArchive(file: string): Promise<{ test: TestApp; address: string }> {
  const test = await open({ BASEMAP: file });
  const { ground } = await toldBy(test);
  if (ground.kind !== "vector") throw new Error(`expected a vector map, got ${ground.kind}`);
  return { test, address: ground.url.replace("pmtiles://", "") };
}

describe("an archive", () => {
  const { test: served, address: where } = opened;
  it.each(tileSchemas)("is recognised by its layers: %s", async (schema) => {
    const file = join(folder, `${schema}.pmtiles`);
    writeTownArchive(file, schema);
    expect(await toldBy(await open({ BASEMAP: file }))).toMatchObject({
      ground: { kind: "vector", schema },
      attribution: { sv: "© OpenStreetMap" },
      fetchedFrom: [],
    });
  });

  it("is read through ranges by the reader that browsers use", async () => {
    const archive = new PMTiles({
      getKey: () => where,
      async getBytes(offset, length) {
        const { rawPayload } = await served.app.inject({
          url: where,
          headers: { range: `bytes=${offset}-${offset + length - 1}` },
        });
        return { data: new Uint8Array(rawPayload).buffer };
      },
    });
    expect(await archive.getHeader()).toMatchObject({ specVersion: 3, tileType: TileType.Mvt, maxZoom: 14 });
    expect((await archive.getZxy(14, 8868, 5088))?.data.byteLength).toBeGreaterThan(1000);
  });

  it("answers a range with it, and says how long the whole is", async () => {
    const { statusCode, headers, rawPayload } = await served.app.inject({
      url: where,
      headers: { range: "bytes=7-16" },
    });
    expect(statusCode).toBe(206);
    expect(headers).toMatchObject({
      "accept-ranges": "bytes",
      "content-range": `bytes 7-16/${bytes.length}`,
      "content-length": "10",
      "cache-control": "public, max-age=31536000, immutable",
    });
    expect(rawPayload).toEqual(bytes.subarray(7, 17));
  });

  it("answers the last bytes, the whole, its head and what has not changed", async () => {
    const ask = (headers: Record<string, string>, method: "GET" | "HEAD" = "GET") =>
      served.app.inject({ method, url: where, headers });
    expect((await ask({ range: "bytes=-5" })).rawPayload).toEqual(bytes.subarray(-5));
    const whole = await ask({});
    expect([whole.statusCode, whole.rawPayload.equals(bytes)]).toEqual([200, true]);
    expect((await ask({}, "HEAD")).headers["content-length"]).toBe(String(bytes.length));
    const etag = String(whole.headers["etag"]);
    expect((await ask({ "if-none-match": etag })).statusCode).toBe(304);
    expect((await ask({ range: "bytes=0-1", "if-range": etag })).statusCode).toBe(206);
    expect((await ask({ range: "bytes=0-1", "if-range": '"another"' })).statusCode).toBe(200);
  });

  it("answers a range beyond its end with 416 and its length", async () => {
    const { statusCode, headers } = await served.app.inject({
      url: where,
      headers: { range: `bytes=${bytes.length}-` },
    });
    expect(statusCode).toBe(416);
    expect(headers).toMatchObject({
      "content-range": `bytes */${bytes.length}`,
      "cache-control": "no-store",
    });
  });

  it("is no longer found under its old name once it has been replaced or removed", async () => {
    const file = join(folder, "replaced.pmtiles");
    writeTownArchive(file, "protomaps");
    const { test, address } = await openArchive(file);
    expect((await test.send("HEAD", address)).status).toBe(200);
    writeTownArchive(file, "shortbread");
    expect((await test.send("GET", address)).status).toBe(404);
    rmSync(file);
    expect((await test.send("GET", address)).status).toBe(404);
  });

  it("may hold pictures", async () => {
    const file = join(folder, "pictures.pmtiles");
    const tiles = [{ z: 0, x: 0, y: 0, data: new Uint8Array([1]) }];
    writeArchive(file, { type: TileType.Png, tiles, bounds: [-180, -85, 180, 85], metadata: {} });
    expect(await toldBy(await open({ BASEMAP: file }))).toMatchObject({
      ground: {
        kind: "raster",
        pictures: { url: expect.stringMatching(/^pmtiles:\/\/\/basemap\/.*\.pmtiles$/) },
      },
      attribution: null,
    });
  });

  it("is refused where its layers are of no known schema", async () => {
    const file = join(folder, "other.pmtiles");
    const tiles = [{ z: 0, x: 0, y: 0, data: new Uint8Array([1]) }];
    const metadata = { vector_layers: [{ id: "roads" }, { id: "lakes" }] };
    writeArchive(file, { type: TileType.Mvt, tiles, bounds: [-180, -85, 180, 85], metadata });
    await expect(open({ BASEMAP: file })).rejects.toThrow(
      "BASEMAP: expected pictures, or vector tiles in the schema of OpenMapTiles, Protomaps or Shortbread, got the layers roads, lakes",
    );
  });

  it.each([
    ["empty", Buffer.alloc(0)],
    ["text", Buffer.from("no archive at all".repeat(2000))],
    ["cut", bytes.subarray(0, 200)],
    ["older", Buffer.concat([Buffer.from("PM"), Buffer.from([2, 0]), Buffer.alloc(20_000)])],
  ])("is refused in one plain line where it is broken: %s", async (name, content) => {
    const file = join(folder, `${name}.pmtiles`);
    writeFileSync(file, content);
    await expect(open({ BASEMAP: file })).rejects.toThrow(
      `BASEMAP: expected a PMTiles archive of version 3 that can be read, got "${file}"`,
    );
  });
});

describe("a folder", () => {
  const own = join(folder, "own");
  mkdirSync(join(own, "tiles", "0", "0"), { recursive: true });
  writeFileSync(join(folder, "secret.txt"), "secret");
  writeFileSync(join(own, ".hidden"), "secret");
  writeFileSync(join(own, "sprite.json"), "{}");
  writeFileSync(join(own, "tiles", "0", "0", "0.pbf"), gzipSync("a tile"));
  writeFileSync(
    join(own, "tiles.json"),
    JSON.stringify({ tiles: ["tiles/{z}/{x}/{y}.pbf"], attribution: "© Vi" }),
  );
  const style = {
    version: 8,
    sprite: "sprite",
    glyphs: "fonts/{fontstack}/{range}.pbf",
    sources: { town: { type: "vector", url: "tiles.json" } },
    layers: [],
  };
  writeFileSync(join(own, "style.json"), JSON.stringify(style));

  it("has its style served with addresses that hold", async () => {
    const test = await open({ BASEMAP: own });
    expect(await toldBy(test)).toEqual({
      ground: { kind: "style", day: "/basemap/day.json", night: null },
      attribution: { sv: "© Vi", en: "© Vi" },
      fetchedFrom: [],
    });
    expect(JSON.parse((await test.send("GET", "/basemap/day.json")).text)).toMatchObject({
      sprite: "/basemap/files/sprite",
      glyphs: "/basemap/files/fonts/{fontstack}/{range}.pbf",
      sources: { town: { tiles: ["/basemap/files/tiles/{z}/{x}/{y}.pbf"] } },
    });
    expect(await connectSrc(test)).toBe("'self'");
  });

  it("has its files served, compressed tiles as such, and nothing beside or hidden", async () => {
    const test = await open({ BASEMAP: own });
    const { status, headers } = await test.send("GET", "/basemap/files/tiles/0/0/0.pbf");
    expect([status, headers["content-encoding"]]).toEqual([200, "gzip"]);
    expect((await test.send("GET", "/basemap/files/sprite.json")).headers).not.toHaveProperty(
      "content-encoding",
    );
    for (const path of [
      "../secret.txt",
      "%2e%2e/secret.txt",
      "..%2fsecret.txt",
      "..%5csecret.txt",
      ".hidden",
      "",
      "tiles",
    ])
      expect([path, (await test.send("GET", `/basemap/files/${path}`)).text]).not.toEqual([
        path,
        expect.stringContaining("secret"),
      ]);
    expect((await test.send("GET", "/basemap/files/.hidden")).status).toBe(404);
  });

  it("may have a style for the night", async () => {
    const nightly = join(folder, "nightly");
    mkdirSync(nightly);
    for (const name of ["style.json", "style-night.json"])
      writeFileSync(join(nightly, name), JSON.stringify({ version: 8, name, sources: {}, layers: [] }));
    const test = await open({ BASEMAP: nightly });
    expect((await toldBy(test)).ground).toMatchObject({ night: "/basemap/night.json" });
    expect(JSON.parse((await test.send("GET", "/basemap/night.json")).text)).toMatchObject({
      name: "style-night.json",
    });
  });

  it("may fetch from other hosts only where they are allowed", async () => {
    const mixed = join(folder, "mixed");
    mkdirSync(mixed);
    const sources = { far: { type: "raster", tiles: ["https://tiles.example.se/{z}/{x}/{y}.png"] } };
    writeFileSync(join(mixed, "style.json"), JSON.stringify({ version: 8, sources, layers: [] }));
    await expect(open({ BASEMAP: mixed })).rejects.toThrow(
      'BASEMAP: expected a host that stands in OUTBOUND, got "tiles.example.se"',
    );
    const test = await open({ BASEMAP: mixed, OUTBOUND: "tiles.example.se unused.example.se" });
    expect(await connectSrc(test)).toBe("'self' https://tiles.example.se");
    expect((await toldBy(test)).fetchedFrom).toEqual(["tiles.example.se"]);
  });

  it("is refused where a file of its style is missing", async () => {
    const broken = join(folder, "broken");
    mkdirSync(broken);
    const sources = { town: { type: "vector", url: "none.json" } };
    writeFileSync(join(broken, "style.json"), JSON.stringify({ version: 8, sources, layers: [] }));
    await expect(open({ BASEMAP: broken })).rejects.toThrow(
      `BASEMAP: expected a file that can be read, got "${join(broken, "none.json")}" (ENOENT)`,
    );
  });
});

describe("a map on another host", () => {
  const style = (origin: string) => ({
    version: 8,
    sources: { far: { type: "vector", url: `${origin}/tiles.json` } },
    layers: [{ id: "ground", type: "background" }],
  });
  const answers = (path: string, origin: string) =>
    ({
      "/style.json": JSON.stringify(style(origin)),
      "/tiles.json": JSON.stringify({
        tiles: [`${origin}/{z}/{x}/{y}.pbf`],
        attribution: "<b>© Långt bort</b>",
      }),
      "/elsewhere.json": JSON.stringify(style("https://elsewhere.example.se")),
      "/WMTSCapabilities.xml": restCapabilities(origin),
      "/national/WMTSCapabilities.xml": nationalCapabilities(origin),
    })[path];

  it("is told on the page, and the policy lets pages fetch from exactly its host", async () => {
    const { origin, host } = await outside(answers);
    const test = await open({ BASEMAP: `${origin}/style.json`, OUTBOUND: `${host}, other.example.se` });
    expect(await toldBy(test)).toMatchObject({
      ground: { kind: "style" },
      attribution: { sv: "© Långt bort" },
      fetchedFrom: [host],
    });
    expect(await connectSrc(test)).toBe(`'self' ${origin}`);
  });

  it("may be a WMTS", async () => {
    const { origin, host } = await outside(answers);
    const test = await open({ BASEMAP: `${origin}/WMTSCapabilities.xml#layer=karta`, OUTBOUND: host });
    expect(await toldBy(test)).toMatchObject({
      ground: {
        kind: "raster",
        pictures: { tiles: [`${origin}/1.0.0/karta/default/2026/3857/{z}/{y}/{x}.png`], maxzoom: 18 },
      },
      attribution: { sv: "Karlshamns kommun & vänner" },
      fetchedFrom: [host],
    });
    expect(await connectSrc(test)).toBe(`'self' ${origin}`);
  });

  it("may be a pattern of tiles, and is not asked at start", async () => {
    const pattern = "https://tiles.example.se/{TileMatrix}/{TileRow}/{TileCol}.png";
    const test = await open({ BASEMAP: pattern, OUTBOUND: "tiles.example.se" });
    expect((await toldBy(test)).ground).toMatchObject({
      pictures: { tiles: ["https://tiles.example.se/{z}/{y}/{x}.png"] },
    });
    expect(await connectSrc(test)).toBe("'self' https://tiles.example.se");
  });

  it.each([
    ["/elsewhere.json", 'BASEMAP: expected a host that stands in OUTBOUND, got "elsewhere.example.se"'],
    ["/none.json", "got status 404"],
    ["/national/WMTSCapabilities.xml", "in web mercator (EPSG:3857)"],
  ])("is refused in one plain line where it cannot be used: %s", async (path, line) => {
    const { origin, host } = await outside(answers);
    await expect(open({ BASEMAP: `${origin}${path}`, OUTBOUND: host })).rejects.toThrow(line);
  });

  it("is refused in one plain line where nobody answers", async () => {
    const { origin, host, close } = await openOutside(answers);
    await close();
    await expect(open({ BASEMAP: `${origin}/style.json`, OUTBOUND: host })).rejects.toThrow(
      `BASEMAP: expected an answer from "${origin}/style.json", got none`,
    );
  });
});
