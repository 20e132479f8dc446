import { randomUUID } from "node:crypto";
import { squareCentre } from "@trygg/shared/geo/square.ts";
import { toLngLat } from "@trygg/shared/geo/sweref.ts";
import type { PatrolInput } from "@trygg/shared/patrols/schema.ts";
import { describe, expect, it } from "vitest";
import { type ProcedureCaller, callerFor, refusal } from "../testing/people.ts";
import { patrol, spotIn, squareOf, squaresOf } from "../testing/samples.ts";
import { type TestServices, openTestServices } from "../testing/services.ts";

type Pair = [number, number];

const pairIn = (area: string, index = 0): Pair => {
  const { lng, lat } = spotIn(area, index);
  return [lng, lat];
};

/** A square ring of some metres round the middle of an area's square. */
function ringIn(area: string, metres: number): Pair[] {
  const { east, north } = squareCentre(squareOf(area));
  const corner = (x: number, y: number): Pair => {
    const { lng, lat } = toLngLat({ east: east + (x * metres) / 2, north: north + (y * metres) / 2 });
    return [lng, lat];
  };
  const first = corner(-1, -1);
  return [first, corner(1, -1), corner(1, 1), corner(-1, 1), first];
}

async function openPolice(at?: string) {
  const services = await openTestServices(at ? { at } : {});
  return { services, police: await callerFor(services, "police") };
}

const visits = (services: TestServices) =>
  services.rows<{ square: string; seconds: number; dark: boolean; hour_of_week: number }>(
    "select square, seconds, dark, hour_of_week from patrol_visits order by square, hour",
  );
const seconds = async (services: TestServices, table: "patrol_visits" | "patrol_stays") =>
  (await services.rows<{ sum: number }>(`select coalesce(sum(seconds), 0)::int as sum from ${table}`))[0]
    ?.sum;

describe("a logged presence", () => {
  it("counts for the promise at once", async () => {
    const { police } = await openPolice();
    expect(await police.patrols.log(patrol())).toEqual({
      id: expect.any(String),
      countsFor: ["police-presence"],
      awaiting: [],
    });
  });

  it("of an area becomes visits to its squares and a stay of an hour", async () => {
    const { services, police } = await openPolice();
    await police.patrols.log(patrol({ where: { area: "stortorget" } }));
    const squares = (await visits(services)).map(({ square }) => square);
    expect(squares).toEqual(expect.arrayContaining(squaresOf("stortorget")));
    expect(await services.rows("select area, seconds, dark from patrol_stays")).toEqual([
      { area: "stortorget", seconds: 3600, dark: true },
    ]);
  });

  it("of a walk becomes visits along it", async () => {
    const { services, police } = await openPolice();
    const [from, to] = [pairIn("hamnparken", 0), pairIn("hamnparken", 1)];
    await police.patrols.log(patrol({ where: { type: "LineString", coordinates: [from, to] } }));
    const found = new Map((await visits(services)).map(({ square, seconds: spent }) => [square, spent]));
    expect(found.get(squareOf("hamnparken", 0))).toBeGreaterThan(0);
    expect(found.get(squareOf("hamnparken", 1))).toBeGreaterThan(0);
  });

  it("of a track follows its times, not an even pace", async () => {
    const { services, police } = await openPolice();
    const [from, to] = [pairIn("hamnparken", 0), pairIn("hamnparken", 12)];
    const times = ["2026-11-20T20:00:00+01:00", "2026-11-20T20:55:00+01:00", "2026-11-20T21:00:00+01:00"];
    await police.patrols.log(patrol({ where: { type: "LineString", coordinates: [from, from, to], times } }));
    const [most] = (await visits(services)).toSorted((a, b) => b.seconds - a.seconds);
    expect(most?.square).toBe(squareOf("hamnparken", 0));
    expect(most?.seconds).toBeGreaterThanOrEqual(3300);
  });

  it.each([5, 40, 300])("of a drawn area of %i m becomes visits", async (metres) => {
    const { services, police } = await openPolice();
    await police.patrols.log(
      patrol({ where: { type: "Polygon", coordinates: [ringIn("stortorget", metres)] } }),
    );
    expect((await visits(services)).length).toBeGreaterThan(0);
  });

  it("leaves neither line nor person, only the role", async () => {
    const { services, police } = await openPolice();
    const coordinates = [pairIn("hamnparken", 0), pairIn("hamnparken", 1)];
    await police.patrols.log(patrol({ where: { type: "LineString", coordinates } }));
    const stored = JSON.stringify([
      await services.rows("select * from patrols"),
      await services.rows("select * from patrol_visits"),
      await services.rows("select * from patrol_stays"),
    ]);
    expect(stored).not.toContain(String(coordinates[0]?.[0]).slice(0, 8));
    const [account] = await services.rows<{ id: string }>("select id from accounts");
    expect(stored).not.toContain(account?.id);
    expect(await services.rows("select logged_by from patrols")).toEqual([{ logged_by: "police" }]);
  });

  it("is dark or light by the sun, hour by hour", async () => {
    const { services, police } = await openPolice();
    await police.patrols.log(patrol({ from: "2026-11-20T14:00:00+01:00", to: "2026-11-20T18:00:00+01:00" }));
    expect(
      await services.rows(
        "select dark, sum(seconds)::int as seconds from patrol_stays group by 1 order by 1",
      ),
    ).toEqual([
      { dark: false, seconds: 2 * 3600 },
      { dark: true, seconds: 2 * 3600 },
    ]);
  });
});

