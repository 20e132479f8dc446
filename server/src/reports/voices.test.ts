import { type ReportInput } from "@trygg/shared/reports/schema.ts";
import { describe, expect, it } from "vitest";
import { callerFor } from "../testing/people.ts";
import { report, spotIn } from "../testing/samples.ts";
import { openTestServices } from "../testing/services.ts";
import { destroyPastYearKeys } from "./voices.ts";

/** Areas that a device can feel something about, more than it has cells. */
const areas = [
  "hamnparken",
  "stortorget",
  "ostra-piren",
  "ronnebygatan",
  "mollebacken",
  "lotsgatan",
  "norreport",
];

async function openResident(at?: string) {
  const services = await openTestServices(at ? { at } : {});
  const resident = await callerFor(services, "resident");
  return {
    services,
    send: (fields: Partial<ReportInput>) => resident.reports.submit(report(fields)),
    resident,
  };
}

describe("a device", () => {
  it("is one voice in an area, band and feeling however often it reports", async () => {
    const { services, send } = await openResident();
    for (const index of [0, 1, 2]) await send({ voice: "mine", at: spotIn("hamnparken", index) });
    expect(await services.rows("select * from voices")).toHaveLength(1);
    expect(await services.rows("select cells from voice_caps")).toEqual([{ cells: 1 }]);
    expect(await services.rows("select count(distinct voice_dark)::int as tags from reports")).toEqual([
      { tags: 1 },
    ]);
  });

  it("is another voice in another area, in the other band and with the other feeling", async () => {
    const { services, send } = await openResident();
    await send({ voice: "mine" });
    await send({ voice: "mine", at: spotIn("stortorget") });
    await send({ voice: "mine", light: "light" });
    await send({ voice: "mine", feeling: "safe", reasons: ["well-lit"] });
    expect(await services.rows("select * from voices")).toHaveLength(4);
    expect(await services.rows("select cells from voice_caps")).toEqual([{ cells: 4 }]);
  });

  it("is a voice in both bands when the report concerns both", async () => {
    const { services, send } = await openResident();
    await send({ voice: "mine", light: "both" });
    const [row] = await services.rows("select voice_day, voice_dark from reports");
    expect(row?.["voice_day"]).toBeInstanceOf(Buffer);
    expect(row?.["voice_dark"]).toBeInstanceOf(Buffer);
    expect(row?.["voice_day"]).not.toEqual(row?.["voice_dark"]);
    expect(await services.rows("select cells from voice_caps")).toEqual([{ cells: 2 }]);
  });

  it("is told apart from another device", async () => {
    const { services, send } = await openResident();
    await send({ voice: "mine" });
    await send({ voice: "yours" });
    expect(await services.rows("select * from voices")).toHaveLength(2);
    expect(await services.rows("select * from voice_caps")).toHaveLength(2);
  });

  it("leaves nothing that its secret could be read from", async () => {
    const { services, send } = await openResident();
    await send({ voice: "a very secret secret" });
    for (const table of ["reports", "voices", "voice_caps"])
      expect(JSON.stringify(await services.rows(`select * from ${table}`))).not.toContain("secret secret");
    const [cap] = await services.rows<{ tag: Buffer }>("select tag from voice_caps");
    const tags = await services.rows<{ tag: Buffer }>("select tag from voices");
    expect(tags.some(({ tag }) => tag.equals(cap?.tag ?? Buffer.alloc(0)))).toBe(false);
  });

  it("without a secret makes every report a voice of its own, counted against no cap", async () => {
    const { services, send } = await openResident();
    for (let sent = 0; sent < 7; sent++) await send({});
    expect(await services.rows("select * from voices")).toHaveLength(7);
    expect(await services.rows("select * from voice_caps")).toHaveLength(0);
    expect(await services.rows("select distinct weight from reports")).toEqual([{ weight: 1 }]);
  });
});

