import { describe, expect, it } from "vitest";
import { callerFor, refusal } from "../testing/people.ts";
import { measure, report, spotIn } from "../testing/samples.ts";
import { openTestServices } from "../testing/services.ts";

async function openWithReport(at?: string) {
  const services = await openTestServices(at ? { at } : {});
  const resident = await callerFor(services, "resident");
  const { receipt } = await resident.reports.submit(report({ at: spotIn("hamnparken"), voice: "mine" }));
  return { services, resident, receipt };
}

describe("a receipt", () => {
  it("tells where, since when and that the report has come in", async () => {
    const { resident, receipt } = await openWithReport("2026-10-02");
    expect(await resident.reports.receipt({ receipt })).toEqual({
      state: "received",
      area: "hamnparken",
      since: "2026-10-02",
      measures: [],
    });
  });

  it("tells what is being done about the area, and nothing of other areas", async () => {
    const { services, resident, receipt } = await openWithReport();
    const planner = await callerFor(services, "planner");
    await planner.measures.save(measure({ area: "hamnparken", title: "Nya lampor", cost: 90_000 }));
    await planner.measures.save(measure({ area: "stortorget", title: "Andra lampor" }));
    const { measures } = await resident.reports.receipt({ receipt });
    expect(measures.map(({ title }) => title)).toEqual(["Nya lampor"]);
    expect(measures[0]).not.toHaveProperty("cost");
  });

  it.each([
    ["in lower case", (code: string) => code.toLowerCase()],
    ["without hyphens", (code: string) => code.replaceAll("-", "")],
    ["with spaces", (code: string) => ` ${code.replaceAll("-", " ")} `],
    ["with the letter O for the digit 0", (code: string) => code.replaceAll("0", "O")],
    ["with the letter l for the digit 1", (code: string) => code.replaceAll("1", "l")],
    ["with the letter I for the digit 1", (code: string) => code.replaceAll("1", "I")],
  ])("is understood %s", async (_, written) => {
    const { resident, receipt } = await openWithReport();
    expect((await resident.reports.receipt({ receipt: written(receipt) })).state).toBe("received");
  });

  it.each(["ABCD-EFGH-JKMN", "0000-0000-0000"])("that was never given (%s) is not found", async (code) => {
    const { resident } = await openWithReport();
    expect((await refusal(resident.reports.receipt({ receipt: code }))).code).toBe("notFound");
  });

  it.each(["", "ABCD", "ABCD-EFGH-JKMU", "ABCD-EFGH-JKMN-PQRS", "åäö", "'; drop table reports; --"])(
    'that is no receipt ("%s") is refused',
    async (code) => {
      const { resident } = await openWithReport();
      expect((await refusal(resident.reports.receipt({ receipt: code }))).code).toBe("invalidInput");
    },
  );

  it("is kept as a keyed hash only", async () => {
    const { services, receipt } = await openWithReport();
    const [row] = await services.rows<{ receipt_hash: Buffer }>("select receipt_hash from reports");
    expect(row?.receipt_hash).toHaveLength(32);
    expect(JSON.stringify(await services.rows("select * from reports"))).not.toContain(receipt);
  });

  it("is another one for every report", async () => {
    const { resident } = await openWithReport();
    const codes = new Set<string>();
    for (let sent = 0; sent < 50; sent++) codes.add((await resident.reports.submit(report())).receipt);
    expect(codes.size).toBe(50);
  });
});

describe("taking a report back", () => {
  it("deletes its row at once and leaves an answer for the code", async () => {
    const { services, resident, receipt } = await openWithReport();
    services.clock.set("2026-11-24");
    expect(await resident.reports.withdraw({ receipt })).toEqual({ state: "withdrawn" });
    expect(await services.rows("select * from reports")).toEqual([]);
    expect(await resident.reports.receipt({ receipt })).toEqual({
      state: "withdrawn",
      area: "",
      since: "2026-11-24",
      measures: [],
    });
  });

  it("keeps of the report neither place, reason, time nor voice", async () => {
    const { services, resident, receipt } = await openWithReport();
    await resident.reports.withdraw({ receipt });
    const [left = {}] = await services.rows("select * from withdrawals");
    expect(Object.keys(left).sort()).toEqual([
      "client_key_hash",
      "receipt_hash",
      "report_id",
      "withdrawn_on",
    ]);
  });

  it("may be done twice, also at the same time", async () => {
    const { services, resident, receipt } = await openWithReport();
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => resident.reports.withdraw({ receipt })),
    );
    expect(answers).toEqual(Array.from({ length: 5 }, () => ({ state: "withdrawn" })));
    expect(await resident.reports.withdraw({ receipt })).toEqual({ state: "withdrawn" });
    expect(await services.rows("select * from withdrawals")).toHaveLength(1);
  });

  it("needs a code that was given", async () => {
    const { services, resident } = await openWithReport();
    expect((await refusal(resident.reports.withdraw({ receipt: "ABCD-EFGH-JKMN" }))).code).toBe("notFound");
    expect(await services.rows("select * from reports")).toHaveLength(1);
  });

  it("leaves what others have reported", async () => {
    const { services, resident, receipt } = await openWithReport();
    await resident.reports.submit(report());
    await resident.reports.withdraw({ receipt });
    expect(await services.rows("select * from reports")).toHaveLength(1);
  });
});

describe("a report that takes the place of another", () => {
  it("takes the old one back once it is stored itself, with one voice throughout", async () => {
    const { services, resident, receipt } = await openWithReport();
    const changed = await resident.reports.submit(
      report({ voice: "mine", reasons: ["deserted"], replaces: receipt }),
    );
    expect(await services.rows("select reasons, weight from reports")).toEqual([
      { reasons: ["deserted"], weight: 1 },
    ]);
    expect(await services.rows("select * from voices")).toHaveLength(1);
    expect((await resident.reports.receipt({ receipt })).state).toBe("withdrawn");
    expect((await resident.reports.receipt(changed)).state).toBe("received");
  });

  it("leaves the old one where it is refused", async () => {
    const { resident, receipt } = await openWithReport();
    const refused = await refusal(
      resident.reports.submit(report({ reasons: ["well-lit"], replaces: receipt })),
    );
    expect(refused.code).toBe("unknownReason");
    expect((await resident.reports.receipt({ receipt })).state).toBe("received");
  });

  it("may be sent again, and takes back what a send that was cut short has left", async () => {
    const { services, resident, receipt } = await openWithReport();
    const changed = report({ voice: "mine" });
    await resident.reports.submit(changed);
    const again = await resident.reports.submit({ ...changed, replaces: receipt });
    expect(await resident.reports.submit({ ...changed, replaces: receipt })).toEqual(again);
    expect(await services.rows("select * from reports")).toHaveLength(1);
    expect((await resident.reports.receipt(again)).state).toBe("received");
  });

  it("is not stored where the other was never there", async () => {
    const { services, resident } = await openWithReport();
    const refused = await refusal(resident.reports.submit(report({ replaces: "ABCD-EFGH-JKMN" })));
    expect(refused.code).toBe("notFound");
    expect(await services.rows("select * from reports")).toHaveLength(1);
  });
});
