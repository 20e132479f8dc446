import { describe, expect, it } from "vitest";
import type { FeatureCollection } from "geojson";
import { noMapping } from "../../imports/mapping.ts";
import { type FileOrder, runImport } from "../../imports/run.ts";
import { selectLampChanges, selectLamps } from "../../lighting/store.ts";
import { writeImportFile } from "../../testing/files.ts";
import { openTestApp } from "../../testing/http.ts";
import { readTown, toOverpassJson, toPbf, townXml } from "../../testing/osm/forms.ts";
import { callerFor, refusal } from "../../testing/people.ts";
import { type TestServices, openTestServices } from "../../testing/services.ts";
import { selectTownFiles } from "../store.ts";
import { removeOsm } from "./remove.ts";

const items = await readTown();

function bringIn(
  services: TestServices,
  content: string | Uint8Array = townXml,
  more: Partial<FileOrder> = {},
) {
  const file = writeImportFile("karlshamn.osm", content);
  const order = { kind: "osm" as const, mapping: noMapping, dryRun: false, keepGood: false, file, ...more };
  return runImport(services, order, { accountId: null, role: "operator" });
}

/** A node hears of a change within a second, or on a busy machine by its poll. */
const WAIT = { timeout: 15_000 };

/** Once the node has heard of the change. */
const untilSchematic = (services: TestServices, schematic: boolean) =>
  expect.poll(() => services.town.place.schematic, WAIT).toBe(schematic);

describe("an extract brought in", () => {
  it("replaces map, network and names on every node, and the pages say whose map it is", async () => {
    const services = await openTestServices();
    const other = await services.openNode();
    const { app } = await openTestApp(services);
    const areas = await app.inject("/basemap/areas.geojson");
    expect(await bringIn(services)).toMatchObject({ added: 50, changed: 0, rejected: 0, stored: true });
    await untilSchematic(services, false);
    await expect.poll(() => other.town.place.schematic, WAIT).toBe(false);

    const streets = (await app.inject("/basemap/streets.geojson")).json<
      FeatureCollection & { note: string }
    >();
    expect(streets.note).toContain("OpenStreetMap");
    expect((await app.inject("/basemap/areas.geojson")).body).toBe(areas.body);
    const page = (await app.inject("/")).body;
    expect(page).toContain('"schematic":false');
    expect(page).toContain("© OpenStreetMaps bidragsgivare");
    expect(page).not.toContain("Schematisk karta");
    expect((await app.inject("/rapportera")).body).toContain('"schematic":false');

    const resident = await callerFor(services, "resident");
    expect((await resident.place.search({ query: "fogdelycke" })).map(({ kind }) => kind)).toContain("stop");
    expect((await resident.place.search({ query: "drottninggatan radhusgatan" }))[0]?.kind).toBe("crossing");
  });

  it("gives the same files from all three forms", async () => {
    const forms = [townXml, toOverpassJson(items), toPbf(items)];
    const stored = await Promise.all(
      forms.map(async (form) => {
        const services = await openTestServices();
        await bringIn(services, form);
        return selectTownFiles(services.db);
      }),
    );
    const [xml, ...others] = stored;
    expect(xml?.size).toBe(14);
    for (const other of others) {
      const differing = [...(xml ?? [])].filter(([name, content]) => !other.get(name)?.equals(content));
      expect(differing.map(([name]) => name)).toEqual([]);
    }
  });

  it("changes nothing when it is brought in once more", async () => {
    const services = await openTestServices();
    await bringIn(services);
    await untilSchematic(services, false);
    services.clock.set("2026-12-24");
    expect(await bringIn(services)).toMatchObject({ added: 0, changed: 0, unchanged: 50, stored: false });
    expect(await services.rows("select id from imports")).toHaveLength(1);
    expect(await services.rows("select id from lamp_changes")).toHaveLength(0);
  });

  it("is only looked at in a trial, and stored despite rejections only when asked", async () => {
    const services = await openTestServices();
    const wild = townXml
      .replace("</osm>", "")
      .replace("<!-- Coastline", '<node id="5" lat="999" lon="0"/><!-- Coastline');
    const broken = `${wild}</osm>`;
    expect(await bringIn(services, townXml, { dryRun: true })).toMatchObject({ added: 50, stored: false });
    expect(await bringIn(services, broken)).toMatchObject({
      rejected: 1,
      stored: false,
      rejections: [{ row: 1, what: "node 5", code: "wildPosition" }],
    });
    expect(await selectTownFiles(services.db)).toEqual(new Map());
    expect(await bringIn(services, broken, { keepGood: true })).toMatchObject({ stored: true });
  });

  it("shows as much of the town as it covers, and no less than the centre", async () => {
    const services = await openTestServices();
    const cover = (bounds: string) => townXml.replace(/<bounds .*?>/, `<bounds ${bounds}/>`);
    await bringIn(services, cover('minlat="56.155" minlon="14.845" maxlat="56.2" maxlon="14.885"'));
    await untilSchematic(services, false);
    expect(services.town.place.bounds).toEqual([14.845, 56.155, 14.885, 56.185]);
    await bringIn(services);
    await expect.poll(() => services.town.place.bounds, WAIT).toEqual([14.838, 56.152, 14.892, 56.185]);
    const elsewhere = cover('minlat="55.5" minlon="13" maxlat="55.7" maxlon="13.2"');
    const { code, message } = await refusal(bringIn(services, elsewhere));
    expect(code).toBe("badFile");
    expect(message).toMatch(
      /expected an extract that covers the centre of Karlshamn \(14\.\d+, .*\), got 13\.0000/,
    );
    const empty = `${townXml.slice(0, townXml.indexOf("<!-- Coastline"))}</osm>`;
    expect((await refusal(bringIn(services, empty))).message).toContain(
      "expected streets in Karlshamn, got none",
    );
  });

  it("can be taken away again, and leaves the lamps", async () => {
    const services = await openTestServices();
    await bringIn(services);
    await untilSchematic(services, false);
    expect(await removeOsm(services)).toBe(14);
    await untilSchematic(services, true);
    expect(await selectLamps(services.db)).toHaveLength(36);
    expect(await removeOsm(services)).toBe(0);
  });
});

