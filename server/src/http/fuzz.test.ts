import type { Caller } from "@trygg/shared/accounts/schema.ts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { root } from "../root.ts";
import { appRouter } from "../router.ts";
import type { Answer } from "../testing/calls.ts";
import { openTestApp } from "../testing/http.ts";
import { untoldLight } from "@trygg/shared/lighting/schema.ts";
import { lamp, measure, patrol, report, spotIn } from "../testing/samples.ts";
import { openTestServices } from "../testing/services.ts";

/** Inputs for each procedure; set higher to look longer. */
const RUNS = Number(process.env["FUZZ_RUNS"] ?? 40);

const services = await openTestServices();
const { app, call, send, signedIn } = await openTestApp(services);
const headers: Record<string, Record<string, string>> = {
  resident: {},
  police: await signedIn("police"),
  coordinator: await signedIn("coordinator"),
  admin: await signedIn("admin"),
  auditor: await signedIn("auditor"),
};
// Single reports are open, so that what asks for them is bent too.
await call("reports.giveReason", { reason: "Underlag för ny belysning" }, headers["coordinator"]);

const SOME_ID = "7f9c24e5-2c4a-4d47-9d4d-111111111111";

/** A right input for each procedure that takes one, to be bent. */
const samples: Record<string, object> = {
  "accessibility.removeNote": { id: SOME_ID },
  "accessibility.sendNote": { page: "/loftet", text: "Tabellen läses inte upp." },
  "accounts.add": { email: "ny@example.se", name: "Ny", role: "police", mayApprove: true },
  "accounts.beginSecondFactor": { password: "x" },
  "accounts.change": { id: "7f9c24e5-2c4a-4d47-9d4d-111111111111", role: "police", mayApprove: true },
  "accounts.changePassword": { current: "x", next: "vinterdäck i garaget" },
  "accounts.confirmSecondFactor": { code: "123456" },
  "accounts.disable": { id: "7f9c24e5-2c4a-4d47-9d4d-111111111111", disabled: true },
  "accounts.readLink": { token: "x".repeat(43) },
  "accounts.reset": { id: "7f9c24e5-2c4a-4d47-9d4d-111111111111" },
  "accounts.openLink": {
    token: "x".repeat(43),
    password: "vinterdäck i garaget",
    email: "ny@example.se",
    name: "Ny",
  },
  "accounts.signIn": { email: "anna@example.se", password: "x", code: "1" },
  "audit.list": { action: "reports.read", from: "2026-01-01", to: "2026-12-31", before: 9 },
  "disclosures.make": {
    number: "KS 2026/123",
    askedOn: "2026-11-20",
    asked: { by: "area", area: "hamnparken", from: "2026-01-01", to: "2026-12-31" },
    ground: "osl-21-7",
  },
  "disclosures.strike": { id: "7f9c24e5-2c4a-4d47-9d4d-111111111111", struck: true },
  "exports.decide": { id: "7f9c24e5-2c4a-4d47-9d4d-111111111111", decision: "approved" },
  "exports.request": { filter: { from: "2026-01-01", bins: [1] }, format: "csv", reason: "Underlag" },
  "exports.withdraw": { id: "7f9c24e5-2c4a-4d47-9d4d-111111111111" },
  "lighting.illuminance": {
    area: "stortorget",
    hour: "2026-11-20T21:00:00+01:00",
    add: [{ id: "lamp-2", ...lamp(), ...untoldLight }],
    remove: ["lamp-1"],
  },
  "lighting.levels": { hour: "2026-11-20T21:00:00+01:00" },
  "lighting.need": { from: "2026-01-01", areas: ["hamnparken"], light: "dark" },
  "lighting.saveLamp": lamp({ id: "lamp-1" }),
  "lighting.suggest": {
    budget: { kronor: 40_000 },
    area: "hinsetunneln",
    pinned: [{ at: spotIn("hinsetunneln"), option: "new-pole" }],
    excluded: [{ at: spotIn("hamnparken") }],
    hour: "2026-11-20T23:30:00+01:00",
    weights: { voices: 1, dark: 1, ways: 0 },
  },
  "lighting.suggestProgress": { run: SOME_ID },
  "measures.save": measure({
    where: {
      type: "Polygon",
      coordinates: [
        [
          [14.86, 56.17],
          [14.87, 56.17],
          [14.87, 56.16],
          [14.86, 56.17],
        ],
      ],
    },
    cost: 5,
    from: "2026-01-01",
    to: "2026-02-01",
    owner: "Kommunen",
    publicText: "Text",
    reason: "Skäl",
  }),
  "patrols.confirm": { id: SOME_ID },
  "patrols.coverage": { from: "2026-01-01", to: "2026-02-01", hours: [1, 2], light: "dark" },
  "patrols.gaps": { from: "2026-01-01", to: "2026-02-01", bin: 5, limit: 10 },
  "patrols.list": { limit: 10 },
  "patrols.log": patrol({
    where: {
      type: "LineString",
      coordinates: [0, 1].map(
        (index) => [spotIn("hamnparken", index).lng, spotIn("hamnparken", index).lat] as [number, number],
      ),
      times: ["2026-11-20T20:00:00+01:00", "2026-11-20T21:00:00+01:00"],
    },
  }),
  "place.saveSetting": {
    name: "campaign",
    value: {
      campaign: {
        closed: "2026-11-23",
        from: "2026-11-01",
        to: "2026-11-30",
        text: { sv: "Stängt", "sv-simple": "Stängt", en: "Closed" },
      },
    },
    version: 0,
  },
  "place.search": { query: "stortorget" },
  "promise.addEvidence": {
    year: 2026,
    commitment: "follow-up",
    date: "2026-11-12",
    title: "Möte",
    people: 3,
    link: "https://x.se",
  },
  "promise.ledger": { year: 2026 },
  "releases.preview": { kind: "reports" },
  "releases.publish": { kind: "reports" },
  "releases.withdraw": { kind: "reports" },
  "reports.answer": {
    receipt: "ABCD-EFGH-JKMN",
    measure: SOME_ID,
    answer: "better",
  },
  "reports.countSender": { age: "30-44", gender: "woman" },
  "reports.decideBurst": { id: SOME_ID, decision: "counts" },
  "reports.density": { filter: { feeling: "unsafe" }, bandwidth: 75 },
  "reports.hotSpots": { from: "2026-01-01", bins: [1, 2], light: "dark" },
  "reports.giveReason": { reason: "Underlag för ny belysning" },
  "reports.link": { ids: [SOME_ID], measure: SOME_ID, linked: true },
  "reports.list": {
    from: "2026-01-01",
    to: "2026-12-31",
    bins: [1],
    reasons: ["lighting"],
    impact: 1,
    only: "unseen",
    measure: SOME_ID,
    at: spotIn("hamnparken"),
    skip: 10,
    count: 50,
  },
  "reports.mark": { ids: [SOME_ID], seen: true, duplicateOf: SOME_ID },
  "reports.markSeen": { area: "hamnparken", seen: true },
  "reports.read": { id: SOME_ID },
  "reports.receipt": { receipt: "ABCD-EFGH-JKMN" },
  "reports.removeFilter": { id: SOME_ID },
  "reports.saveFilter": {
    id: SOME_ID,
    name: "Mörka fredagar",
    view: { filter: { light: "dark", feeling: "any" }, clock: { hour: 119, month: 11 } },
  },
  "reports.submit": report({ impact: 1, voice: "x", proof: "y", replaces: "ABCD-EFGH-JKMN" }),
  "reports.summary": { feeling: "unsafe", light: "light" },
  "reports.withdraw": { receipt: "ABCD-EFGH-JKMN" },
};
const withoutInput = [
  "accessibility.notes",
  "accounts.list",
  "accounts.me",
  "accounts.mine",
  "accounts.otherWay",
  "accounts.signOut",
  "accounts.signOutEverywhere",
  "accounts.changes",
  "audit.choices",
  "audit.notes",
  "audit.verify",
  "disclosures.grounds",
  "disclosures.list",
  "exports.requests",
  "imports.list",
  "lagesbild.latest",
  "measures.public",
  "measures.list",
  "lighting.basis",
  "lighting.lamps",
  "news.read",
  "place.settings",
  "releases.attack",
  "releases.due",
  "releases.proposals",
  "reports.bursts",
  "reports.filters",
];
const layers = ["layers.unsafePlaces", "layers.patrolCoverage", "layers.lighting"];