describe("a presence that is sent again", () => {
  it("is stored once when ten sends arrive at the same time, on two nodes", async () => {
    const services = await openTestServices();
    const nodes = [services, await services.openNode()];
    const police: ProcedureCaller[] = [];
    for (const node of nodes) police.push(await callerFor(node, "police"));
    const input = patrol();
    const answers = await Promise.all(
      Array.from({ length: 10 }, async (_, index) => police[index % 2]?.patrols.log(input)),
    );
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(answers[0]?.countsFor).toEqual(["police-presence"]);
    expect(await services.rows("select * from patrols")).toHaveLength(1);
    expect(await seconds(services, "patrol_stays")).toBe(3600);
  });

  it("stands as it was first told", async () => {
    const { services, police } = await openPolice();
    const clientKey = randomUUID();
    const first = await police.patrols.log(patrol({ clientKey }));
    expect(await police.patrols.log(patrol({ clientKey, kind: "traffic" }))).toEqual(first);
    expect(await services.rows("select kind from patrols")).toEqual([{ kind: "foot" }]);
  });
});

describe("what counts as an occasion", () => {
  const until = (to: string) => patrol({ from: "2026-11-20T20:00:00+01:00", to });

  it("is fifteen minutes inside the centre", async () => {
    const { police } = await openPolice();
    expect((await police.patrols.log(until("2026-11-20T20:15:00+01:00"))).countsFor).toEqual([
      "police-presence",
    ]);
  });

  it("is not a second less", async () => {
    const { services, police } = await openPolice();
    expect((await police.patrols.log(until("2026-11-20T20:14:59+01:00"))).countsFor).toEqual([]);
    expect(await services.rows("select occasion_area, occasion_date from patrols")).toEqual([
      { occasion_area: null, occasion_date: null },
    ]);
  });

  it("is not a walk of which most lies outside the centre", async () => {
    const { services, police } = await openPolice();
    const inside = spotIn("hamnparken");
    const away = { lng: inside.lng + 0.05, lat: inside.lat };
    const coordinates: Pair[] = [
      [inside.lng, inside.lat],
      [away.lng, away.lat],
    ];
    const { countsFor } = await police.patrols.log(patrol({ where: { type: "LineString", coordinates } }));
    expect(countsFor).toEqual([]);
    expect(await seconds(services, "patrol_stays")).toBeLessThan(900);
    for (const { square } of await visits(services)) expect(services.town.areaOf(square)).toBeDefined();
  });

  it("stands at the area and the three-hour block in which most of it was spent", async () => {
    const { services, police } = await openPolice();
    await police.patrols.log(patrol({ from: "2026-11-20T20:30:00+01:00", to: "2026-11-20T23:30:00+01:00" }));
    expect(
      await services.rows("select occasion_area, occasion_date::text, occasion_bin from patrols"),
    ).toEqual([{ occasion_area: "stortorget", occasion_date: "2026-11-20", occasion_bin: 4 * 8 + 7 }]);
  });

  it("stands at the local day on which most of it was spent, over midnight", async () => {
    const { services, police } = await openPolice();
    await police.patrols.log(patrol({ from: "2026-11-20T23:30:00+01:00", to: "2026-11-21T02:00:00+01:00" }));
    expect(await services.rows("select occasion_date::text, occasion_bin from patrols")).toEqual([
      { occasion_date: "2026-11-21", occasion_bin: 5 * 8 },
    ]);
  });

  it("of both police and municipality counts for the joint presence as well, whatever its kind", async () => {
    const services = await openTestServices();
    const coordinator = await callerFor(services, "coordinator");
    const log = (kind: PatrolInput["kind"], day: string) =>
      coordinator.patrols.log(
        patrol({
          kind,
          parties: ["police", "municipality"],
          from: `${day}T12:00:00Z`,
          to: `${day}T13:00:00Z`,
        }),
      );
    expect((await log("other", "2026-03-12")).countsFor).toEqual(["joint-presence", "police-presence"]);
    // Both stand for every day of the promise's year: the ledger decides about the period.
    expect((await log("foot", "2026-10-12")).countsFor).toContain("police-presence");
  });

  it.each([
    ["guard", ["guards"], ["guards-by-lagesbild"]],
    ["nightwalk", ["association"], ["night-walks"]],
    ["outreach", ["municipality"], ["outreach"]],
    ["youth", ["municipality"], ["outreach"]],
  ] as const)("of kind %s counts for its own commitment", async (kind, parties, expected) => {
    const services = await openTestServices();
    const coordinator = await callerFor(services, "coordinator");
    const { countsFor } = await coordinator.patrols.log(patrol({ kind, parties: [...parties] }));
    expect(countsFor).toEqual(expected);
  });

  it("of a year without a promise counts for nothing, and is kept", async () => {
    const { services, police } = await openPolice();
    const { countsFor } = await police.patrols.log(
      patrol({ from: "2025-11-20T20:00:00+01:00", to: "2025-11-20T21:00:00+01:00" }),
    );
    expect(countsFor).toEqual([]);
    expect(await services.rows("select * from patrols")).toHaveLength(1);
  });
});

