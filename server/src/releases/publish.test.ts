import { createHash } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { ReportInput } from "@trygg/shared/reports/schema.ts";
import { dictionary, latestReleases, releaseIndex, type ReleaseKind } from "@trygg/shared/releases/schema.ts";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { callerFor } from "../testing/people.ts";
import { patrol, report, spotIn } from "../testing/samples.ts";
import { type TestServices, openTestServices } from "../testing/services.ts";
import { publishRelease } from "./publish.ts";

/** Publishes a second later than the last time, with noise that falls the same in every run. */
async function publish(services: TestServices, kind: ReleaseKind) {
  await services.rows("insert into store_keys values ('noise', '\\x01') on conflict do nothing");
  // Which voice gets which key does not matter: noise depends on the set of them.
  await services.rows(
    `update voices set key = decode(md5('voice ' || found.number), 'hex') || '\\x00'
     from (
       select tag, row_number() over () + (select count(*) from voices where length(key) = 17) as number
       from voices where length(key) = 16
     ) found
     where voices.tag = found.tag`,
  );
  services.clock.advance(1000);
  return publishRelease(services, kind);
}

/** Opens a store in the middle of October, so that what is reported lies in the window of a release in November. */
async function openWithVoices(voices: number, fields: Partial<ReportInput> = {}) {
  const services = await openTestServices({ at: "2026-10-15" });
  await addVoices(services, voices, fields);
  services.clock.set("2026-11-23");
  return services;
}

async function addVoices(
  services: TestServices,
  voices: number,
  fields: Partial<ReportInput> = {},
): Promise<string[]> {
  const resident = await callerFor(services, "resident");
  const { now } = services.clock;
  services.clock.set("2026-10-15");
  const sent = await Promise.all(
    Array.from({ length: voices }, () => resident.reports.submit(report(fields))),
  );
  services.clock.now = now;
  return sent.map(({ receipt }) => receipt);
}

function classesOf(services: TestServices, area: string) {
  const feature = services.releases.reports()?.unsafePlaces.features.find(({ id }) => id === area);
  if (!feature) throw new Error(`the release does not tell ${area}`);
  const { unsafeDay, unsafeDark, safeDay, safeDark } = feature.properties;
  return { unsafeDay, unsafeDark, safeDay, safeDark };
}

const reasonClass = (services: TestServices, reason: string, band: string) =>
  services.releases.reports()?.reasons.rows.find((row) => row.reason === reason && row.band === band)?.voices;

const few = { unsafeDay: "few", unsafeDark: "few", safeDay: "few", safeDark: "few" };

