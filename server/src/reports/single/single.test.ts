import { DAY_MS } from "@trygg/shared/time/local.ts";
import type { ListInput } from "@trygg/shared/reports/marks.ts";
import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { noteChange } from "../../database/row-changes.ts";
import { clearExpired } from "../../retention/clear.ts";
import { type ProcedureCaller, callerFor, refusal } from "../../testing/people.ts";
import { measure, report, spotIn, squareOf } from "../../testing/samples.ts";
import { openTestServices } from "../../testing/services.ts";

const services = await openTestServices();
const resident = await callerFor(services, "resident");
const REASON = { reason: "Underlag för ny belysning" };

async function opened(role: "planner" | "coordinator" = "planner"): Promise<ProcedureCaller> {
  const caller = await callerFor(services, role);
  await caller.reports.giveReason(REASON);
  return caller;
}

/** Sends a report on a day; its id and its code. */
async function send(day = "2026-10-02", fields: Parameters<typeof report>[0] = {}) {
  services.clock.set(day);
  const { receipt } = await resident.reports.submit(report(fields));
  const [row] = await services.rows<{ id: string }>(
    "select id::text from reports order by xmin::text::bigint desc limit 1",
  );
  return { id: row?.id ?? "", receipt };
}

const told = (receipt: string) => resident.reports.receipt({ receipt });
const rowsOf = async (caller: ProcedureCaller, input: ListInput = {}) => {
  const list = await caller.reports.list(input);
  if (list.grain !== "point") throw new Error("expected points");
  return list;
};
const idsOf = async (caller: ProcedureCaller, input: ListInput = {}) =>
  (await rowsOf(caller, input)).rows.map(({ id }) => id);

beforeEach(async () => {
  await services.rows("truncate reports, report_marks, report_measures, measures, seen_areas cascade");
  // What is held in memory must hear of it too.
  await noteChange(services.db, "reports", ["2026-10", "2026-11"]);
  services.changes.tell("reports");
});