describe("a second log of the same kind, area and three-hour block", () => {
  it("is a suspected duplicate and counts for nothing", async () => {
    const { police } = await openPolice();
    const first = await police.patrols.log(patrol());
    const second = await police.patrols.log(
      patrol({ from: "2026-11-20T17:00:00+01:00", to: "2026-11-20T18:00:00+01:00" }),
    );
    const third = await police.patrols.log(
      patrol({ from: "2026-11-20T20:10:00+01:00", to: "2026-11-20T20:50:00+01:00" }),
    );
    expect(second).toEqual({ id: second.id, countsFor: ["police-presence"], awaiting: [] });
    expect(third).toEqual({ id: third.id, countsFor: [], awaiting: [], duplicateOf: first.id });
  });

  it.each([
    ["of another kind", { kind: "traffic" as const }],
    ["in another area", { where: { area: "hamnparken" } }],
    ["on another day", { from: "2026-11-19T20:00:00+01:00", to: "2026-11-19T21:00:00+01:00" }],
    ["a week later", { from: "2026-11-13T20:00:00+01:00", to: "2026-11-13T21:00:00+01:00" }],
  ])("is none when it is %s", async (_, fields) => {
    const { police } = await openPolice();
    await police.patrols.log(patrol());
    expect(await police.patrols.log(patrol(fields))).not.toHaveProperty("duplicateOf");
  });

  it("is found also when two people log at the same moment", async () => {
    const { services, police } = await openPolice();
    await Promise.all(Array.from({ length: 6 }, () => police.patrols.log(patrol())));
    expect(
      await services.rows(
        "select count(*)::int as logs, count(duplicate_of)::int as duplicates from patrols",
      ),
    ).toEqual([{ logs: 6, duplicates: 5 }]);
  });
});