/** What programs and people send by mistake or on purpose. */
const nasty = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    "",
    0,
    -1,
    1e308,
    -1e308,
    5e-324,
    2 ** 53,
    1.5,
    [],
    {},
    [[]],
    [null],
    "\u0000",
    "a\u0000b",
    "\ud800",
    "'; drop table reports; --",
    "<script>alert(1)</script>",
    "../../etc/passwd",
    "${7*7}",
    "%00",
    "0000-01-01",
    "9999-12-31",
    "2026-02-30",
    "2026-13-01T00:00:00Z",
    "0001-01-01T00:00:00Z",
    "9999-12-31T23:59:59Z",
    "x".repeat(300),
    "👩‍👩‍👧",
    "\u202e",
    { lng: 1e308, lat: 1e308 },
    { lng: 14.86, lat: 56.17 },
    { lng: 6224000, lat: 491000 },
    { lng: -0, lat: -90 },
    { lng: 14.86, lat: 89.9999999 },
    [14.86, 56.17],
    { type: "Point", coordinates: [1e308, -1e308] },
  ),
  fc.anything({ maxDepth: 3, withUnicodeString: true } as object),
  fc.string({ unit: "binary" }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
);

type Path = (string | number)[];

function pathsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== "object" || value === null) return [path];
  return [
    path,
    ...Object.entries(value).flatMap(([key, inner]) =>
      pathsOf(inner, [...path, Array.isArray(value) ? Number(key) : key]),
    ),
  ];
}

