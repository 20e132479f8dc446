import { describe, expect, it } from "vitest";
import { openTestServices } from "../testing/services.ts";
import { callerFor } from "../testing/people.ts";
import { report } from "../testing/samples.ts";
import { readSaid } from "./said.ts";

describe("what the form says that others have said", () => {
  it("is nothing before the first release", async () => {
    expect(readSaid(await openTestServices())).toBeNull();
  });

  it("names the bands in which the release tells a class, and is silent where it hides one", async () => {
    const services = await openTestServices({ demonstration: true });
    const said = readSaid(services);
    expect(said?.to).toBe("2026-10-31");
    const { features = [] } = services.releases.reports()?.unsafePlaces ?? {};
    let hidden = 0;
    for (const { properties } of features) {
      const { area, unsafeDay, unsafeDark, safeDay, safeDark } = properties;
      const bands = said?.areas[area] ?? { unsafe: [], safe: [] };
      expect([
        bands.unsafe.includes("day"),
        bands.unsafe.includes("dark"),
        bands.safe.includes("day"),
        bands.safe.includes("dark"),
      ]).toEqual([unsafeDay, unsafeDark, safeDay, safeDark].map((told) => told !== "few"));
      hidden += [unsafeDay, unsafeDark, safeDay, safeDark].filter((told) => told === "few").length;
    }
    expect(hidden).toBeGreaterThan(0);
    expect(JSON.stringify(said?.areas), "no class, and so no count").not.toMatch(/few|\d+-\d+"|80\+/);
  });

  it("does not change when a report comes in", async () => {
    const services = await openTestServices({ demonstration: true });
    const before = readSaid(services);
    const resident = await callerFor(services, "resident");
    for (let sent = 0; sent < 20; sent++) await resident.reports.submit(report({ voice: `device ${sent}` }));
    expect(readSaid(services)).toEqual(before);
  });
});
