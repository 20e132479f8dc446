import { parse } from "csv-parse/sync";
import type { FeatureCollection } from "geojson";
import { type Role, callers } from "@trygg/shared/accounts/schema.ts";
import { exportFormats, exportKinds, fileFormats } from "@trygg/shared/exports/schema.ts";
import { toGrid } from "@trygg/shared/geo/sweref.ts";
import { DAY_MS, HOUR_MS } from "@trygg/shared/time/local.ts";
import { describe, expect, it } from "vitest";
import { openTestApp } from "../testing/http.ts";
import { lamp, measure, patrol, report, spotIn } from "../testing/samples.ts";
import { openTestServices } from "../testing/services.ts";
import { writeCsv } from "./write.ts";

const services = await openTestServices();
const { call, send, signedIn } = await openTestApp(services);
const json = { "content-type": "application/json" };
const fetchFile = async (file: string, headers: Record<string, string>, filter: unknown = {}) =>
  send("POST", `/exports/${file}`, JSON.stringify(filter), { ...json, ...headers });

const NAUGHTY = '=HYPERLINK("http://example.com","Klicka")';
for (const area of ["hamnparken", "stortorget", "stortorget"])
  await call(
    "reports.submit",
    report({ at: spotIn(area), when: [7, 33], voice: crypto.randomUUID(), impact: 2 }),
  );
await call("patrols.log", patrol(), await signedIn("police"));
await call("measures.save", measure({ title: NAUGHTY, cost: 5000 }), await signedIn("planner"));
await call("lighting.saveLamp", lamp({ statusSource: NAUGHTY, direction: 45 }), await signedIn("planner"));
await call(
  "lighting.saveLamp",
  lamp({ at: spotIn("hamnparken"), status: "broken", height: null }),
  await signedIn("planner"),
);

/** The procedure whose answer a file holds. */
const procedureOf: Record<(typeof exportKinds)[number], string> = {
  squares: "reports.summary",
  areas: "reports.summary",
  measures: "measures.list",
  presence: "patrols.coverage",
  lamps: "lighting.lamps",
};