function bend(value: unknown, [key, ...rest]: Path, by: unknown): unknown {
  if (key === undefined) return by;
  if (Array.isArray(value))
    return value.map((inner: unknown, index) => (index === key ? bend(inner, rest, by) : inner));
  return Object.fromEntries(
    Object.entries(value as object).map(([name, inner]) => [
      name,
      name === key ? bend(inner, rest, by) : inner,
    ]),
  );
}

/** Traces of the inside: a stack, a query, a folder, a table. */
const inside = [
  /\bat \S+ \(?\S+:\d+:\d+/,
  /node_modules/,
  /\b(select|insert into|update|delete from) .*\b(from|values|set|where)\b/i,
  /relation "/,
  /syntax error/i,
  /invalid byte sequence/i,
  /\bpg_/,
  /drizzle/i,
];

/** What is wrong with an answer, whatever was sent: an error of ours, or a trace that was not sent in. */
function troubles({ status, text }: Pick<Answer, "status" | "text">, sent = ""): string[] {
  if (status >= 500) return [`${status} ${text}`];
  const traces =
    status < 400 ? [] : inside.filter((trace) => trace.test(text) && !trace.test(sent)).map(String);
  return text.includes(root) ? [...traces, root] : traces;
}

const callerOf = (name: string): Caller => {
  const allowed =
    (appRouter._def.procedures as unknown as Record<string, { _def: { meta: { roles: Caller[] } } }>)[name]
      ?._def.meta.roles ?? [];
  const found = (["resident", "coordinator", "admin"] as const).find((caller) => allowed.includes(caller));
  return found ?? "auditor";
};

describe("bent input", () => {
  it("has a sample for every procedure", () => {
    expect([...Object.keys(samples), ...withoutInput, ...layers].toSorted()).toEqual(
      Object.keys(appRouter._def.procedures).toSorted(),
    );
  });

  it.each(Object.entries(samples))(
    "to %s is answered with a refusal or an answer, never with an error of ours",
    async (name, sample) => {
      await fc.assert(
        fc.asyncProperty(fc.constantFrom(...pathsOf(sample)), nasty, async (path, by) => {
          const body = JSON.stringify(bend(sample, path, by)) ?? "null";
          const answer = await send("POST", `/trpc/${name}`, body, {
            "content-type": "application/json",
            ...headers[callerOf(name)],
          });
          expect(troubles(answer, body)).toEqual([]);
        }),
        { numRuns: RUNS, seed: 2026 },
      );
    },
  );

  it.each([
    ...withoutInput.filter((name) => !/^accounts\.(signOut|signOutEverywhere|changes)$/.test(name)),
    ...layers,
  ])("to %s, which takes none, does no harm", async (name) => {
    await fc.assert(
      fc.asyncProperty(nasty, async (input) => {
        expect(troubles(await call(name, input, headers[callerOf(name)]))).toEqual([]);
      }),
      { numRuns: 10, seed: 2026 },
    );
  });
});

describe("the name of a column", async () => {
  const columns = await services.rows<{ name: string }>(
    "select distinct column_name as name from information_schema.columns where table_schema = 'public'",
  );
  const inputOf = (name: string) =>
    (appRouter._def.procedures as unknown as Record<string, { _def: { inputs: z.ZodType[] } }>)[name]?._def
      .inputs[0] ?? z.never();

  it.each(Object.entries(samples))("is taken by %s nowhere in its input", (name, sample) => {
    const input = inputOf(name);
    expect(input.safeParse(sample).error).toBeUndefined();
    const taken = pathsOf(sample).flatMap((path) => {
      const inner = path.reduce<unknown>((value, key) => Reflect.get(value as object, key), sample);
      if (typeof inner !== "object" || inner === null || Array.isArray(inner)) return [];
      // What an input may hold is no such object, so that only a key that is let through unseen is found.
      const planted = columns.filter(
        ({ name: column }) =>
          input.safeParse(bend(sample, path, { ...inner, [column]: { planted: 1 } })).success,
      );
      return planted.map(({ name: column }) => [...path, column].join("."));
    });
    expect(taken).toEqual([]);
  });
});

describe("any address", () => {
  it("is answered with a page, a file or a refusal, never with an error of ours", async () => {
    const part = fc.constantFrom(
      "trpc",
      "releases",
      "basemap",
      "assets",
      "..",
      "%00",
      "%2e%2e",
      "accounts.me",
      "latest.json",
      "åäö",
      "%",
      "a".repeat(300),
      "?x=1",
      "//",
      "\\",
      ":id",
      "*",
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(part, { maxLength: 4 }),
        fc.constantFrom("GET", "POST", "HEAD", "PUT"),
        async (parts, method) => {
          const url = encodeURI(`/${parts.join("/")}`).replaceAll("%25", "%");
          const { statusCode, payload } = await app.inject({ method, url });
          expect(troubles({ status: statusCode, text: payload })).toEqual([]);
        },
      ),
      { numRuns: 200, seed: 2026 },
    );
  });
});

