import { roles } from "@trygg/shared/accounts/schema.ts";
import { feelingOfKind, impactOfKind, lightOfKind } from "@trygg/shared/reports/kind.ts";
import { binsOfRest, dayOfRest, kindOfRest, readPoints } from "@trygg/shared/reports/points.ts";
import { addDays } from "@trygg/shared/time/local.ts";
import { describe, expect, it } from "vitest";
import { openTestApp } from "../testing/http.ts";
import { openTestServices } from "../testing/services.ts";

const services = await openTestServices({ demonstration: true });
const { app, call, send, signedIn } = await openTestApp(services);

const json = { "content-type": "application/json" };
const ask = (filter: unknown, headers: Record<string, string>) =>
  send("POST", "/reports/points", JSON.stringify(filter), { ...json, ...headers });

async function planner(): Promise<Record<string, string>> {
  const headers = await signedIn("planner");
  await call("reports.giveReason", { reason: "Belysningsplan 2027" }, headers);
  return headers;
}

/** Each report of a buffer in words. */
async function read(filter: object, headers: Record<string, string>) {
  const { rawPayload } = await app.inject({
    method: "POST",
    url: "/reports/points",
    headers: { ...json, ...headers },
    payload: JSON.stringify(filter),
  });
  const { head, words } = readPoints(
    rawPayload.buffer.slice(rawPayload.byteOffset, rawPayload.byteOffset + rawPayload.length) as ArrayBuffer,
  );
  return Array.from({ length: words.length / 3 }, (_word, index) => {
    const [cell = 0, reasons = 0, rest = 0] = words.subarray(index * 3, index * 3 + 3);
    const kind = kindOfRest(rest);
    return {
      east: head.east + (cell % head.width) * head.step,
      north: head.north + Math.floor(cell / head.width) * head.step,
      reasons: head.reasons.filter((_, bit) => ((reasons >>> bit) & 1) === 1).toSorted(),
      received_on: addDays(head.firstDay, dayOfRest(rest)),
      feeling: feelingOfKind(kind),
      light: lightOfKind(kind),
      impact: impactOfKind(kind),
      bins: binsOfRest(rest),
    };
  });
}

const inOrder = (rows: object[]) => rows.map((row) => JSON.stringify(row)).toSorted();

describe("single reports as bytes", () => {
  it("are what the store holds, for a whole filter", async () => {
    const headers = await planner();
    const stored = await services.rows(
      `select east, north, array(select unnest(reasons) order by 1) as reasons, to_char(received_on, 'YYYY-MM-DD')
         as received_on, feeling, light, impact, bit_count(bins::bit(64))::int as bins
       from reports where weight = 1 and feeling = 'unsafe' and light <> 'light' and received_on >= '2026-03-05'
       and reasons && array['lighting', 'deserted']`,
    );
    expect(stored.length).toBeGreaterThan(50);
    const told = await read(
      { feeling: "unsafe", light: "dark", from: "2026-03-05", reasons: ["lighting", "deserted"] },
      headers,
    );
    expect(inOrder(told)).toEqual(inOrder(stored));
  });

  it("are none where nothing matches", async () => {
    expect(await read({ from: "2199-01-01" }, await planner())).toEqual([]);
  });

  it("are kept nowhere on the way, and every look is logged with its reason and its filter", async () => {
    const headers = await planner();
    const { status, headers: answered } = await ask({ areas: ["hamnparken"] }, headers);
    expect([status, answered["content-type"], answered["cache-control"]]).toEqual([
      200,
      "application/octet-stream",
      "private, no-store",
    ]);
    const [look] = await services.rows(
      "select role, details from audit_log where action = 'reports.points' order by id desc limit 1",
    );
    expect(look).toMatchObject({
      role: "planner",
      details: { reason: "Belysningsplan 2027", filter: { areas: ["hamnparken"] } },
    });
  });

  it("are not shown before a reason is given, nor to anybody whose role has none", async () => {
    for (const role of roles) {
      const { status, error } = await ask({}, await signedIn(role));
      expect([role, status, error.code]).toEqual([role, 403, "notAllowed"]);
    }
    expect((await ask({}, {})).error.code).toBe("notSignedIn");
  });

  it.each<[string, unknown]>([
    ["a filter of another shape", { feeling: "cold" }],
    ["an unknown field", { colour: "red" }],
    ["no object", [1]],
  ])("are refused for %s, with what was expected", async (_, filter) => {
    const { status, error } = await ask(filter, await planner());
    expect([status, error.code]).toEqual([400, "invalidInput"]);
    expect(error.message).toContain("expected");
  });
});