describe("a file of what the desk shows", () => {
  it.each(callers)("is for a %s exactly when the same is told there", async (caller) => {
    const headers = await signedIn(caller);
    for (const kind of exportKinds)
      for (const format of fileFormats) {
        const { status } = await call(procedureOf[kind], undefined, headers);
        const file = await fetchFile(`${kind}.${format}`, headers);
        expect([kind, format, file.status]).toEqual([kind, format, status]);
        expect(file.text.includes("stortorget") && status !== 200).toBe(false);
      }
  });

  it("holds the answer and nothing else, as CSV in UTF-8 with its mark", async () => {
    const { text, headers } = await fetchFile("squares.csv", await signedIn("police"), {
      areas: ["stortorget"],
    });
    expect(text).toMatch(/^\ufeffsquare,area,lng,lat,reports,voices\r\n/);
    expect(parse(text.slice(1), { columns: true })).toMatchObject([
      { area: "stortorget", reports: "2", voices: "2" },
    ]);
    expect(headers).toMatchObject({
      "content-type": "text/csv; charset=utf-8",
      "cache-control": "private, no-store",
      "content-disposition": 'attachment; filename="karlshamn-squares-2026-11-23.csv"',
    });
  });

  it.each(exportKinds)("is GeoJSON of RFC 7946: %s", async (kind) => {
    const { text, headers } = await fetchFile(`${kind}.geojson`, await signedIn("coordinator"));
    expect(headers["content-type"]).toBe("application/geo+json");
    const { type, features, ...more } = JSON.parse(text) as FeatureCollection;
    expect([type, more]).toEqual(["FeatureCollection", {}]);
    expect(features.length).toBeGreaterThan(0);
    for (const { geometry, properties } of features) {
      expect(
        Object.values(properties ?? {}).some((value) => typeof value === "object" && value !== null),
      ).toBe(false);
      if (geometry?.type !== "Polygon") continue;
      const [ring = []] = geometry.coordinates;
      expect(ring.at(-1)).toEqual(ring[0]);
      // Its outer ring runs counter-clockwise.
      const doubled = ring.reduce((sum, [x = 0, y = 0], at) => {
        const [nextX = 0, nextY = 0] = ring[(at + 1) % ring.length] ?? [];
        return sum + x * nextY - nextX * y;
      }, 0);
      expect(doubled).toBeGreaterThan(0);
      for (const degrees of ring.flat()) expect(degrees).toBe(Math.round(degrees * 1e6) / 1e6);
    }
  });

  it("holds the lamps of a selection, with the place in metres too", async () => {
    const headers = await signedIn("partner");
    const read = async (selection: object) => {
      const { text } = await fetchFile("lamps.csv", headers, selection);
      return parse(text.slice(1), { columns: true }) as Record<string, string>[];
    };
    const [square] = await read({ areas: ["stortorget"], status: ["working"] });
    const { east, north } = toGrid(spotIn("stortorget"));
    expect(square).toMatchObject({
      area: "stortorget",
      height: "4.5",
      flux: "4000",
      direction: "45",
      tilt: "0",
    });
    expect(Number(square?.["east"])).toBeCloseTo(east, 1);
    expect(Number(square?.["north"])).toBeCloseTo(north, 1);
    expect(square?.["statusSource"]).toBe(`'${NAUGHTY}`);
    expect((await read({})).length).toBe(2);
    expect((await read({ status: ["broken", "off"] })).map(({ area }) => area)).toEqual(["hamnparken"]);
    expect(await read({ areas: ["hamnparken"], status: ["working"] })).toEqual([]);
    expect((await fetchFile("lamps.csv", headers, { status: ["bright"] })).status).toBe(400);
  });

  it.each(["squares.xlsx", "points.csv", "squares", "squares.csv.gz", "..%2fpoints.csv"])(
    "is none of another kind or form: %s",
    async (file) => {
      expect((await fetchFile(file, await signedIn("coordinator"))).status).toBe(404);
    },
  );

  it.each([7, "x", { areas: 7 }, { colour: "red" }, [1]])("refuses what is no filter: %j", async (filter) => {
    for (const kind of exportKinds)
      expect((await fetchFile(`${kind}.csv`, await signedIn("coordinator"), filter)).status).toBe(400);
  });

  it("is logged with who took what", async () => {
    await fetchFile("areas.csv", await signedIn("planner"), { light: "dark" });
    const [last] = await services.rows(
      "select role, action, details from audit_log order by id desc limit 1",
    );
    expect(last).toEqual({
      role: "planner",
      action: "exports.take",
      details: { kind: "areas", format: "csv", rows: 2, filter: { light: "dark" } },
    });
  });
});

describe("cells that a spreadsheet would run", () => {
  const starts = ["=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20"];
  const ends = ["1+1", "cmd|' /C calc'!A0", 'HYPERLINK("x")', "SUM(1;2)", "a\r\nb,c", '"quoted"', ""];
  const cells = starts.flatMap((start) => ends.map((end) => start + end));

  it(`are text in each of ${starts.length * 7} ways, and the same text when read again`, async () => {
    async function* rows() {
      for (const cell of cells) yield { cell, number: -5 };
    }
    const text = (await writeCsv(rows()).toArray()).join("");
    const read = parse(text.slice(1), { columns: true }) as { cell: string; number: string }[];
    expect(read.map(({ cell }) => cell)).toEqual(cells.map((cell) => `'${cell}`));
    expect(new Set(read.map(({ number }) => number))).toEqual(new Set(["-5"]));
  });

  it("are text in the file of measures", async () => {
    const { text } = await fetchFile("measures.csv", await signedIn("partner"));
    const [row] = parse(text.slice(1), { columns: true }) as { title: string }[];
    expect(row?.title).toBe(`'${NAUGHTY}`);
  });
});

let people = 0;

/** Somebody new, so that no attack meets what another left behind. */
async function open(role: Role = "planner", mayApprove = false) {
  const name = `person ${(people += 1)}`;
  const headers = await signedIn(role, { name, mayApprove });
  return { name, headers, again: () => signedIn(role, { name, mayApprove }) };
}
type Somebody = Awaited<ReturnType<typeof open>>;

const reason = "Underlag till ljusplan 2027";
const ask = async ({ headers }: Somebody, input: object = {}) => {
  const { data } = await call("exports.request", { reason, format: "csv", ...input }, headers);
  return (data as { id: string }).id;
};
const decide = (id: string, headers: Record<string, string>, decision = "approved", more: object = {}) =>
  call("exports.decide", { id, decision, ...more }, headers);
const take = (id: string, headers: Record<string, string>) =>
  send("POST", `/exports/points/${id}`, undefined, headers);
