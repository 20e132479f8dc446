import { toSweref991500 } from "@trygg/shared/geo/crs.ts";
import { type LngLat, toGrid } from "@trygg/shared/geo/sweref.ts";
import { eulumdat } from "@trygg/shared/photometry/samples.ts";
import { describe, expect, it } from "vitest";
import type { Mapping } from "../../imports/kind.ts";
import { noMapping } from "../../imports/mapping.ts";
import { type FileOrder, runImport } from "../../imports/run.ts";
import { writeImportFile } from "../../testing/files.ts";
import { callerFor } from "../../testing/people.ts";
import { lamp, spotIn } from "../../testing/samples.ts";
import { type TestServices, openTestServices } from "../../testing/services.ts";
import { selectLampChanges, selectLamps } from "../store.ts";

const operator = { accountId: null, role: "operator" as const };

function run(services: TestServices, content: string, order: Partial<FileOrder> & { name?: string } = {}) {
  const { name = "lampor.csv", ...rest } = order;
  const file = writeImportFile(name, content);
  const usual = { kind: "lamps" as const, mapping: noMapping, dryRun: false, keepGood: false };
  return runImport(services, { ...usual, file, ...rest }, operator);
}

const csv = (...rows: string[]) => ["Nr;Lat;Long;Höjd;Ljusflöde;Ägare;Status", ...rows].join("\n");
const here = spotIn("stortorget");
const row = (nr: string, fields = "4,5;4000;Kommunen;i drift", { lng, lat }: LngLat = here) =>
  `${nr};${lat};${lng};${fields}`;

const reasons = ({ rejections }: { rejections: { row: number; text: string }[] }) =>
  rejections.map((each) => `${each.row}: ${each.text}`);

