import { boot } from "@trygg/shared/boot.ts";
import type { Reason } from "@trygg/shared/place/categories.ts";
import {
  type SettingChange,
  type SettingName,
  type SettingsAnswer,
  settingFiles,
  settingNames,
  settingValues,
} from "@trygg/shared/place/settings.ts";
import { describe, expect, it } from "vitest";
import { openTestApp } from "../../testing/http.ts";
import { callerFor, refusal } from "../../testing/people.ts";
import { lamp, report, spotIn } from "../../testing/samples.ts";
import { openTestServices } from "../../testing/services.ts";
import { read } from "../town.ts";

const services = await openTestServices();
const other = await services.openNode();
const { app, call, signedIn } = await openTestApp(services);
const coordinator = await callerFor(services, "coordinator", { name: "Cilla" });
const admin = await callerFor(services, "admin");
const headers = await signedIn("coordinator");

const words = (sv: string) => ({ sv, en: `${sv} in English` });
const link = "https://www.example.se/fel";

async function bootOfPage(path = "/loftet") {
  const { payload } = await app.inject(path);
  const block = /<script type="application\/json" id="boot">(.*?)<\/script>/s.exec(payload)?.[1];
  return JSON.parse(block ?? "null") as Record<string, unknown>;
}
const pageText = async (path: string) => (await app.inject(path)).payload;
const present = async <N extends SettingName>(name: N): Promise<SettingsAnswer["settings"][N]> =>
  (await coordinator.place.settings()).settings[name];

const { reasons, place } = services.town;
const ownReason: Reason = {
  id: "hal-mark",
  feeling: "unsafe",
  group: "place",
  icon: "snowflake",
  name: words("Halt"),
};
const owners = services.town.service.lampOwners;
const ownOwner = { id: "karlshamn-energi", name: words("Karlshamn Energi"), url: link, phone: "0454-810 00" };

interface Case {
  value: NonNullable<SettingChange["value"]>;
  /** What its reader tells of it, through a page or a procedure. */
  seen(): Promise<unknown>;
  before: unknown;
  after: unknown;
}

/** The written list: every setting, a change of it, and who must see that change at once. */
const cases: Record<SettingName, Case> = {
  campaign: {
    value: { campaign: { closed: null, from: "2026-12-01", to: null, text: words("Vi öppnar i december.") } },
    seen: async () => (await bootOfPage())["reporting"],
    before: { open: true, opensOn: null, text: null },
    after: { open: false, opensOn: "2026-12-01", text: words("Vi öppnar i december.") },
  },
  introduction: {
    value: { introduction: words("Vi frågar inför nästa löfte.") },
    seen: async () => (await bootOfPage())["introduction"],
    before: null,
    after: words("Vi frågar inför nästa löfte."),
  },
  reasons: {
    value: { reasons: [ownReason, ...reasons.values()] },
    seen: async () => boot.shape.reasons.parse((await bootOfPage())["reasons"])[0]?.name.sv,
    before: "Dålig belysning",
    after: "Halt",
  },
  languages: {
    value: { languages: ["en", "sv"] },
    seen: async () => boot.shape.languages.parse((await bootOfPage())["languages"]).map(({ tag }) => tag),
    before: ["sv", "sv-simple", "en"],
    after: ["en", "sv"],
  },
  calendar: {
    value: { reports: { dayOfMonth: 17 }, presence: { weekday: 4 } },
    // The window of a month that has ended is not released yet, on an empty store.
    seen: async () => (await coordinator.releases.due()).reports.on,
    before: "2026-11-03",
    after: "2026-11-17",
  },
  lampOwners: {
    value: { lampOwners: [...owners, ownOwner] },
    seen: async () => boot.shape.lampOwners.parse((await bootOfPage())["lampOwners"]).at(-1)?.id,
    before: "road-association",
    after: "karlshamn-energi",
  },
  light: {
    value: {
      maintenance: 0.7,
      leastLux: 3,
      usual: { height: 6, flux: 4000 },
      standIn: { q: 6, a: 0.2, b: 0.2 },
    },
    seen: async () => (await coordinator.lighting.basis()).lighting.maintenance,
    before: 0.8,
    after: 0.7,
  },
  dimming: {
    value: {
      dimming: [{ id: "off-at-night", name: words("Släckt 01–04"), steps: [{ from: 1, to: 4, share: 0 }] }],
    },
    seen: async () => (await coordinator.lighting.basis()).lighting.dimming.map(({ id }) => id),
    before: ["night-half"],
    after: ["off-at-night"],
  },
  lightClasses: {
    value: { classes: { stortorget: "C3" } },
    seen: async () => (await coordinator.lighting.illuminance({ area: "stortorget" })).wanted?.uniformity,
    before: null,
    after: 0.4,
  },
  lightOptions: {
    value: {
      options: [
        {
          id: "repair",
          kind: "repair",
          name: words("Laga"),
          cost: 900,
          height: null,
          flux: null,
          luminaire: null,
        },
      ],
    },
    seen: async () => (await coordinator.lighting.basis()).lighting.options.at(-1)?.cost,
    before: 2500,
    after: 900,
  },
  contacts: {
    value: {
      contacts: [...place.contacts, { number: "0454-810 00", name: words("Kommunen:") }],
      faultReport: { name: words("Felanmälan"), url: link },
      quickExit: { url: "https://www.example.se/vader" },
    },
    seen: async () => (await pageText("/rapportera")).match(/0454-810 00|example\.se\/vader/g)?.[0],
    before: undefined,
    after: "0454-810 00",
  },
  privacy: {
    value: {
      controller: { name: words("Tekniska nämnden"), url: link },
      dataProtectionOfficer: { name: words("Ombudet"), url: link },
    },
    seen: async () => (await bootOfPage())["privacy"],
    before: services.town.privacy && {
      controller: services.town.privacy.controller,
      dataProtectionOfficer: services.town.privacy.dataProtectionOfficer,
    },
    after: {
      controller: { name: words("Tekniska nämnden"), url: link },
      dataProtectionOfficer: { name: words("Ombudet"), url: link },
    },
  },
  accessibility: {
    value: { body: { name: words("Tekniska nämnden"), url: link } },
    seen: async () => (await pageText("/tillganglighet")).includes("Tekniska nämnden"),
    before: false,
    after: true,
  },
  approvers: {
    value: { approvers: "desk" },
    seen: async () =>
      (await (await callerFor(services, "planner", { name: "Pia", mayApprove: true })).accounts.me())
        ?.mayApprove,
    before: false,
    after: true,
  },
};