const withdraw = (id: string, headers: Record<string, string>) => call("exports.withdraw", { id }, headers);
const become = (name: string, role: Role) =>
  services.rows("update accounts set role = $2 where name = $1", [name, role]);

async function approved() {
  const [planner, approver] = [await open(), await open("coordinator", true)];
  const id = await ask(planner);
  expect((await decide(id, approver.headers)).status).toBe(200);
  return { planner, approver, id };
}

describe("single reports as a file", () => {
  it("need a reason and a second person, and are then whoever asked for them's, once", async () => {
    const [planner, approver] = [await open(), await open("coordinator", true)];
    const id = await ask(planner, { filter: { areas: ["stortorget"] } });
    const listed = async ({ headers }: Somebody) =>
      ((await call("exports.requests", undefined, headers)).data as { id: string }[]).find(
        (each) => each.id === id,
      );
    expect(await listed(planner)).toMatchObject({ state: "waiting", mine: true, reason, decidedBy: null });
    expect(await listed(approver)).toMatchObject({ state: "waiting", mine: false, name: planner.name });
    expect(await listed(await open())).toBeUndefined();
    await decide(id, approver.headers);
    expect(await listed(planner)).toMatchObject({
      state: "approved",
      decidedBy: approver.name,
      until: "2026-11-24T11:00:00.000Z",
    });
    const { status, text, headers } = await take(id, planner.headers);
    expect([status, headers["cache-control"]]).toEqual([200, "private, no-store"]);
    expect(headers["content-disposition"]).toBe('attachment; filename="karlshamn-points-2026-11-23.csv"');
    expect(parse(text.slice(1), { columns: true })).toEqual(
      [1, 2].map(() => ({
        lng: expect.any(String),
        lat: expect.any(String),
        square: expect.any(String),
        area: "stortorget",
        receivedOn: "2026-11-23",
        feeling: "unsafe",
        reasons: "lighting",
        when: "7 33",
        light: "dark",
        impact: "2",
      })),
    );
    expect(await listed(planner)).toMatchObject({ state: "taken", until: null });
    const log = await services.rows(
      "select action from audit_log where details->>'request' = $1 order by id",
      [id],
    );
    expect(log.map(({ action }) => action)).toEqual(["exports.request", "exports.approved", "exports.fetch"]);
  });

  it("hold no id, hash, tag or receipt, in either form", async () => {
    const secrets = await services.rows<{ secret: string }>(
      `select unnest(array[id::text, encode(receipt_hash, 'hex'), encode(client_key_hash, 'hex'), east::text,
         north::text, encode(voice_dark, 'hex')]) as secret from reports`,
    );
    for (const format of exportFormats) {
      const [planner, approver] = [await open(), await open("coordinator", true)];
      const id = await ask(planner, { format });
      await decide(id, approver.headers);
      const { text } = await take(id, planner.headers);
      expect(text).toContain("hamnparken");
      expect(secrets.filter(({ secret }) => secret && text.includes(secret))).toEqual([]);
    }
  });
});