describe("an inventory of lamps", () => {
  it("is stored with what it tells, where the lamps stand, and who brought it in", async () => {
    const services = await openTestServices();
    const outcome = await run(services, csv(row("K-1"), row("Ö 2", ";0;Trafikverket;släckt")));
    expect(outcome).toMatchObject({ read: 2, added: 2, changed: 0, rejected: 0, stored: true });
    const [first, second] = await selectLamps(services.db);
    const { id: importId } = (await services.rows<{ id: string }>("select id from imports"))[0] ?? {};
    expect(first).toMatchObject({
      id: "K-1",
      area: "stortorget",
      height: 4.5,
      flux: 4000,
      owner: "municipality",
      status: "working",
      statusSince: "2026-11-23",
      statusSource: "Inventering: lampor.csv",
      importId,
    });
    expect(first?.east).toBeCloseTo(toGrid(here).east, 1);
    expect(second).toMatchObject({
      id: "Ö 2",
      height: null,
      flux: null,
      owner: "road-administration",
      status: "broken",
    });
    expect(await services.rows("select role, action, details from audit_log")).toEqual([
      {
        role: "operator",
        action: "imports.run",
        details: { id: importId, kind: "lamps", read: 2, stored: 2, unchanged: 0, rejected: 0 },
      },
    ]);
  });

  it("is the same from WGS 84, SWEREF 99 TM and SWEREF 99 15 00, in either order of axes", async () => {
    const services = await openTestServices();
    const { east, north } = toGrid(here);
    const [east15, north15] = toSweref991500(here);
    for (const [first, second, note, swapped] of [
      [here.lng, here.lat, "WGS 84 (EPSG:4326)", false],
      [here.lat, here.lng, "WGS 84 (EPSG:4326)", true],
      [east, north, "SWEREF 99 TM (EPSG:3006)", false],
      [north, east, "SWEREF 99 TM (EPSG:3006)", true],
      [east15, north15, "SWEREF 99 15 00 (EPSG:3009)", false],
      [north15, east15, "SWEREF 99 15 00 (EPSG:3009)", true],
    ] as const) {
      const outcome = await run(services, `id,x,y,owner\nL1,${first},${second},municipality`);
      expect(outcome.notes.map(({ text }) => text)).toContain(
        `Recognised as ${note} by where the town lies.`,
      );
      expect(outcome.notes.some(({ code }) => code === "axesSwapped")).toBe(swapped);
      expect(outcome.rejected).toBe(0);
    }
    // Six files, one lamp: all but the first found it where it stands.
    expect(await services.rows("select stored from imports")).toEqual([{ stored: 1 }]);
  });

  it("brought in again writes nothing at all, later and under another name", async () => {
    const services = await openTestServices();
    const content = csv(row("K-1", "7,123;4000;Kommunen;"), row("K-2"));
    await run(services, content);
    const everything = () =>
      services.rows(
        "select (select json_agg(l) from lamps l) lamps, (select count(*) from imports) imports, (select count(*) from lamp_changes) changes, (select count(*) from audit_log) audit",
      );
    const before = await everything();
    services.clock.set("2027-02-01");
    const outcome = await run(services, content, { name: "lampor (1).csv" });
    expect(outcome).toMatchObject({ read: 2, added: 0, changed: 0, unchanged: 2, stored: false });
    expect(await everything()).toEqual(before);
  });

  it("keeps what a lamp was before it changed, and what the file does not tell", async () => {
    const services = await openTestServices();
    const planner = await callerFor(services, "planner");
    await run(services, csv(row("K-1"), row("K-2")));
    const [known] = await planner.lighting.lamps();
    const { area: _area, ...fields } = known ?? { ...lamp(), area: null };
    await planner.lighting.saveLamp({ ...fields, status: "broken", statusSource: "Rondering" });
    const outcome = await run(services, `id,lng,lat,height\nK-1,${here.lng},${here.lat},6`);
    expect(outcome).toMatchObject({ read: 1, added: 0, changed: 1, unchanged: 0, stored: true });
    expect(outcome.notes.map(({ text }) => text)).toContain(
      "In the store but not in the file, and left as they are: 1.",
    );
    const [after] = await selectLamps(services.db);
    expect(after).toMatchObject({ height: 6, flux: 4000, status: "broken", statusSource: "Rondering" });
    const history = await selectLampChanges(services.db, "K-1");
    expect(history.map(({ before }) => [before.height, before.status])).toEqual([
      [4.5, "broken"],
      [4.5, "working"],
    ]);
    expect(history[0]?.importId).toBe(after?.importId);
  });

  describe("that tells of light", () => {
    const light = (...rows: string[]) =>
      ["Nr;Lat;Long;Ägare;Armatur;Riktning;Lutning;Dimring;Skymd", ...rows].join("\n");
    const lit = (nr: string, fields: string) => row(nr, `Kommunen;${fields}`);

    it("in usual words is stored as we say it", async () => {
      const services = await openTestServices();
      const planner = await callerFor(services, "planner");
      const text = eulumdat({ name: "Väglykta 35" });
      const { id: luminaire } = await planner.lighting.addLuminaire({ fileName: "v35.ldt", text });
      const outcome = await run(
        services,
        light(
          lit("K-1", "väglykta 35;NO;5;Halv styrka 23–05;30 %"),
          lit("K-2", `${luminaire};0;-2,5;ingen;0,25`),
          lit("K-3", ";360;;;40"),
          lit("K-4", ";;;;"),
        ),
      );
      expect(reasons(outcome)).toEqual([]);
      expect(await selectLamps(services.db)).toMatchObject([
        { id: "K-1", luminaire, direction: 45, tilt: 5, dimming: "night-half", screened: 0.3 },
        { id: "K-2", luminaire, direction: 0, tilt: -2.5, dimming: null, screened: 0.25 },
        { id: "K-3", luminaire: null, direction: 0, tilt: 0, dimming: null, screened: 0.4 },
        { id: "K-4", luminaire: null, direction: null, tilt: 0, dimming: null, screened: 0 },
      ]);
      const again = await run(services, light(lit("K-1", ";;;;"), lit("K-2", ";;;;")));
      expect(again).toMatchObject({ unchanged: 2, changed: 0 });
      const undimmed = await run(services, light(lit("K-1", ";;;nej;")));
      expect([undimmed.changed, (await selectLamps(services.db))[0]?.dimming]).toEqual([1, null]);
    });

    it("is rejected row by row with the reason", async () => {
      const services = await openTestServices();
      const planner = await callerFor(services, "planner");
      for (const text of [eulumdat(), eulumdat({ decimal: ",", lineEnd: "\n", gammas: [0, 90] })])
        await planner.lighting.addLuminaire({ fileName: "v35.ldt", text });
      const outcome = await run(
        services,
        light(
          lit("K-1", "Månsken;;;;"),
          lit("K-2", "Väglykta 35;;;;"),
          lit("K-3", ";uppåt;;;"),
          lit("K-4", ";;95;;"),
          lit("K-5", ";;;alltid;"),
          lit("K-6", ";;;;140"),
          lit("K-7", ";;;;"),
        ),
      );
      expect(reasons(outcome)).toEqual([
        '1: luminaire: expected the name or id of one that is known here, got "Månsken"',
        // Two have this name.
        '2: luminaire: expected the name or id of one that is known here, got "Väglykta 35"',
        '3: direction: expected a number, got "uppåt"',
        "4: tilt: expected -90–90, got 95",
        '5: dimming: expected one of night-half, got "alltid"',
        "6: screened: expected 0–100, got 140",
      ]);
    });
  });

  it("that says nothing of status is taken as working, and says so", async () => {
    const services = await openTestServices();
    const outcome = await run(services, csv(row("K-1", "4;;Kommunen;")));
    expect(outcome.notes.map(({ code }) => code)).toContain("statusAssumed");
    expect((await selectLamps(services.db))[0]).toMatchObject({
      status: "working",
      statusSource: "Antas lysa: lampor.csv säger inget om status",
    });
  });

  it("with rejected rows stores nothing, or the good ones when told to", async () => {
    const services = await openTestServices();
    const content = csv(
      row("K-1"),
      row("K-2", "612;4000;Kommunen;"),
      row("K-3", "hög;4000;Kommunen;"),
      row("K-4", "4;4000;Grannen;"),
      row("K-1"),
      row("", "4;;Kommunen;"),
      row("K-7", "4;;;"),
      row("K-8", undefined, { lng: 15.59, lat: 56.16 }),
      "K-9;;;4;;Kommunen;",
      row("K-10", "4;;Kommunen;kanske"),
    );
    const outcome = await run(services, content);
    expect(reasons(outcome)).toEqual([
      "2: height: expected 0.5–60, got 612",
      '3: height: expected a number, got "hög"',
      '4: owner: expected one of municipality, road-administration, property-owner, road-association, unknown, got "Grannen"',
      "5: expected each id once; row 1 has the same",
      "6: id: expected a value, got nothing",
      "9: expected a position, got none",
      '10: status: expected one of working, broken, off, got "kanske"',
      "7: owner: expected a value, got nothing",
      "8: expected a position on the town's map, got longitude 15.59, latitude 56.16",
    ]);
    expect(outcome).toMatchObject({ read: 10, added: 1, rejected: 9, stored: false });
    expect(await selectLamps(services.db)).toEqual([]);
    expect(await services.rows("select * from imports")).toEqual([]);
    expect(await run(services, content, { keepGood: true })).toMatchObject({ stored: true });
    expect((await selectLamps(services.db)).map(({ id }) => id)).toEqual(["K-1"]);
    expect(await services.rows("select read, stored, rejected from imports")).toEqual([
      { read: 10, stored: 1, rejected: 9 },
    ]);
  });

  it("tried first stores nothing and tells the same", async () => {
    const services = await openTestServices();
    const content = csv(row("K-1"), row("K-2"));
    const { stored: tried, ...told } = await run(services, content, { dryRun: true });
    expect([tried, await selectLamps(services.db)]).toEqual([false, []]);
    const { stored, ...found } = await run(services, content);
    expect([stored, found]).toEqual([true, told]);
  });

  it("follows a mapping of columns, values and defaults", async () => {
    const services = await openTestServices();
    const mapping: Mapping = {
      columns: { id: "Beteckning", east: "Öst", north: "Norr", height: "H" },
      values: { status: { "1": "working", "2": "broken" } },
      defaults: { owner: "property-owner" },
      crs: "EPSG:3006",
    };
    const { east, north } = toGrid(here);
    const content = `Beteckning\tÖst\tNorr\tH\tstatus\nA\t${east}\t${north}\t3,5\t2`;
    const outcome = await run(services, content, { mapping, name: "lampor.txt" });
    expect(outcome.notes.map(({ text }) => text)).toContain("Read as SWEREF 99 TM (EPSG:3006), as named.");
    expect((await selectLamps(services.db))[0]).toMatchObject({
      id: "A",
      height: 3.5,
      owner: "property-owner",
      status: "broken",
    });
  });

  it.each<[string, string, Partial<Mapping>, string]>([
    ["in another town", "id;x;y;owner\nA;13.0;55.6;kommun", {}, "expected positions in Karlshamn in WGS 84"],
    ["in a system of its own", "id;x;y;owner\nA;1430000;6220000;kommun", {}, "; got 1430000, 6220000"],
    ["without positions", "id;owner\nA;kommun", {}, "the file has none"],
    [
      "in another system than is named",
      `id;x;y\nA;${here.lng};${here.lat}`,
      { crs: "EPSG:3006" },
      "they lie in Karlshamn as WGS 84",
    ],
    [
      "in a system that we do not know",
      `id;x;y\nA;${here.lng};${here.lat}`,
      { crs: "EPSG:3021" },
      "the file names EPSG:3021",
    ],
    [
      "mapped to a column that it lacks",
      csv(row("K-1")),
      { columns: { id: "Namn" } },
      'for id, got "Namn"; the file has "Nr", "Lat"',
    ],
    ["mapped to a field that lamps lack", csv(row("K-1")), { columns: { colour: "Nr" } }, 'got "colour"'],
  ])("%s is refused in one plain line", async (_, content, mapping, message) => {
    const services = await openTestServices();
    await expect(run(services, content, { mapping: { ...noMapping, ...mapping } })).rejects.toThrow(message);
  });

  it("is refused when somebody has changed one of its lamps meanwhile", async () => {
    const services = await openTestServices();
    await run(services, csv(row("K-1")));
    const file = writeImportFile("lampor.csv", csv(row("K-1", "9;;Kommunen;")));
    const { lampImport } = await import("./import-lamps.ts");
    const prepared = await lampImport.prepare(services, file, noMapping, () => undefined);
    await services.rows("update lamps set status = 'off'");
    await expect(services.db.transaction((tx) => prepared.store(tx, crypto.randomUUID()))).rejects.toThrow(
      "expected the lamps as they were when the file was read",
    );
  });
});
