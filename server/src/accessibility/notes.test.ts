import { describe, expect, it } from "vitest";
import { clearExpired } from "../retention/clear.ts";
import { openTestApp } from "../testing/http.ts";
import { callerFor, refusal } from "../testing/people.ts";
import { report } from "../testing/samples.ts";
import { openTestServices } from "../testing/services.ts";

const text = "Tabellen läses inte upp.";
const formType = { "content-type": "application/x-www-form-urlencoded" };

describe("a note about what does not work", () => {
  it("is kept with its day, page and words, and with nothing else", async () => {
    const services = await openTestServices({ at: "2026-11-23" });
    const resident = await callerFor(services, "resident");
    await resident.accessibility.sendNote({ page: "/loftet", text: `  ${text}\n` });
    const rows = await services.rows("select * from accessibility_notes");
    expect(rows).toEqual([{ id: expect.any(String), day: expect.anything(), page: "/loftet", text }]);
    const admin = await callerFor(services, "admin");
    expect(await admin.accessibility.notes()).toMatchObject([{ day: "2026-11-23", page: "/loftet", text }]);
  });

  it.each([
    ["too short", { text: " abc  " }],
    ["too long", { text: "x".repeat(1001) }],
    ["with characters that no page can show", { text: `${text}\u0000` }],
    ["about no page of ours", { text, page: "/elsewhere" }],
    ["with a name beside it", { text, email: "anna@example.se" }],
  ])("is refused when it is %s", async (_why, input) => {
    const services = await openTestServices();
    const resident = await callerFor(services, "resident");
    const sent = resident.accessibility.sendNote(input as { text: string });
    expect((await refusal(sent)).code).toBe("invalidInput");
    expect(await services.rows("select * from accessibility_notes")).toEqual([]);
  });

  it("is taken away for good by those who may, and the log does not repeat it", async () => {
    const services = await openTestServices();
    await (await callerFor(services, "resident")).accessibility.sendNote({ text });
    const [admin, planner] = [await callerFor(services, "admin"), await callerFor(services, "planner")];
    const [{ id } = { id: "" }] = await admin.accessibility.notes();
    expect((await refusal(planner.accessibility.removeNote({ id }))).code).toBe("notAllowed");
    await admin.accessibility.removeNote({ id });
    expect(await admin.accessibility.notes()).toEqual([]);
    expect((await refusal(admin.accessibility.removeNote({ id }))).code).toBe("notFound");
    const log = JSON.stringify(await services.rows("select action, details from audit_log"));
    expect(log).toContain("accessibility.removeNote");
    expect(log).not.toContain(text);
  });

  it("is deleted on the day that the town's table says, not a moment before", async () => {
    const services = await openTestServices({ at: "2026-11-23" });
    await (await callerFor(services, "resident")).accessibility.sendNote({ text });
    services.clock.set("2027-11-22T23:59:59+01:00");
    expect(await clearExpired(services)).toMatchObject({ accessibilityNotes: 0 });
    services.clock.advance(1000);
    expect(await clearExpired(services)).toMatchObject({ accessibilityNotes: 1 });
    expect(await services.rows("select * from accessibility_notes")).toEqual([]);
  });

  it("is one of at most twenty from a network in ten minutes, and keeps nobody from reporting", async () => {
    const services = await openTestServices({ limits: true });
    const { call, send } = await openTestApp(services);
    for (let sent = 0; sent < 20; sent++)
      expect((await call("accessibility.sendNote", { text })).status).toBe(200);
    expect((await call("accessibility.sendNote", { text })).error.code).toBe("tooManyRequests");
    await send("POST", "/tillganglighet", new URLSearchParams({ text }).toString(), formType);
    expect(await services.rows("select 1 from accessibility_notes")).toHaveLength(20);
    expect((await call("reports.submit", report())).status).toBe(200);
  });

  it("comes just the same from a form without script", async () => {
    const services = await openTestServices();
    const { send } = await openTestApp(services);
    const body = new URLSearchParams({ page: "/kvitto", text: `${text}\r\nInte knappen heller.` });
    expect((await send("POST", "/tillganglighet", body.toString(), formType)).status).toBe(200);
    await send(
      "POST",
      "/tillganglighet",
      new URLSearchParams({ page: "", text: "abc" }).toString(),
      formType,
    );
    expect(await services.rows("select page, text from accessibility_notes")).toEqual([
      { page: "/kvitto", text: `${text}\nInte knappen heller.` },
    ]);
  });
});
