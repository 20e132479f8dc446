import { describe, expect, it } from "vitest";
import { verifyPassword } from "../accounts/password.ts";
import { callerFor } from "../testing/people.ts";
import { type TestServices, openTestServices } from "../testing/services.ts";
import { demonstrationPassword, loadDemonstration } from "./load.ts";

const tables = [
  "accounts",
  "reports",
  "voices",
  "voice_caps",
  "patrols",
  "patrol_visits",
  "patrol_stays",
  "lamps",
  "measures",
  "dialogues",
  "evidence",
  "releases",
  "release_files",
  "told_cells",
];

async function countOf(services: TestServices, what: string): Promise<number> {
  const [row] = await services.rows<{ count: number }>(`select count(*)::int as count from ${what}`);
  return row?.count ?? 0;
}

async function counts(services: TestServices): Promise<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const table of tables) found[table] = await countOf(services, table);
  return found;
}

const LAST_YEAR = "received_on between '2025-11-23' and '2026-11-22' and weight = 1";

describe("the demonstration's story", async () => {
  const services = await openTestServices({ demonstration: true });

  it("has about 1,800 reports from January 2025 until the day before it begins", async () => {
    expect(await countOf(services, "reports")).toBeGreaterThan(1700);
    expect(await countOf(services, "reports")).toBeLessThan(1900);
    expect(
      await services.rows(
        "select min(received_on)::text >= '2025-01-07' as first, max(received_on)::text <= '2026-11-22' as last from reports",
      ),
    ).toEqual([{ first: true, last: true }]);
  });

  it("has at least 1,200 of them by at least 700 voices in the last twelve months", async () => {
    expect(await countOf(services, `reports where ${LAST_YEAR}`)).toBeGreaterThanOrEqual(1200);
    const voices = `(select distinct coalesce(voice_dark, voice_day) from reports where ${LAST_YEAR}) voice`;
    expect(await countOf(services, voices)).toBeGreaterThanOrEqual(700);
  });

  it("has fifteen voices or more in each of eight dark cells", async () => {
    const cells = `(
      select area, feeling from reports where ${LAST_YEAR} and voice_dark is not null
      group by area, feeling having count(distinct voice_dark) >= 15
    ) cell`;
    expect(await countOf(services, cells)).toBeGreaterThanOrEqual(8);
  });

  it("has 170 presences, 130 dialogues and eight measures", async () => {
    expect(await countOf(services, "patrols")).toBe(170);
    expect(await countOf(services, "dialogues")).toBe(130);
    expect(await countOf(services, "dialogues where date < '2026-01-01'")).toBe(120);
    expect(await countOf(services, "measures")).toBe(8);
  });

  it("has lamps on and round the square, some broken, all of them labelled as invented", async () => {
    expect(await countOf(services, "lamps where area = 'stortorget'")).toBeGreaterThan(3);
    expect(await countOf(services, "lamps where status = 'broken'")).toBeGreaterThan(0);
    expect(await countOf(services, "lamps where status_source not ilike '%påhittat%'")).toBe(0);
  });

  it("is released with at least ten areas, at least six of them in the dark, and says that it is a demonstration", async () => {
    const release = services.releases.reports();
    const areas = release?.unsafePlaces.features.map(({ properties }) => properties) ?? [];
    const shown = areas.filter(({ unsafeDay, unsafeDark, safeDay, safeDark }) =>
      [unsafeDay, unsafeDark, safeDay, safeDark].some((told) => told !== "few"),
    );
    expect(shown.length).toBeGreaterThanOrEqual(10);
    expect(areas.filter(({ unsafeDark }) => unsafeDark !== "few").length).toBeGreaterThanOrEqual(6);
    expect(release?.manifest.demonstration).toBe(true);
    expect(services.releases.presence()?.manifest.demonstration).toBe(true);
  });

  it("shows every status that a commitment can have", async () => {
    const { commitments } = await (await callerFor(services, "resident")).promise.ledger();
    const statuses = new Set(commitments.map(({ status }) => status));
    for (const status of ["kept", "onTrack", "behind", "notKept", "cannotTell"])
      expect([...statuses]).toContain(status);
  });

  it("has the seven accounts that are written down, and only their password", async () => {
    const accounts = await services.rows<{ email: string; password: string }>(
      "select email, role, may_approve, demonstration, password from accounts order by email",
    );
    expect(accounts.map(({ password: _password, ...account }) => account)).toEqual([
      { email: "admin@demo.local", role: "admin", may_approve: false, demonstration: true },
      { email: "partner@demo.local", role: "partner", may_approve: false, demonstration: true },
      { email: "planerare@demo.local", role: "planner", may_approve: false, demonstration: true },
      { email: "polis@demo.local", role: "police", may_approve: false, demonstration: true },
      { email: "revisor@demo.local", role: "auditor", may_approve: false, demonstration: true },
      { email: "samordnare2@demo.local", role: "coordinator", may_approve: true, demonstration: true },
      { email: "samordnare@demo.local", role: "coordinator", may_approve: false, demonstration: true },
    ]);
    const password = demonstrationPassword(services.town);
    expect(password).toBe("demo-karlshamn");
    expect(await verifyPassword(password, accounts[0]?.password)).toBe(true);
  });
});

describe("loading the demonstration", () => {
  it("again changes nothing", async () => {
    const services = await openTestServices({ demonstration: true });
    const before = await counts(services);
    await loadDemonstration(services);
    expect(await counts(services)).toEqual(before);
  });

  it("goes on where a load was cut off, and ends in the same story", async () => {
    const whole = await openTestServices({ demonstration: true });
    const services = await openTestServices();
    // Falls over twice among the reports, then among the presence; what is stored already tells nothing.
    for (const steps of [400, 800, 750]) {
      let told = 0;
      const tell = () => {
        if ((told += 1) > steps) throw new Error("cut off");
      };
      await expect(
        loadDemonstration({ ...services, changes: { ...services.changes, tell } }),
      ).rejects.toThrow("cut off");
    }
    await loadDemonstration(services);
    const { releases: _releases, release_files: _files, ...stored } = await counts(whole);
    expect(await counts(services)).toMatchObject(stored);
    expect(services.releases.reports()).not.toBeNull();
    expect(services.releases.presence()).not.toBeNull();
  });

  it("by two nodes at the same time tells the story once", async () => {
    const whole = await openTestServices({ demonstration: true });
    const services = await openTestServices();
    await Promise.all([loadDemonstration(services), loadDemonstration(await services.openNode())]);
    expect(await counts(services)).toEqual(await counts(whole));
  });
});
