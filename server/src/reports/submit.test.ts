import { randomUUID } from "node:crypto";
import { squareAt, squareCorner } from "@trygg/shared/geo/square.ts";
import { type GridPosition, toGrid, toLngLat } from "@trygg/shared/geo/sweref.ts";
import { receiptCode } from "@trygg/shared/reports/schema.ts";
import { describe, expect, it } from "vitest";
import { callerFor, refusal } from "../testing/people.ts";
import { report, spotIn, squareOf } from "../testing/samples.ts";
import { type TestServices, openTestServices } from "../testing/services.ts";

async function openResident() {
  const services = await openTestServices();
  return { services, resident: await callerFor(services, "resident") };
}

const storedReports = (services: TestServices) => services.rows("select * from reports");

describe("a resident who reports", () => {
  it("gets a receipt once the report is stored", async () => {
    const { services, resident } = await openResident();
    const { receipt } = await resident.reports.submit(report());
    expect(receiptCode.safeParse(receipt).success).toBe(true);
    expect(await storedReports(services)).toHaveLength(1);
  });

  it("leaves a rounded place, a day and what was picked, and nothing else", async () => {
    const { services, resident } = await openResident();
    const at = spotIn("hamnparken");
    await resident.reports.submit(
      report({
        at,
        reasons: ["lighting", "deserted"],
        when: [7, 55],
        light: "dark",
        impact: 3,
        voice: "mine",
      }),
    );
    const [row = {}] = await storedReports(services);
    const { east, north } = toGrid(at);
    expect(row).toMatchObject({
      feeling: "unsafe",
      east: Math.round(east / 10) * 10,
      north: Math.round(north / 10) * 10,
      area: "hamnparken",
      square: squareOf("hamnparken"),
      reasons: ["lighting", "deserted"],
      bins: String((1n << 7n) | (1n << 55n)),
      light: "dark",
      impact: 3,
      weight: 1,
      voice_day: null,
    });
    expect(Object.keys(row).sort()).toEqual(
      [
        ["area", "bins", "burst", "client_key_hash", "east", "feeling", "id", "impact", "light", "north"],
        ["reasons", "receipt_hash", "received_on", "square", "unproven", "voice_dark", "voice_day", "weight"],
      ].flat(),
    );
  });

  it("is dated by the local day of Karlshamn, not by that of Greenwich", async () => {
    const services = await openTestServices({ at: "2026-06-30T22:30:00Z" });
    await (await callerFor(services, "resident")).reports.submit(report());
    expect(await services.rows("select received_on::text as day from reports")).toEqual([
      { day: "2026-07-01" },
    ]);
  });

  it("concerns always when no time is picked", async () => {
    const { services, resident } = await openResident();
    await resident.reports.submit(report({ when: [] }));
    expect(await services.rows("select bins::text from reports")).toEqual([{ bins: String(2n ** 56n - 1n) }]);
  });

  it("is kept in the area that holds its rounded place, also at the edge of an area", async () => {
    const { services, resident } = await openResident();
    for (const { squares } of services.town.areas.values()) {
      const { east, north } = squareCorner(squares[0] as string);
      // In the square's corner: rounding to ten metres leaves it, into another square or out of the centre.
      await resident.reports.submit(report({ at: toLngLat({ east: east + 0.4, north: north + 0.4 }) }));
    }
    const stored = await services.rows<GridPosition & { area: string; square: string }>(
      "select east, north, area, square from reports",
    );
    expect(stored).toHaveLength(services.town.areas.size);
    for (const { east, north, area, square } of stored) {
      expect(services.town.areaAt({ east, north })).toBe(area);
      expect(squareAt({ east, north })).toBe(square);
    }
  });
});