describe.each(settingNames)("the setting %s", (name) => {
  const { value, seen, before, after } = cases[name];
  const save = (caller: typeof coordinator, to: unknown, version: number) =>
    caller.place.saveSetting({ name, value: to, version } as SettingChange);
  const held = () => read(other.town.files, settingFiles[name], settingValues[name].strip());

  it("is seen by its reader at once and on every node, until it is undone or reset", async () => {
    const usual = await present(name);
    expect(usual).toMatchObject({ version: 0, changedOn: null, value: usual.usual });
    expect(await seen()).toEqual(before);

    expect(await save(coordinator, value, 0)).toEqual({ version: 1 });
    expect(await seen()).toEqual(after);
    expect(await present(name)).toEqual({
      value,
      usual: usual.usual,
      version: 1,
      changedOn: "2026-11-23",
    });
    await expect.poll(held).toEqual(value);

    // Undone by the other role: the old value, over what was seen.
    expect(await refusal(save(admin, usual.value, 0))).toMatchObject({ code: "conflict" });
    expect(await seen()).toEqual(after);
    await save(admin, usual.value, 1);
    expect(await seen()).toEqual(before);

    await save(coordinator, value, 2);
    await save(coordinator, null, 3);
    expect(await seen()).toEqual(before);
    expect(await present(name)).toMatchObject({ value: usual.usual, version: 4 });
    await expect.poll(held).toEqual(usual.usual);
    // A version never comes back, so that whoever saw the first change does not overwrite a later one.
    expect(await refusal(save(coordinator, value, 1))).toMatchObject({ code: "conflict" });

    const log = await services.rows(
      "select role, details from audit_log where action = 'place.saveSetting' and details->>'name' = $1 order by id",
      [name],
    );
    expect(log).toEqual([
      { role: "coordinator", details: { name, from: usual.usual, to: value } },
      { role: "admin", details: { name, from: value, to: usual.usual } },
      { role: "coordinator", details: { name, from: usual.usual, to: value } },
      { role: "coordinator", details: { name, from: value, to: usual.usual } },
    ]);
  });
});

