import { feelings, impacts, lights } from "@trygg/shared/reports/terms.ts";
import type { ReportFilter } from "@trygg/shared/reports/filter.ts";
import { addDays } from "@trygg/shared/time/local.ts";
import { describe, expect, it } from "vitest";
import type { Services } from "../context.ts";
import { type Random, makeRandom } from "../demonstration/random.ts";
import { noMapping } from "../imports/mapping.ts";
import { runImport } from "../imports/run.ts";
import { squaresWithMeasures } from "../measures/near.ts";
import { sumSquareBins, sumSquares } from "../patrols/columns/tally.ts";
import { instantsOf } from "../patrols/period.ts";
import { tallyAreas, tallyReasons, tallySquareReasons, tallySquares } from "../reports/columns/tally.ts";
import { weighWorry } from "../reports/columns/worry.ts";
import { clearExpired } from "../retention/clear.ts";
import { writeImportFile } from "../testing/files.ts";
import { type ProcedureCaller, callerFor } from "../testing/people.ts";
import { plainPresence, plainTallies, plainWorry } from "../testing/plain-answers.ts";
import { measure, patrol, report, spotIn } from "../testing/samples.ts";
import { type TestServices, openTestServices } from "../testing/services.ts";

const BEGIN = "2026-01-10";

/** Everything that may happen to a store, by how often it does. */
function actions(services: TestServices, random: Random) {
  const receipts: string[] = [];
  const areas = [...services.town.areas.values()];
  const some = <T>(list: readonly T[], most: number) => [
    ...new Set(Array.from({ length: random.whole(1, most) }, () => random.pick(list))),
  ];
  const reasonsOf = (feeling: string) =>
    [...services.town.reasons.values()].filter((each) => each.feeling === feeling).map(({ id }) => id);
  const spot = () => {
    const area = random.pick(areas);
    return spotIn(area.id, random.whole(0, area.squares.length - 1));
  };
  const submit = async () => {
    const feeling = random.pick(feelings);
    const resident = await callerFor(services, "resident");
    const { receipt } = await resident.reports.submit(
      report({
        at: spot(),
        feeling,
        light: random.pick(lights),
        reasons: some(reasonsOf(feeling), 6),
        when: random.next() < 0.2 ? [] : some([...Array(56).keys()], 12),
        ...(random.next() < 0.7 ? { impact: random.pick(impacts) } : {}),
        // Few devices, so that some speak often, of many places, and past their cap.
        ...(random.next() < 0.8 ? { voice: `device ${random.whole(1, 12)}` } : {}),
      }),
    );
    receipts.push(receipt);
  };
  return {
    submit,
    burst: async () => void (await Promise.all(Array.from({ length: 6 }, submit))),
    async withdraw() {
      const resident = await callerFor(services, "resident");
      const [receipt] = receipts.splice(random.whole(0, receipts.length), 1);
      if (receipt) await resident.reports.withdraw({ receipt });
    },
    async pass() {
      const today = new Date(services.clock.now).toISOString().slice(0, 10);
      services.clock.set(addDays(today, random.whole(1, 40)));
    },
    expire: async () => void (await clearExpired(services)),
    async patrol() {
      const police = await callerFor(services, "police");
      const end = services.clock.now - random.whole(1, 400) * 3_600_000;
      await police.patrols.log(
        patrol({
          kind: random.pick(["foot", "traffic"]),
          from: new Date(end - random.whole(20, 400) * 60_000).toISOString(),
          to: new Date(end).toISOString(),
          where: { area: random.pick(areas).id },
        }),
      );
    },
    async measure() {
      const planner = await callerFor(services, "planner");
      const { lng, lat } = spot();
      const where = { type: "Point" as const, coordinates: [lng, lat] as [number, number] };
      const area = random.pick(areas).id;
      await planner.measures.save(measure({ area, ...(random.next() < 0.5 ? { where } : {}) }));
    },
    async import() {
      const square = `49${random.whole(10, 20)}006225000;${random.whole(1, 90)};30`;
      const file = writeImportFile("rutor.csv", `Ruta;Pop;Bostäder\n${square}\n`);
      const order = { kind: "population" as const, mapping: noMapping, dryRun: false, keepGood: true, file };
      await runImport(services, order, { accountId: null, role: "operator" });
    },
  };
}

const often = { submit: 45, burst: 5, withdraw: 12, pass: 14, expire: 6, patrol: 10, measure: 5, import: 3 };

function anyFilter(services: Services, random: Random): ReportFilter {
  const maybe = <T extends object>(chance: number, part: () => T): T | object =>
    random.next() < chance ? part() : {};
  const some = <T>(list: readonly T[], most: number) =>
    Array.from({ length: random.whole(1, most) }, () => random.pick(list));
  return {
    ...maybe(0.4, () => ({ from: addDays(BEGIN, random.whole(0, 400)) })),
    ...maybe(0.4, () => ({ to: addDays(BEGIN, random.whole(200, 1200)) })),
    ...maybe(0.2, () => ({
      months: some(
        [...Array(12).keys()].map((month) => month + 1),
        4,
      ),
    })),
    ...maybe(0.4, () => ({ bins: some([...Array(56).keys()], 5) })),
    ...maybe(0.4, () => ({ light: random.pick(["dark", "light"] as const) })),
    ...maybe(0.5, () => ({ feeling: random.pick(feelings) })),
    ...maybe(0.3, () => ({ reasons: [...some([...services.town.reasons.keys()], 3), "no-such-reason"] })),
    ...maybe(0.3, () => ({ areas: some([...services.town.areas.keys()], 4) })),
    ...maybe(0.2, () => ({ impact: random.pick(impacts) })),
    ...maybe(0.2, () => ({ measures: random.pick(["with", "without"] as const) })),
  };
}