describe("a party that the logger may not name", () => {
  it.each([
    ["police", ["police"], []],
    ["police", ["police", "municipality"], ["municipality"]],
    ["coordinator", ["police", "municipality"], []],
    ["partner", ["police", "guards"], ["police"]],
    ["partner", ["municipality", "association"], ["municipality"]],
    ["partner", ["guards", "association", "business"], []],
  ] as const)("awaits confirmation: a %s names %j", async (role, parties, awaiting) => {
    const services = await openTestServices();
    const caller = await callerFor(services, role);
    expect((await caller.patrols.log(patrol({ parties: [...parties] }))).awaiting).toEqual(awaiting);
  });

  it("counts once a coordinator has confirmed it", async () => {
    const services = await openTestServices();
    const [partner, coordinator] = await Promise.all([
      callerFor(services, "partner"),
      callerFor(services, "coordinator"),
    ]);
    const { id, countsFor } = await partner.patrols.log(
      patrol({ kind: "guard", parties: ["guards", "police"] }),
    );
    expect(countsFor).toEqual(["guards-by-lagesbild"]);
    expect(await coordinator.patrols.confirm({ id })).toEqual({ id });
    expect(await coordinator.patrols.list()).toMatchObject([
      { id, awaiting: [], countsFor: ["guards-by-lagesbild", "police-presence"] },
    ]);
  });

  it("is not confirmed by an id that no presence has", async () => {
    const coordinator = await callerFor(await openTestServices(), "coordinator");
    expect((await refusal(coordinator.patrols.confirm({ id: randomUUID() }))).code).toBe("notFound");
  });

  it.each(["police", "partner"] as const)("is not confirmed by a %s", async (role) => {
    const caller = await callerFor(await openTestServices(), role);
    expect((await refusal(caller.patrols.confirm({ id: randomUUID() }))).code).toBe("notAllowed");
  });
});

describe("a presence that is evidence for nothing says truly why:", () => {
  it.each<[string, object, string]>([
    ["it was too short", { to: "2026-11-20T20:10:00+01:00" }, "tooShort"],
    [
      "there is no promise for that year",
      { from: "2025-11-20T20:00:00+01:00", to: "2025-11-20T21:00:00+01:00" },
      "noPromise",
    ],
    ["somebody must confirm it first", { parties: ["municipality"] }, "awaiting"],
    ["nothing is promised about its kind", { kind: "other", parties: ["business"] }, "notPromised"],
  ])("%s", async (_, fields, why) => {
    const { police } = await openPolice();
    expect(await police.patrols.log(patrol(fields))).toMatchObject({ countsFor: [], uncounted: why });
  });
});

describe("the nights on which the clocks change", () => {
  it("hold every second of the night that loses an hour", async () => {
    const { services, police } = await openPolice();
    // 00:00 to 06:00 on the wall is five hours.
    await police.patrols.log(patrol({ from: "2026-03-29T00:00:00+01:00", to: "2026-03-29T06:00:00+02:00" }));
    expect(await seconds(services, "patrol_stays")).toBe(5 * 3600);
    const hours = await services.rows<{ hour: number }>(
      "select distinct hour_of_week as hour from patrol_visits order by 1",
    );
    expect(hours.map(({ hour }) => hour - 6 * 24)).toEqual([0, 1, 3, 4, 5]);
  });

  it("hold every second of the night that gains an hour, the doubled hour twice", async () => {
    const { services, police } = await openPolice();
    await police.patrols.log(patrol({ from: "2026-10-25T00:00:00+02:00", to: "2026-10-25T06:00:00+01:00" }));
    expect(await seconds(services, "patrol_stays")).toBe(7 * 3600);
    expect(
      await services.rows(
        `select v.hour_of_week % 24 as hour, count(distinct v.hour)::int as times
         from patrol_visits v group by 1 order by 1`,
      ),
    ).toEqual([0, 1, 2, 3, 4, 5].map((hour) => ({ hour, times: hour === 2 ? 2 : 1 })));
  });

  it("make one occasion of the doubled hour, on the right day", async () => {
    const { services, police } = await openPolice();
    await police.patrols.log(patrol({ from: "2026-10-25T02:00:00+02:00", to: "2026-10-25T03:00:00+01:00" }));
    expect(await services.rows("select occasion_date::text, occasion_bin from patrols")).toEqual([
      { occasion_date: "2026-10-25", occasion_bin: 6 * 8 },
    ]);
  });
});