describe("a release of reports", () => {
  it("tells every area, so that one without a report looks like one with a few", async () => {
    const services = await openWithVoices(0);
    await publish(services, "reports");
    const features = services.releases.reports()?.unsafePlaces.features ?? [];
    expect(features.map(({ id }) => id)).toEqual([...services.town.areas.keys()]);
    for (const { id } of features) expect(classesOf(services, id)).toEqual(few);
  });

  // With noise of ε = 1, sixty voices are told outside 40–79 once in a thousand million.
  it("tells sixty voices as a class, in their own area, band and feeling only", async () => {
    const services = await openWithVoices(60);
    await publish(services, "reports");
    expect(classesOf(services, "hamnparken")).toEqual({ ...few, unsafeDark: "40-79" });
    expect(classesOf(services, "stortorget")).toEqual(few);
    expect(reasonClass(services, "lighting", "dark")).toBe("40-79");
    expect(reasonClass(services, "lighting", "day")).toBe("few");
    expect(reasonClass(services, "deserted", "dark")).toBe("few");
  });

  it("tells reports that concern both bands in both", async () => {
    const services = await openWithVoices(60, { light: "both" });
    await publish(services, "reports");
    expect(classesOf(services, "hamnparken")).toEqual({ ...few, unsafeDay: "40-79", unsafeDark: "40-79" });
  });

  it("counts a device once, however many reports it sends", async () => {
    const services = await openWithVoices(60, { voice: "one and the same" });
    await publish(services, "reports");
    expect(classesOf(services, "hamnparken")).toEqual(few);
    expect(reasonClass(services, "lighting", "dark")).toBe("few");
  });

  it("covers the last twelve whole months: neither this month nor the thirteenth before", async () => {
    const services = await openTestServices({ at: "2025-10-31" });
    const resident = await callerFor(services, "resident");
    const send = () => Promise.all(Array.from({ length: 60 }, () => resident.reports.submit(report())));
    await send();
    services.clock.set("2026-11-01");
    await send();
    await publish(services, "reports");
    expect(classesOf(services, "hamnparken")).toEqual(few);
    services.clock.set("2026-12-01");
    await publish(services, "reports");
    expect(classesOf(services, "hamnparken")).toEqual({ ...few, unsafeDark: "40-79" });
  });

  it("tells nothing but classes: no count, point, day or id of a report", async () => {
    const services = await openWithVoices(60);
    await publish(services, "reports");
    const ids = await services.rows<{ id: string }>("select id from reports");
    const keys = await services.rows<{ key: string }>("select encode(key, 'hex') as key from voices");
    for (const { plain } of await services.rows<{ plain: Buffer }>("select plain from release_files")) {
      const text = plain.toString();
      for (const { id } of ids) expect(text).not.toContain(id);
      for (const { key } of keys) expect(text).not.toContain(key);
      expect(text).not.toContain("2026-10-15");
    }
  });

  it("is described by a manifest whose sums fit its files", async () => {
    const services = await openWithVoices(0);
    const { id, files } = await publish(services, "reports");
    expect(id).toMatch(/^reports-2026-11-23-[0-9a-f]{8}$/);
    expect(files.map(({ name }) => name)).toEqual([
      "unsafe-places.geojson",
      "unsafe-places.csv",
      "reasons.json",
      "reasons.csv",
      "ledger-2026.json",
      "datapackage.json",
    ]);
    for (const { name, bytes, sha256 } of files) {
      const file = await services.releases.file(id, name);
      expect(file?.plain).toHaveLength(bytes);
      expect(
        createHash("sha256")
          .update(file?.plain ?? "")
          .digest("hex"),
      ).toBe(sha256);
    }
    const latest = latestReleases.parse(JSON.parse(services.releases.latest().plain.toString()));
    expect(latest).toMatchObject({ reports: { id, licence: "CC-BY-4.0" }, presence: null });
  });

  it("is told as tables too, with the same classes and where each begins and ends", async () => {
    const services = await openWithVoices(60);
    const { id } = await publish(services, "reports");
    const read = async (name: string) => {
      const file = await services.releases.file(id, name);
      expect(file?.mediaType).toBe("text/csv");
      return parse(file?.plain ?? "", { columns: true }) as Record<string, string>[];
    };
    const rows = await read("unsafe-places.csv");
    expect(rows).toHaveLength(services.town.areas.size * 4);
    expect(
      rows.find(({ area, band, feeling }) => `${area} ${band} ${feeling}` === "hamnparken dark unsafe"),
    ).toEqual({
      area: "hamnparken",
      name_sv: "Hamnparken",
      name_en: "Hamnparken (harbour park)",
      band: "dark",
      feeling: "unsafe",
      voices: "40-79",
      at_least: "40",
      at_most: "79",
    });
    // A place of worship hides twice as many.
    const church = rows.filter(({ area }) => area === "kyrkan-och-kyrkogatan");
    expect(new Set(church.map(({ at_least, at_most }) => `${at_least}-${at_most}`))).toEqual(
      new Set(["0-9"]),
    );
    const reasons = await read("reasons.csv");
    expect(reasons.filter(({ voices }) => voices !== "few")).toMatchObject([
      { reason: "lighting", band: "dark", voices: "40-79", at_least: "40", at_most: "79" },
    ]);
  });

  it("comes with a dictionary that explains every table, and whose sums fit", async () => {
    const services = await openWithVoices(0);
    for (const kind of ["reports", "presence"] as const) {
      const { id, files } = await publish(services, kind);
      const told = dictionary.parse(
        JSON.parse((await services.releases.file(id, "datapackage.json"))?.plain.toString() ?? ""),
      );
      expect(told.licenses[0]).toMatchObject({ name: "CC-BY-4.0" });
      expect(told.resources.map(({ path, hash }) => [path, hash])).toEqual(
        files
          .filter(({ name }) => name !== "datapackage.json")
          .map(({ name, sha256 }) => [name, `sha256:${sha256}`]),
      );
      for (const { path, schema } of told.resources) {
        const header = (await services.releases.file(id, path))?.plain.toString().split("\r\n")[0];
        expect(schema?.fields.map(({ name }) => name).join(",")).toBe(
          path.endsWith(".csv") ? header : undefined,
        );
      }
    }
  });

  it("stands in the list of all releases, the latest first", async () => {
    const services = await openWithVoices(0);
    const ids = [];
    for (const kind of ["reports", "presence", "reports"] as const)
      ids.unshift((await publish(services, kind)).id);
    const { releases } = releaseIndex.parse(JSON.parse(services.releases.index().plain.toString()));
    expect(releases.map(({ id }) => id)).toEqual(ids);
  });
});