/** Ways round the second person. Each ends in what the attacker was answered. */
const attacks: Record<string, () => Promise<{ status: number }>> = {
  "fetching without any decision": async () => {
    const planner = await open();
    return take(await ask(planner), planner.headers);
  },
  "approving one's own": async () => {
    const coordinator = await open("coordinator", true);
    return decide(await ask(coordinator), coordinator.headers);
  },
  "approving one's own from another session": async () => {
    const coordinator = await open("coordinator", true);
    return decide(await ask(coordinator), await coordinator.again());
  },
  "approving one's own after changing from planner to coordinator": async () => {
    const planner = await open("planner", true);
    const id = await ask(planner);
    await become(planner.name, "coordinator");
    return decide(id, await planner.again());
  },
  "approving as a planner with the right": async () =>
    decide(await ask(await open()), (await open("planner", true)).headers),
  "approving as a coordinator without the right": async () =>
    decide(await ask(await open()), (await open("coordinator")).headers),
  "approving as police": async () => decide(await ask(await open()), (await open("police", true)).headers),
  "approving as the auditor": async () =>
    decide(await ask(await open()), (await open("auditor", true)).headers),
  "approving as the administrator": async () =>
    decide(await ask(await open()), (await open("admin", true)).headers),
  "approving as nobody": async () => decide(await ask(await open()), {}),
  "approving after the right was taken away": async () => {
    const approver = await open("coordinator", true);
    const id = await ask(await open());
    await services.rows("update accounts set may_approve = false where name = $1", [approver.name]);
    return decide(id, approver.headers);
  },
  "approving with a disabled account": async () => {
    const approver = await open("coordinator", true);
    const id = await ask(await open());
    await services.rows("update accounts set disabled = true where name = $1", [approver.name]);
    return decide(id, approver.headers);
  },
  "naming somebody else as the one who decides": async () => {
    const coordinator = await open("coordinator", true);
    return decide(await ask(coordinator), coordinator.headers, "approved", {
      decidedBy: "7f9c24e5-2c4a-4d47-9d4d-111111111111",
    });
  },
  "asking with the decision in the request": async () => {
    const { headers } = await open();
    return call("exports.request", { reason, format: "csv", decision: "approved" }, headers);
  },
  "asking without a reason": async () =>
    call("exports.request", { format: "csv", reason: "  " }, (await open()).headers),
  "fetching what was declined": async () => {
    const [planner, approver] = [await open(), await open("coordinator", true)];
    const id = await ask(planner);
    await decide(id, approver.headers, "declined");
    return take(id, planner.headers);
  },
  "approving what was declined": async () => {
    const id = await ask(await open());
    await decide(id, (await open("coordinator", true)).headers, "declined");
    return decide(id, (await open("coordinator", true)).headers);
  },
  "approving what was withdrawn": async () => {
    const planner = await open();
    const id = await ask(planner);
    await withdraw(id, planner.headers);
    return decide(id, (await open("coordinator", true)).headers);
  },
  "fetching what was approved and then withdrawn": async () => {
    const { planner, id } = await approved();
    await withdraw(id, planner.headers);
    return take(id, planner.headers);
  },
  "fetching as the one who approved": async () => {
    const { approver, id } = await approved();
    return take(id, approver.headers);
  },
  "fetching what another planner was given": async () => take((await approved()).id, (await open()).headers),
  "fetching twice": async () => {
    const { planner, id } = await approved();
    await take(id, planner.headers);
    return take(id, planner.headers);
  },
  "fetching twice at the same moment": async () => {
    const { planner, id } = await approved();
    const answers = await Promise.all([1, 2, 3].map(() => take(id, planner.headers)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    return answers.find(({ status }) => status !== 200) ?? { status: 200 };
  },
  "fetching after a day": async () => {
    const { planner, id } = await approved();
    services.clock.advance(24 * HOUR_MS);
    const headers = await planner.again();
    const answer = await take(id, headers);
    services.clock.advance(-24 * HOUR_MS);
    return answer;
  },
  "approving after a week": async () => {
    const approver = await open("coordinator", true);
    const id = await ask(await open());
    services.clock.advance(7 * DAY_MS);
    const answer = await decide(id, await approver.again());
    services.clock.advance(-7 * DAY_MS);
    return answer;
  },
  "fetching in a role that sees no single reports any more": async () => {
    const { planner, id } = await approved();
    await become(planner.name, "police");
    return take(id, await planner.again());
  },
  "fetching an id that is none": async () => take("../audit.csv", (await open()).headers),
  "withdrawing another's": async () => withdraw((await approved()).id, (await open()).headers),
};

describe("the second person", () => {
  it.each(Object.keys(attacks))("is not got round by %s", async (name) => {
    const answer = await attacks[name]?.();
    expect(answer?.status).toBeGreaterThanOrEqual(400);
    expect(answer?.status).toBeLessThan(500);
    expect(JSON.stringify(answer)).not.toContain("receivedOn");
  });

  it("is tried in twenty ways and more", () => {
    expect(Object.keys(attacks).length).toBeGreaterThanOrEqual(20);
  });
});

describe("the log as a file", () => {
  it("is the auditor's alone, with a checksum for each entry", async () => {
    const { text } = await fetchFile("audit.csv", await signedIn("auditor"), { action: "measures.save" });
    expect(parse(text.slice(1), { columns: true })).toMatchObject([
      { role: "planner", action: "measures.save", checksum: expect.stringMatching(/^[0-9a-f]{64}$/) },
    ]);
    for (const caller of callers.filter((each) => each !== "auditor"))
      expect((await fetchFile("audit.csv", await signedIn(caller))).status).toBe(
        caller === "resident" ? 401 : 403,
      );
  });
});
