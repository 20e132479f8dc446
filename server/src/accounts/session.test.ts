import { HOUR_MS } from "@trygg/shared/time/local.ts";
import { describe, expect, it } from "vitest";
import { openSessionFor } from "../testing/people.ts";
import { type TestServices, openTestServices } from "../testing/services.ts";
import { closeSession, forgetOldSessions, readSession } from "./session.ts";

const MINUTE_MS = 60_000;

async function openSession() {
  const services = await openTestServices();
  return { services, token: await openSessionFor(services, { role: "police" }) };
}

const isOpen = async (services: TestServices, token: string) => (await readSession(services, token)) !== null;

describe("a session", () => {
  it("knows who signed in, and is stored without its token", async () => {
    const { services, token } = await openSession();
    expect(await readSession(services, token)).toMatchObject({
      role: "police",
      name: "police",
      pointsReason: null,
    });
    expect(JSON.stringify(await services.rows("select * from sessions"))).not.toContain(token);
  });

  it("ends after thirty minutes without use, not before", async () => {
    const { services, token } = await openSession();
    services.clock.advance(30 * MINUTE_MS - 1);
    expect(await isOpen(services, token)).toBe(true);
    services.clock.advance(30 * MINUTE_MS + 1);
    expect(await isOpen(services, token)).toBe(false);
  });

  it("is kept alive by use, for twelve hours at most", async () => {
    const { services, token } = await openSession();
    for (let quarter = 0; quarter < 47; quarter++) {
      services.clock.advance(15 * MINUTE_MS);
      expect(await isOpen(services, token)).toBe(true);
    }
    services.clock.advance(15 * MINUTE_MS);
    expect(await isOpen(services, token)).toBe(false);
  });

  it("notes its use once a minute at most", async () => {
    const { services, token } = await openSession();
    const seen = async () =>
      (await services.rows<{ at: Date }>("select seen_at as at from sessions"))[0]?.at.getTime();
    const opened = await seen();
    services.clock.advance(MINUTE_MS);
    await readSession(services, token);
    expect(await seen()).toBe(opened);
    services.clock.advance(1);
    await readSession(services, token);
    expect(await seen()).toBe(services.clock.now);
  });

  it("ends at once when it is closed, on every node", async () => {
    const { services, token } = await openSession();
    const other = await services.openNode();
    const session = await readSession(services, token);
    if (!session) throw new Error("expected an open session");
    await closeSession(services, session);
    expect(await readSession(services, token)).toBeNull();
    expect(await readSession(other, token)).toBeNull();
  });

  it("ends at once when its account is disabled or deleted, and follows a change of role", async () => {
    const { services, token } = await openSession();
    await services.rows("update accounts set role = 'partner'");
    expect(await readSession(services, token)).toMatchObject({ role: "partner" });
    await services.rows("update accounts set disabled = true");
    expect(await isOpen(services, token)).toBe(false);
    await services.rows("update accounts set disabled = false");
    expect(await isOpen(services, token)).toBe(true);
    await services.rows("delete from accounts");
    expect(await isOpen(services, token)).toBe(false);
  });

  it.each([undefined, "", "x", "'; drop table sessions; --"])("is none with the token %j", async (token) => {
    const { services } = await openSession();
    expect(await readSession(services, token)).toBeNull();
  });

  it("is forgotten once it has ended", async () => {
    const { services } = await openSession();
    services.clock.advance(HOUR_MS / 4);
    await openSessionFor(services, { role: "police" });
    services.clock.advance(HOUR_MS / 4 + 1);
    await forgetOldSessions(services);
    expect(await services.rows("select * from sessions")).toHaveLength(1);
  });
});