describe("from one release to the next", () => {
  it("the same voices are told the same, byte for byte, however often one asks", async () => {
    const services = await openWithVoices(7);
    const told = new Set<string>();
    for (let time = 0; time < 5; time++) {
      // Forgets what was told, so that only the noise can keep the answer.
      await services.rows("delete from told_cells");
      await publish(services, "reports");
      told.add(JSON.stringify(services.releases.reports()?.unsafePlaces));
    }
    expect(told.size).toBe(1);
  });

  it("a class stays while fewer than five voices have come", async () => {
    const services = await openWithVoices(77);
    await publish(services, "reports");
    const before = classesOf(services, "hamnparken");
    await addVoices(services, 4);
    await publish(services, "reports");
    expect(classesOf(services, "hamnparken")).toEqual(before);
  });

  it("a class stays while fewer than five have been withdrawn", async () => {
    const services = await openWithVoices(60);
    const receipts = await addVoices(services, 4);
    await publish(services, "reports");
    const before = classesOf(services, "hamnparken");
    const resident = await callerFor(services, "resident");
    for (const receipt of receipts) await resident.reports.withdraw({ receipt });
    await publish(services, "reports");
    expect(classesOf(services, "hamnparken")).toEqual(before);
  });

  it("small steps add up: they are counted from the last change, not from the last release", async () => {
    const services = await openWithVoices(60);
    await publish(services, "reports");
    for (let step = 0; step < 3; step++) {
      await addVoices(services, 50);
      await publish(services, "reports");
    }
    expect(classesOf(services, "hamnparken").unsafeDark).toBe("80+");
  });

  it("a class changes once twice as many have come, and after a year when they are gone", async () => {
    const services = await openWithVoices(60);
    await publish(services, "reports");
    const receipts = await addVoices(services, 120);
    await publish(services, "reports");
    expect(classesOf(services, "hamnparken").unsafeDark).toBe("80+");
    const resident = await callerFor(services, "resident");
    for (const receipt of receipts) await resident.reports.withdraw({ receipt });
    await publish(services, "reports");
    expect(classesOf(services, "hamnparken").unsafeDark).toBe("80+");
    // A year on nobody who spoke is left in the window, and nobody has come.
    services.clock.set("2027-11-23");
    await publish(services, "reports");
    expect(classesOf(services, "hamnparken").unsafeDark).toBe("few");
  });

  it("an old release keeps its address and its bytes", async () => {
    const services = await openWithVoices(60);
    const first = await publish(services, "reports");
    const before = (await services.releases.file(first.id, "unsafe-places.geojson"))?.plain;
    await addVoices(services, 120);
    const second = await publish(services, "reports");
    expect(second.id).not.toBe(first.id);
    expect((await services.releases.file(first.id, "unsafe-places.geojson"))?.plain).toEqual(before);
    expect((await services.releases.file(second.id, "unsafe-places.geojson"))?.plain).not.toEqual(before);
  });
});