describe("a presence is refused, and nothing is stored,", () => {
  const open = pairIn("stortorget");
  const [a, b, c, d] = ringIn("stortorget", 100) as [Pair, Pair, Pair, Pair];
  it.each<[string, object, string]>([
    ["that ends before it begins", { to: "2026-11-20T19:00:00+01:00" }, "impossiblePeriod"],
    ["that takes no time", { to: "2026-11-20T20:00:00+01:00" }, "impossiblePeriod"],
    ["that is longer than a day", { to: "2026-11-21T20:00:01+01:00" }, "impossiblePeriod"],
    [
      "that has not been yet",
      { from: "2026-11-23T11:30:00Z", to: "2026-11-23T12:30:00Z" },
      "impossiblePeriod",
    ],
    [
      "of a day so long ago that the year must be a mistake",
      { from: "1999-01-01T20:00:00+01:00", to: "1999-01-01T21:00:00+01:00" },
      "impossiblePeriod",
    ],
    ["in an area that the town does not have", { where: { area: "atlantis" } }, "unknownArea"],
    [
      "on a line outside the centre",
      {
        where: {
          type: "LineString",
          coordinates: [
            [15, 57],
            [15.001, 57],
          ],
        },
      },
      "outsidePlace",
    ],
    [
      "on a line with latitude first",
      {
        where: {
          type: "LineString",
          coordinates: [
            [open[1], open[0]],
            [open[1], open[0]],
          ],
        },
      },
      "swappedCoordinates",
    ],
    [
      "on a line that leaves for another town",
      { where: { type: "LineString", coordinates: [open, [15.6, 56.16]] } },
      "badGeometry",
    ],
    [
      "on a line with numbers that are no degrees",
      { where: { type: "LineString", coordinates: [open, [1e300, -1e300]] } },
      "badGeometry",
    ],
    ["on a line of one point", { where: { type: "LineString", coordinates: [open] } }, "invalidInput"],
    [
      "on a track with too few times",
      { where: { type: "LineString", coordinates: [open, open], times: ["2026-11-20T20:00:00+01:00"] } },
      "badGeometry",
    ],
    [
      "on a track whose times run backwards",
      {
        where: {
          type: "LineString",
          coordinates: [open, open],
          times: ["2026-11-20T20:30:00+01:00", "2026-11-20T20:10:00+01:00"],
        },
      },
      "badGeometry",
    ],
    [
      "on a track that reaches beyond its own period",
      {
        where: {
          type: "LineString",
          coordinates: [open, open],
          times: ["2026-11-20T20:30:00+01:00", "2026-11-20T22:10:00+01:00"],
        },
      },
      "badGeometry",
    ],
    [
      "in a ring that is not closed",
      { where: { type: "Polygon", coordinates: [[a, b, c, d]] } },
      "badGeometry",
    ],
    [
      "in a ring that crosses itself",
      { where: { type: "Polygon", coordinates: [[a, c, b, d, a]] } },
      "badGeometry",
    ],
    ["without a party", { parties: [] }, "invalidInput"],
    ["with the same party twice", { parties: ["police", "police"] }, "invalidInput"],
    ["of a kind that is none", { kind: "helicopter" }, "invalidInput"],
    ["with a name in it", { officer: "Anna" }, "invalidInput"],
    ["with a time without zone", { from: "2026-11-20T20:00:00" }, "invalidInput"],
  ])("%s", async (_, fields, code) => {
    const { services, police } = await openPolice();
    // The fields are wrong on purpose.
    const input = { ...patrol(), ...fields } as PatrolInput;
    expect((await refusal(police.patrols.log(input))).code).toBe(code);
    expect(await services.rows("select * from patrols")).toHaveLength(0);
  });

  it("may end a little ahead of the server's clock, as phones do", async () => {
    const { police } = await openPolice();
    const log = patrol({ from: "2026-11-23T11:00:00+01:00", to: "2026-11-23T12:04:00+01:00" });
    expect((await police.patrols.log(log)).countsFor).toEqual(["police-presence"]);
  });
});