describe("a report that is sent again", () => {
  it("is stored once and answered with the same receipt", async () => {
    const { services, resident } = await openResident();
    const input = report();
    const first = await resident.reports.submit(input);
    expect(await resident.reports.submit(input)).toEqual(first);
    expect(await storedReports(services)).toHaveLength(1);
  });

  it("is stored once when ten sends arrive at the same time, on two nodes", async () => {
    const services = await openTestServices();
    const nodes = [services, await services.openNode()];
    const residents = await Promise.all(nodes.map((node) => callerFor(node, "resident")));
    for (let round = 0; round < 10; round++) {
      const input = report({ voice: `device ${round}` });
      const answers = await Promise.all(
        Array.from({ length: 10 }, async (_, index) => residents[index % 2]?.reports.submit(input)),
      );
      expect(new Set(answers.map((answer) => answer?.receipt)).size).toBe(1);
    }
    expect(await storedReports(services)).toHaveLength(10);
    expect(await services.rows("select distinct weight from reports")).toEqual([{ weight: 1 }]);
    expect(await services.rows("select distinct cells from voice_caps")).toEqual([{ cells: 1 }]);
  });

  it("is stored once also when what it says has changed since: the first stands", async () => {
    const { services, resident } = await openResident();
    const clientKey = randomUUID();
    await resident.reports.submit(report({ clientKey, reasons: ["lighting"] }));
    await resident.reports.submit(report({ clientKey, reasons: ["deserted"] }));
    expect(await services.rows("select reasons from reports")).toEqual([{ reasons: ["lighting"] }]);
  });

  it("stays withdrawn", async () => {
    const { services, resident } = await openResident();
    const input = report();
    const { receipt } = await resident.reports.submit(input);
    await resident.reports.withdraw({ receipt });
    expect(await resident.reports.submit(input)).toEqual({ receipt });
    expect(await storedReports(services)).toHaveLength(0);
  });
});

describe("a report is refused, and nothing is stored,", () => {
  it.each([
    ["outside the centre", { at: { lng: 14.9, lat: 56.3 } }, "outsidePlace"],
    ["on the other side of the globe", { at: { lng: -165, lat: -56 } }, "outsidePlace"],
    ["at the pole", { at: { lng: 0, lat: 90 } }, "outsidePlace"],
    ["with numbers that are no degrees", { at: { lng: 1e300, lat: -1e300 } }, "outsidePlace"],
    ["with a reason that the town does not have", { reasons: ["aliens"] }, "unknownReason"],
    ["with a reason of the other feeling", { reasons: ["well-lit"] }, "unknownReason"],
    ["without a reason", { reasons: [] }, "invalidInput"],
    [
      "with seven reasons",
      {
        reasons: [
          "lighting",
          "lamp-out",
          "view-blocked",
          "deserted",
          "hidden-corners",
          "neglected",
          "traffic",
        ],
      },
      "invalidInput",
    ],
    ["with the same reason twice", { reasons: ["lighting", "lighting"] }, "invalidInput"],
    ["with a bin beyond the week", { when: [56] }, "invalidInput"],
    ["with a client key that is no uuid", { clientKey: "1" }, "invalidInput"],
    ["with an impact of four", { impact: 4 }, "invalidInput"],
    ["with a secret of 201 letters", { voice: "x".repeat(201) }, "invalidInput"],
    ["with a key that no report has", { comment: "Anna was here" }, "invalidInput"],
  ] as const)("%s", async (_, fields, code) => {
    const { services, resident } = await openResident();
    // The fields are wrong on purpose.
    const input = { ...report(), ...fields } as unknown as ReturnType<typeof report>;
    expect((await refusal(resident.reports.submit(input))).code).toBe(code);
    expect(await storedReports(services)).toHaveLength(0);
    expect(await services.rows("select * from voice_caps")).toHaveLength(0);
    expect(await services.rows("select * from voices")).toHaveLength(0);
  });

  it("with latitude and longitude swapped, and the right order is suggested", async () => {
    const { resident } = await openResident();
    const { lng, lat } = spotIn("stortorget");
    const refused = await refusal(resident.reports.submit(report({ at: { lng: lat, lat: lng } })));
    expect(refused).toMatchObject({ code: "swappedCoordinates", details: { suggestion: { lng, lat } } });
    expect(refused.message).toContain(`got longitude ${lat}, latitude ${lng}`);
  });

  it.each(["east first", "north first"])(
    "in metres of the national grid, %s, and degrees are suggested",
    async (order) => {
      const { resident } = await openResident();
      const { east, north } = toGrid(spotIn("stortorget"));
      const at = order === "east first" ? { lng: east, lat: north } : { lng: north, lat: east };
      const { code, details } = await refusal(resident.reports.submit(report({ at })));
      expect(code).toBe("gridAsDegrees");
      expect(details.suggestion?.lng).toBeCloseTo(spotIn("stortorget").lng, 5);
      expect(details.suggestion?.lat).toBeCloseTo(spotIn("stortorget").lat, 5);
    },
  );

  it("and the answer says where, what was expected and what came", async () => {
    const { resident } = await openResident();
    const input = { ...report(), impact: 9 } as unknown as ReturnType<typeof report>;
    const { details } = await refusal(resident.reports.submit(input));
    expect(details.problems).toEqual([{ path: "impact", expected: "0 or 1 or 2 or 3", got: "9" }]);
  });
});