describe("a mark beside a report", () => {
  it("says that it is read, to its resident from the day after, with the day and no name", async () => {
    const { id, receipt } = await send("2026-10-02");
    const planner = await opened();
    expect(await planner.reports.mark({ ids: [id], seen: true })).toEqual({ changed: [id] });
    expect((await rowsOf(planner)).rows[0]).toMatchObject({ seenOn: "2026-10-02" });
    expect(await told(receipt)).toMatchObject({ state: "received" });
    services.clock.set("2026-10-03T00:00:00+02:00");
    expect(await told(receipt)).toMatchObject({ state: "seen", seenOn: "2026-10-02" });
  });

  it("changes only what it has not said already, so that it can be undone", async () => {
    const [a, b] = [await send(), await send()];
    const planner = await opened();
    await planner.reports.mark({ ids: [a.id], seen: true });
    const { changed } = await planner.reports.mark({ ids: [a.id, b.id], seen: true });
    expect(changed).toEqual([b.id]);
    expect(await planner.reports.mark({ ids: changed, seen: false })).toEqual({ changed });
    expect(await idsOf(planner, { only: "unseen" })).toEqual([b.id]);
  });

  it("that it tells of the same changes no count, and gives its resident what answers the original", async () => {
    const [first, second] = [await send(), await send()];
    const planner = await opened();
    const before = await planner.reports.summary();
    const { id: measureId } = await planner.measures.save(measure({ area: "stortorget" }));
    await planner.reports.link({ ids: [first.id], measure: measureId, linked: true });
    expect(await planner.reports.mark({ ids: [first.id, second.id], duplicateOf: first.id })).toEqual({
      changed: [second.id],
    });
    expect(await planner.reports.summary()).toEqual(before);
    const [listed] = (await planner.measures.list()).map(({ reports }) => reports);
    expect(listed).toBe(2);
    services.clock.advance(DAY_MS);
    for (const { receipt } of [first, second])
      expect(await told(receipt)).toMatchObject({
        state: "linked",
        linked: [measureId],
        measures: [{ id: measureId, area: "stortorget" }],
      });
    expect(await (await opened()).reports.mark({ ids: [second.id], duplicateOf: null })).toEqual({
      changed: [second.id],
    });
    expect(await told(second.receipt)).toMatchObject({ state: "seen", measures: [] });
  });

  it("points at no report that points on, also when two are pointed at each other at once", async () => {
    const [a, b, c] = [await send(), await send(), await send()];
    const planner = await opened();
    const both = await Promise.allSettled([
      planner.reports.mark({ ids: [a.id], duplicateOf: b.id }),
      planner.reports.mark({ ids: [b.id], duplicateOf: a.id }),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    const [duplicate] = await services.rows<{ id: string; original: string }>(
      "select report_id::text as id, duplicate_of::text as original from report_marks",
    );
    for (const chain of [
      { ids: [c.id], duplicateOf: duplicate?.id ?? "" },
      { ids: [duplicate?.original ?? ""], duplicateOf: c.id },
    ])
      expect((await refusal(planner.reports.mark(chain))).code).toBe("conflict");
  });

  it("puts the linked measure first among those of the area", async () => {
    const { id, receipt } = await send("2026-10-02");
    const planner = await opened();
    const linked = await planner.measures.save(measure({ title: "Klippta buskar" }));
    services.clock.set("2026-10-04");
    await (await opened()).measures.save(measure({ title: "Nya armaturer" }));
    await (await opened()).reports.link({ ids: [id], measure: linked.id, linked: true });
    services.clock.set("2026-10-05");
    const { state, measures } = await told(receipt);
    expect([state, measures.map(({ title }) => title)]).toEqual([
      "linked",
      ["Klippta buskar", "Nya armaturer"],
    ]);
  });

  it("goes with its report: taken back, past its time, or removed", async () => {
    const [gone, other] = [await send("2026-10-02"), await send("2026-10-02")];
    const planner = await opened();
    const { id: measureId } = await planner.measures.save(measure());
    const ids = [gone.id, other.id];
    await planner.reports.link({ ids, measure: measureId, linked: true });
    await planner.reports.mark({ ids: [other.id], duplicateOf: gone.id });
    await planner.reports.mark({ ids, seen: true });
    await resident.reports.withdraw({ receipt: gone.receipt });
    const left = () =>
      services.rows(
        "select report_id::text as id, duplicate_of from report_marks union all select report_id::text, null from report_measures",
      );
    expect(await left()).toEqual(Array.from({ length: 2 }, () => ({ id: other.id, duplicate_of: null })));
    services.clock.set("2029-01-01");
    await clearExpired(services);
    expect(await left()).toEqual([]);
  });

  it("stands in the log with who, why and which, and nowhere else", async () => {
    const { id } = await send();
    const planner = await opened();
    await planner.reports.mark({ ids: [id], seen: true });
    await planner.reports.mark({ ids: [id], seen: true });
    const logged = await services.rows(
      "select role, details from audit_log where action = 'reports.mark' and details->'reports' ? $1",
      [id],
    );
    expect(logged).toEqual([{ role: "planner", details: { ...REASON, seen: true, reports: [id] } }]);
    const columns = await services.rows<{ name: string }>(
      "select column_name as name from information_schema.columns where table_name in ('report_marks', 'report_measures')",
    );
    expect(columns.map(({ name }) => name).toSorted()).toEqual(
      ["duplicate_of", "linked_on", "measure_id", "report_id", "report_id", "seen_on"].toSorted(),
    );
  });
});

describe("what is not there, and what is nobody's to see", () => {
  /** A report that is set apart, and so counts nowhere. */
  async function apart(): Promise<string> {
    const { id } = await send();
    await services.rows("update reports set weight = 0 where id = $1", [id]);
    return id;
  }

  it("answer alike", async () => {
    const planner = await opened();
    const there = await send();
    const measureId = (await planner.measures.save(measure())).id;
    const answers = [];
    for (const id of [await apart(), randomUUID()])
      answers.push([
        await refusal(planner.reports.read({ id })),
        await planner.reports.mark({ ids: [id], seen: true }),
        await refusal(planner.reports.mark({ ids: [there.id], duplicateOf: id })),
        await planner.reports.link({ ids: [id], measure: measureId, linked: true }),
      ]);
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]).toMatchObject([
      { code: "notFound" },
      { changed: [] },
      { code: "notFound" },
      { changed: [] },
    ]);
    expect(await services.rows("select from report_marks")).toEqual([]);
  });

  it("are closed to whoever has given no reason, before anything is looked up", async () => {
    const { id } = await send();
    const closed = await callerFor(services, "coordinator");
    for (const call of [
      () => closed.reports.read({ id }),
      () => closed.reports.mark({ ids: [id], seen: true }),
      () => closed.reports.link({ ids: [id], measure: randomUUID(), linked: true }),
    ])
      expect((await refusal(call())).code).toBe("notAllowed");
  });

  it("a measure that is not there answers no report", async () => {
    const { id } = await send();
    const planner = await opened();
    const missing = planner.reports.link({ ids: [id], measure: randomUUID(), linked: true });
    expect((await refusal(missing)).code).toBe("notFound");
  });
});