describe("a protected area", () => {
  it("needs ten voices come or gone before its class changes", async () => {
    const [area = ""] = [...(await openTestServices()).town.areas.values()]
      .filter((each) => each.protected)
      .map(({ id }) => id);
    const services = await openWithVoices(75, { at: spotIn(area) });
    await publish(services, "reports");
    const before = classesOf(services, area);
    await addVoices(services, 9, { at: spotIn(area) });
    await publish(services, "reports");
    expect(classesOf(services, area)).toEqual(before);
    await addVoices(services, 150, { at: spotIn(area) });
    await publish(services, "reports");
    expect(classesOf(services, area).unsafeDark).toBe("80+");
  });
});

describe("a release of presence", () => {
  const coverageOf = (services: TestServices, area: string) =>
    services.releases.presence()?.patrolCoverage.features.find(({ id }) => id === area)?.properties;

  it("tells minutes in classes by area, band and week, the latest week being a week old", async () => {
    const services = await openTestServices();
    const police = await callerFor(services, "police");
    // Friday 13 November lies in the latest week that is told on the 23rd.
    await police.patrols.log(patrol({ from: "2026-11-13T12:00:00+01:00", to: "2026-11-13T13:30:00+01:00" }));
    await police.patrols.log(patrol({ from: "2026-11-13T20:00:00+01:00", to: "2026-11-13T20:30:00+01:00" }));
    await publish(services, "presence");
    const coverage = coverageOf(services, "stortorget");
    expect(coverage).toMatchObject({ day: "60-179", dark: "<60" });
    expect(coverage?.weeks).toHaveLength(12);
    expect(coverage?.weeks[0]).toEqual({ week: "2026-W46", day: "60-179", dark: "<60" });
    expect(coverageOf(services, "hamnparken")).toMatchObject({ day: "0", dark: "0" });
  });

  it("says nothing of the present week, nor of the one before it has been over for a week", async () => {
    const services = await openTestServices();
    const police = await callerFor(services, "police");
    await police.patrols.log(patrol({ from: "2026-11-20T20:00:00+01:00", to: "2026-11-20T23:00:00+01:00" }));
    await publish(services, "presence");
    expect(
      coverageOf(services, "stortorget")?.weeks.every(({ day, dark }) => day === "0" && dark === "0"),
    ).toBe(true);
    services.clock.set("2026-11-30");
    await publish(services, "presence");
    expect(coverageOf(services, "stortorget")?.weeks[0]).toEqual({
      week: "2026-W47",
      day: "0",
      dark: "180-359",
    });
  });

  it("puts the night on which the clocks change into the right weeks", async () => {
    const services = await openTestServices();
    const police = await callerFor(services, "police");
    await police.patrols.log(patrol({ from: "2026-10-25T22:00:00+01:00", to: "2026-10-26T02:00:00+01:00" }));
    await publish(services, "presence");
    const weeks = coverageOf(services, "stortorget")?.weeks.filter(({ dark }) => dark !== "0");
    expect(weeks).toEqual([
      { week: "2026-W44", day: "0", dark: "60-179" },
      { week: "2026-W43", day: "0", dark: "60-179" },
    ]);
  });
});

describe("a release on one node", () => {
  it("is read on the other within a moment", async () => {
    const services = await openTestServices();
    const other = await services.openNode();
    const { id } = await publish(services, "presence");
    expect(services.releases.presence()?.manifest.id).toBe(id);
    await expect.poll(() => other.releases.presence()?.manifest.id, { timeout: 5000 }).toBe(id);
  });

  it("is read on the other later when that could not read it just then", async () => {
    const services = await openTestServices();
    const other = await services.openNode();
    await publish(services, "reports");
    const rule = () => other.releases.reports()?.manifest.rule;
    await expect.poll(rule, { timeout: 5000 }).toBe("2026-3");
    await services.rows("alter table releases rename to releases_away");
    other.changes.tell("releases");
    await sleep(150);
    await services.rows("update releases_away set manifest = jsonb_set(manifest, '{rule}', '\"2026-9\"')");
    await services.rows("alter table releases_away rename to releases");
    await expect.poll(rule, { timeout: 5000 }).toBe("2026-9");
  });
});