describe("any form without script", () => {
  const names =
    "step go code page text measure answer replaces clientKey feeling place lng lat reasons when light impact __proto__ constructor";
  const values = "where what send done withdraw answer better unsafe lighting 1e308 ABCD-EFGH-JKMN \u0000";
  const field = fc.constantFrom(...names.split(" "));
  const value = fc.oneof(fc.constantFrom(...values.split(" ")), fc.string({ unit: "binary" }));

  it.each(["/rapportera", "/kvitto", "/tillganglighet"])(
    "to %s is answered with a page, never with an error of ours",
    async (url) => {
      await fc.assert(
        fc.asyncProperty(fc.array(fc.tuple(field, value), { maxLength: 8 }), async (fields) => {
          const answer = await send("POST", url, new URLSearchParams(fields).toString(), {
            "content-type": "application/x-www-form-urlencoded",
          });
          expect(troubles(answer)).toEqual([]);
        }),
        { numRuns: RUNS, seed: 2026 },
      );
    },
  );

  it.each(["null", "7", "[]", "{", ""])("that is no form is no error of ours either: %j", async (body) => {
    for (const url of ["/rapportera", "/kvitto", "/tillganglighet"]) {
      expect(troubles(await send("POST", url, body, { "content-type": "application/json" }))).toEqual([]);
      expect(troubles(await send("POST", url, body))).toEqual([]);
    }
  });
});