describe("a street lamp of an extract", () => {
  const lampOf = async (services: TestServices, id: string) =>
    (await selectLamps(services.db)).find((lamp) => lamp.id === id);
  const lamps = items.filter((item) => item.type === "node" && item.tags["highway"] === "street_lamp");
  const [first] = lamps;
  const id = `osm-${first?.type === "node" ? first.id : 0}`;

  it("is stored with what the extract tells, and without what it does not", async () => {
    const services = await openTestServices();
    await bringIn(services);
    const stored = await selectLamps(services.db);
    expect(stored).toHaveLength(36);
    expect(stored.find((lamp) => lamp.id === id)).toMatchObject({
      height: null,
      flux: null,
      owner: "unknown",
      status: "working",
      statusSince: "2026-11-23",
      statusSource: "OpenStreetMap",
    });
    expect(stored.some(({ height }) => height === 4.5)).toBe(true);
    expect(stored.some(({ owner }) => owner === "municipality")).toBe(true);
    expect(stored.filter(({ status }) => status === "broken")).toHaveLength(1);
  });

  it("moves with the next extract, keeps what staff have told of it, and what it was before", async () => {
    const services = await openTestServices();
    await bringIn(services);
    const planner = await callerFor(services, "planner");
    const { area: _area, ...told } =
      (await planner.lighting.lamps()).find((lamp) => lamp.id === id) ?? (undefined as never);
    await planner.lighting.saveLamp({ ...told, status: "broken", statusSource: "Ronden", flux: 3000 });
    const before = await lampOf(services, id);
    const moved = items.map((item) =>
      item === first && item.type === "node" ? { ...item, lat: item.lat + 1e-5 } : item,
    );
    expect(await bringIn(services, toPbf(moved))).toMatchObject({ added: 0, changed: 1 });
    const after = await lampOf(services, id);
    expect(after).toMatchObject({ status: "broken", statusSource: "Ronden", flux: 3000 });
    expect((after?.north ?? 0) - (before?.north ?? 0)).toBeCloseTo(1.11, 1);
    expect((await selectLampChanges(services.db, id)).map((change) => change.before.status)).toEqual([
      "broken",
      "working",
    ]);
  });

  it("stays when a later extract lacks it, and that is told", async () => {
    const services = await openTestServices();
    await bringIn(services);
    const { notes } = await bringIn(services, toPbf(items.filter((item) => item !== first)));
    expect(notes).toContainEqual(expect.objectContaining({ code: "stay", values: { count: 1 } }));
    expect(await lampOf(services, id)).toBeDefined();
  });
});