describe("what does not fit", () => {
  const [first] = reasons.values();
  it.each<[SettingName, unknown, string]>([
    [
      "campaign",
      { campaign: { closed: null, from: "2026-12-01", to: "2026-11-01", text: null } },
      'value.campaign.to: expected a last day that is no earlier than the first, got "2026-11-01"',
    ],
    [
      "campaign",
      { campaign: { closed: "i morgon", from: null, to: null, text: null } },
      'value.campaign.closed: expected the format date, got "i morgon"',
    ],
    [
      "introduction",
      { introduction: { sv: "Bara svenska" } },
      "value.introduction.en: expected string, got nothing",
    ],
    [
      "reasons",
      { reasons: [...reasons.values(), ...reasons.values()].slice(0, 30) },
      "value.reasons: expected each reason once",
    ],
    [
      "reasons",
      { reasons: [...reasons.values()].map((each) => ({ ...each, hidden: true })) },
      "value.reasons: expected a shown reason for each feeling",
    ],
    ["reasons", { reasons: [{ ...first, icon: "skull" }] }, "value.reasons.0.icon: expected badge-check or"],
    ["languages", { languages: ["en"] }, "value.languages: expected sv among the languages"],
    ["languages", { languages: ["sv", "tlh"] }, "expected some of sv, sv-simple, en, got tlh"],
    [
      "calendar",
      { reports: { dayOfMonth: 31 }, presence: { weekday: 2 } },
      "value.reports.dayOfMonth: expected at most 28",
    ],
    [
      "lampOwners",
      { lampOwners: owners.slice(1) },
      "value.lampOwners: expected municipality, road-administration",
    ],
    [
      "lampOwners",
      { lampOwners: [...owners, { ...ownOwner, url: "javascript:alert(1)" }] },
      "value.lampOwners.4.url: expected the format url",
    ],
    [
      "contacts",
      { contacts: place.contacts.slice(1), faultReport: place.faultReport, quickExit: place.quickExit },
      "value.contacts: expected 112 as the first number",
    ],
    [
      "contacts",
      { contacts: place.contacts, faultReport: place.faultReport, quickExit: { url: "http://www.smhi.se/" } },
      "value.quickExit.url: expected the format url",
    ],
    [
      "privacy",
      { controller: { name: words("Nämnden"), url: link } },
      "value.dataProtectionOfficer: expected object, got nothing",
    ],
    [
      "light",
      {
        maintenance: 1.5,
        leastLux: 2,
        usual: { height: 5, flux: 3500 },
        standIn: { q: 8, a: 0.35, b: 0.35 },
      },
      "value.maintenance: expected at most 1",
    ],
    ["lightClasses", { classes: { stortorget: "P9" } }, "value.classes.stortorget: expected M1"],
    ["accessibility", { body: { name: words(" "), url: link } }, "value.body.name.sv: expected at least 1"],
    ["approvers", { approvers: "everybody" }, "value.approvers: expected coordinators or desk"],
  ])(
    "in %s is told with where and what was expected, and nothing changes: %#",
    async (name, value, message) => {
      const before = await present(name);
      const { status, error } = await call(
        "place.saveSetting",
        { name, value, version: before.version },
        headers,
      );
      expect([status, error.code]).toEqual([400, "invalidInput"]);
      expect(error.message).toContain(message);
      expect(await present(name)).toEqual(before);
    },
  );

  it("is a reason that takes the other feeling", async () => {
    const changed = [...reasons.values()].map((each) =>
      each.id === "lighting" ? { ...each, feeling: "safe" as const, group: "safe" as const } : each,
    );
    const { version } = await present("reasons");
    expect(
      await refusal(coordinator.place.saveSetting({ name: "reasons", value: { reasons: changed }, version })),
    ).toMatchObject({ code: "unknownReason", details: { value: "lighting" } });
  });
});

describe("what is in use", () => {
  it("is a dimming plan that a lamp follows; and an area must be one of the town's", async () => {
    const planner = await callerFor(services, "planner");
    await planner.lighting.saveLamp(lamp({ dimming: "night-half" }));
    const version = async (name: SettingName) => (await present(name)).version;
    expect(
      await refusal(
        coordinator.place.saveSetting({
          name: "dimming",
          value: { dimming: [] },
          version: await version("dimming"),
        }),
      ),
    ).toMatchObject({ code: "inUse", details: { value: "night-half" } });
    const value = { classes: { nowhere: "P3" as const } };
    expect(
      await refusal(
        coordinator.place.saveSetting({
          name: "lightClasses",
          value,
          version: await version("lightClasses"),
        }),
      ),
    ).toMatchObject({ code: "unknownArea", details: { value: "nowhere" } });
  });

  it("is a reason that reports gave: it stays, but is hidden, and old reports keep it", async () => {
    const resident = await callerFor(services, "resident");
    const set = async (list: Reason[] | null) =>
      coordinator.place.saveSetting({
        name: "reasons",
        value: list && { reasons: list },
        version: (await present("reasons")).version,
      });
    await set([ownReason, ...reasons.values()]);
    await resident.reports.submit(report({ reasons: ["hal-mark"] }));
    for (const list of [[...reasons.values()], null])
      expect(await refusal(set(list))).toMatchObject({ code: "inUse", details: { value: "hal-mark" } });
    await set([...reasons.values(), { ...ownReason, hidden: true }]);
    const planner = await callerFor(services, "planner");
    expect((await planner.reports.summary({ reasons: ["hal-mark"] })).total.reports).toBe(1);
    // Written before it was hidden, or by a program: it still counts.
    await resident.reports.submit(report({ reasons: ["hal-mark", "lighting"] }));
    expect((await planner.reports.summary({ reasons: ["hal-mark"] })).total.reports).toBe(2);
  });

  it("is an owner of lamps; a lamp can have none that the town does not know", async () => {
    const planner = await callerFor(services, "planner");
    expect(await refusal(planner.lighting.saveLamp(lamp({ owner: "karlshamn-energi" })))).toMatchObject({
      code: "unknownOwner",
    });
    const { version } = await present("lampOwners");
    await coordinator.place.saveSetting({
      name: "lampOwners",
      value: { lampOwners: [...owners, ownOwner] },
      version,
    });
    await planner.lighting.saveLamp(lamp({ owner: "karlshamn-energi", at: spotIn("stortorget") }));
    expect(
      await refusal(coordinator.place.saveSetting({ name: "lampOwners", value: null, version: version + 1 })),
    ).toMatchObject({ code: "inUse", details: { value: "karlshamn-energi" } });
  });
});