describe("the cap of five cells", () => {
  it("lets the sixth area be stored and acknowledged, but weigh nothing", async () => {
    const { services, send } = await openResident();
    for (const area of areas.slice(0, 6)) await send({ voice: "mine", at: spotIn(area) });
    expect(
      await services.rows("select weight, count(*)::int as reports from reports group by 1 order by 1"),
    ).toEqual([
      { weight: 0, reports: 1 },
      { weight: 1, reports: 5 },
    ]);
    expect(await services.rows("select * from voices")).toHaveLength(5);
    expect(await services.rows("select voice_day, voice_dark from reports where weight = 0")).toEqual([
      { voice_day: null, voice_dark: null },
    ]);
  });

  it("does not stop a device from reporting again where it is a voice already", async () => {
    const { services, send } = await openResident();
    for (const area of areas) await send({ voice: "mine", at: spotIn(area) });
    await send({ voice: "mine", at: spotIn("hamnparken", 1) });
    expect(await services.rows("select sum(weight)::int as counted from reports")).toEqual([{ counted: 6 }]);
  });

  it("takes both bands of a report or none", async () => {
    const { services, send } = await openResident();
    for (const area of areas.slice(0, 4)) await send({ voice: "mine", at: spotIn(area) });
    await send({ voice: "mine", at: spotIn("lotsgatan"), light: "both" });
    expect(await services.rows("select cells from voice_caps")).toEqual([{ cells: 4 }]);
    expect(await services.rows("select count(*)::int as silent from reports where weight = 0")).toEqual([
      { silent: 1 },
    ]);
    expect(await services.rows("select * from voices")).toHaveLength(4);
  });

  it("holds when a device reports seven areas at the same time", async () => {
    const { services, send } = await openResident();
    await Promise.all(areas.map((area) => send({ voice: "mine", at: spotIn(area) })));
    expect(
      await services.rows("select sum(weight)::int as counted, count(*)::int as stored from reports"),
    ).toEqual([{ counted: 5, stored: 7 }]);
    expect(await services.rows("select cells from voice_caps")).toEqual([{ cells: 5 }]);
    expect(await services.rows("select * from voices")).toHaveLength(5);
  });
});

describe("the turn of the year", () => {
  it("makes a device a new voice, with a cap of its own", async () => {
    const { services, send } = await openResident("2026-12-31T23:30:00+01:00");
    await send({ voice: "mine" });
    services.clock.set("2027-01-01T00:30:00+01:00");
    await send({ voice: "mine" });
    expect(await services.rows("select * from voices")).toHaveLength(2);
    expect(await services.rows("select cells from voice_caps")).toEqual([{ cells: 1 }, { cells: 1 }]);
  });

  it("comes at midnight in Karlshamn", async () => {
    const { services, send } = await openResident("2026-12-31T22:59:00Z");
    await send({ voice: "mine" });
    services.clock.set("2026-12-31T23:01:00Z");
    await send({ voice: "mine" });
    expect(await services.rows("select name from store_keys order by 1")).toEqual([
      { name: "voices-2026" },
      { name: "voices-2027" },
    ]);
  });

  it("destroys the key of the past year and keeps the others", async () => {
    const { services, send } = await openResident("2026-12-31");
    await send({ voice: "mine" });
    await services.rows("insert into store_keys values ('noise', '\\x00')");
    await destroyPastYearKeys(services);
    expect(await services.rows("select name from store_keys order by 1")).toEqual([
      { name: "noise" },
      { name: "voices-2026" },
    ]);
    services.clock.set("2027-01-01");
    await destroyPastYearKeys(services);
    expect(await services.rows("select name from store_keys")).toEqual([{ name: "noise" }]);
  });

  it("gives all nodes the same key", async () => {
    const services = await openTestServices();
    const nodes = [services, await services.openNode(), await services.openNode()];
    await Promise.all(
      nodes.map(async (node) =>
        (await callerFor(node, "resident")).reports.submit(report({ voice: "mine" })),
      ),
    );
    expect(await services.rows("select * from voices")).toHaveLength(1);
  });
});

describe("a voice", () => {
  it("is gone when its only report is withdrawn", async () => {
    const { services, resident } = await openResident();
    const { receipt } = await resident.reports.submit(report({ voice: "mine", light: "both" }));
    await resident.reports.withdraw({ receipt });
    expect(await services.rows("select * from voices")).toHaveLength(0);
  });

  it("stays while another report is its own", async () => {
    const { services, resident } = await openResident();
    const { receipt } = await resident.reports.submit(report({ voice: "mine" }));
    await resident.reports.submit(report({ voice: "mine" }));
    await resident.reports.withdraw({ receipt });
    expect(await services.rows("select * from voices")).toHaveLength(1);
  });
});