describe("a report that is read", () => {
  it("tells what stands round it, and the look is logged with its id and square", async () => {
    const here = await send("2026-10-02", { at: spotIn("hamnparken") });
    const { lng, lat } = spotIn("hamnparken");
    const close = await send("2026-10-02", { at: { lng, lat: lat + 0.00027 } });
    await send("2026-10-02", { at: spotIn("stortorget") });
    const planner = await opened();
    const near = await planner.measures.save(measure());
    const linked = await planner.measures.save(measure({ area: "stortorget" }));
    await planner.reports.link({ ids: [here.id], measure: linked.id, linked: true });
    await planner.reports.mark({ ids: [close.id], duplicateOf: here.id });
    const read = await planner.reports.read({ id: here.id });
    expect(read).toMatchObject({
      id: here.id,
      square: squareOf("hamnparken"),
      whereabouts: { kind: expect.stringMatching(/street|crossing|place/) },
      linked: [linked.id],
      measuresNear: [near.id],
      duplicates: [close.id],
      inSquare: { reports: 1, voices: 1 },
      near: [{ id: close.id, metres: 30, duplicateOf: here.id }],
    });
    const [look] = await services.rows(
      "select details from audit_log where action = 'reports.read' order by id desc limit 1",
    );
    expect(look).toEqual({ details: { ...REASON, report: here.id, square: read.square } });
  });
});

describe("a window of the list", () => {
  it("is the same stretch of the whole list, whatever it is narrowed to", async () => {
    const sent = [];
    for (const day of [
      "2026-10-02",
      "2026-10-02",
      "2026-10-02",
      "2026-10-05",
      "2026-10-05",
      "2026-11-01",
      "2026-11-03",
    ])
      sent.push(await send(day, { reasons: [sent.length % 2 ? "lighting" : "deserted"] }));
    const planner = await opened();
    const { id: measureId } = await planner.measures.save(measure());
    const ids = sent.map(({ id }) => id);
    await planner.reports.mark({ ids: ids.slice(0, 2), seen: true });
    await planner.reports.link({ ids: ids.slice(2, 5), measure: measureId, linked: true });
    const lists: [ListInput, number][] = [
      [{}, 7],
      [{ reasons: ["lighting"] }, 3],
      [{ from: "2026-10-05", to: "2026-11-01" }, 3],
      [{ only: "unseen" }, 5],
      [{ only: "linked" }, 3],
      [{ only: "unlinked" }, 4],
      [{ measure: measureId }, 3],
      [{ measure: randomUUID() }, 0],
      [{ at: spotIn("hamnparken") }, 7],
      [{ at: spotIn("stortorget") }, 0],
    ];
    for (const [input, expected] of lists) {
      const whole = await rowsOf(planner, input);
      expect([input, whole.all, whole.rows.length]).toEqual([input, expected, expected]);
      expect(whole.rows.map(({ receivedOn }) => receivedOn)).toEqual(
        whole.rows
          .map(({ receivedOn }) => receivedOn)
          .toSorted()
          .toReversed(),
      );
      for (let skip = 0; skip <= expected; skip++)
        for (const count of [1, 3]) {
          const window = await rowsOf(planner, { ...input, skip, count });
          expect([window.all, window.rows]).toEqual([expected, whole.rows.slice(skip, skip + count)]);
        }
    }
  });

  it("is logged once for a list, session and minute, and again when the list has changed", async () => {
    for (let sent = 0; sent < 3; sent++) await send("2026-10-02");
    const planner = await opened();
    const looks = async () =>
      services.rows(
        "select details->'filter' as filter, details->'rows' as rows from audit_log where action = 'reports.points' and details->'filter' = '{\"to\":\"2026-10-02\"}' order by id",
      );
    const window = (skip: number) => planner.reports.list({ to: "2026-10-02", skip, count: 1 });
    await Promise.all([0, 1, 2].map(window));
    expect(await looks()).toEqual([{ filter: { to: "2026-10-02" }, rows: 3 }]);
    await send("2026-10-02");
    await window(0);
    expect((await looks()).at(-1)).toEqual({ filter: { to: "2026-10-02" }, rows: 4 });
    services.clock.advance(60_000);
    await window(0);
    expect(await looks()).toHaveLength(3);
    const other = await opened("coordinator");
    await other.reports.list({ to: "2026-10-02" });
    expect(await looks()).toHaveLength(4);
  });
});