/** Every answer that the columns give for a filter beside what SQL says. */
async function compare(services: TestServices, node: Services, filter: ReportFilter): Promise<void> {
  await services.afterwards.finished();
  const near = await squaresWithMeasures(services);
  const reports = await node.columns.reports();
  const plain = await plainTallies(services.rows, filter, near);
  const { total, areas } = tallyAreas(reports, filter, near);
  expect(total).toEqual(plain.total);
  expect(areas).toEqual(plain.areas);
  expect(tallySquares(reports, filter, near)).toEqual(plain.squares);
  expect(tallyReasons(reports, filter, near)).toEqual(plain.reasons);
  const bySquare = tallySquareReasons(reports, filter, near);
  expect([...bySquare.values()].flat().length).toBe(plain.squareReasons.length);
  for (const { square, reason, voices } of plain.squareReasons)
    expect(bySquare.get(square)?.find((each) => each.reason === reason)?.voices).toBe(voices);

  const worry = weighWorry(reports, filter, near);
  const plainly = await plainWorry(services.rows, filter, near);
  expect(worry.total).toBe(plainly.total);
  expect(worry.cells.length).toBe(plainly.cells.size);
  for (const { square, bin, worry: weight, voices } of worry.cells) {
    const cell = plainly.cells.get(`${square} ${bin}`);
    expect(voices).toBe(cell?.voices.size);
    expect(weight).toBeCloseTo(cell?.worry ?? -1, 9);
  }

  const days = { from: filter.from ?? BEGIN, to: filter.to ?? "2030-01-01" };
  if (days.from > days.to) return;
  const { from, to } = instantsOf(services, days);
  const hours = filter.bins?.length
    ? filter.bins.flatMap((bin) => [bin * 3, bin * 3 + 1])
    : [...Array(168).keys()];
  const dark = filter.light === undefined ? undefined : filter.light === "dark";
  const presence = await node.columns.presence();
  const plainSums = await plainPresence(services.rows, from, to, hours, dark);
  const sums = sumSquares(presence, { from, to, hours, dark });
  expect(sums.map(({ minutes: _minutes, ...rest }) => rest)).toEqual(
    plainSums.squares.map(({ minutes: _minutes, ...rest }) => rest),
  );
  for (const [index, { minutes }] of sums.entries())
    expect(minutes).toBeCloseTo(plainSums.squares[index]?.minutes ?? -1, 9);
  const bins = sumSquareBins(presence, { from, to, hours, dark });
  expect(
    new Map(bins.map(({ square, bin, minutes }) => [`${square} ${bin}`, Math.round(minutes * 60)])),
  ).toEqual(
    new Map(plainSums.bins.map(({ square, bin, minutes }) => [`${square} ${bin}`, Math.round(minutes * 60)])),
  );
}

describe.each(["one", "two", "three"])("after a random history (%s)", (seed) => {
  it("the columns answer everything as SQL does, at once on this node and soon on another", async () => {
    const services = await openTestServices({ at: BEGIN });
    const other = await services.openNode();
    const random = makeRandom(seed);
    const act = actions(services, random);
    await other.columns.reports();
    for (let step = 0; step < 120; step++) {
      await act[random.weighted(often) as keyof typeof often]();
      if (step % 4 === 0) await compare(services, services, anyFilter(services, random));
    }
    await compare(services, services, {});
    const count = (await services.columns.reports()).blocks;
    const rows = [...count.values()].reduce((sum, block) => sum + block.count, 0);
    expect(rows).toBeGreaterThan(20);
    await expect
      .poll(async () =>
        [...(await other.columns.reports()).blocks.values()].reduce((sum, { count: n }) => sum + n, 0),
      )
      .toBe(rows);
    for (let filters = 0; filters < 10; filters++)
      await compare(services, other, anyFilter(services, random));
  });
});

describe("a node whose line to the store was cut for long", () => {
  it("reads all anew when the notes it missed are forgotten", async () => {
    const services = await openTestServices({ at: BEGIN });
    const resident: ProcedureCaller = await callerFor(services, "resident");
    await resident.reports.submit(report());
    expect(tallyAreas(await services.columns.reports(), {}, new Set()).total.reports).toBe(1);
    // Another node stores and tidies up while this one hears nothing.
    const other = await services.openNode();
    const elsewhere = await callerFor(other, "resident");
    await elsewhere.reports.submit(report());
    await services.rows("insert into store_facts values ('changesKeptFrom', '{\"xid\": \"99999999999\"}')");
    await services.rows("delete from row_changes");
    services.changes.tell("reports");
    expect(tallyAreas(await services.columns.reports(), {}, new Set()).total.reports).toBe(2);
  });
});
