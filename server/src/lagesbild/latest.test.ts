import { describe, expect, it } from "vitest";
import { publishRelease } from "../releases/publish.ts";
import { callerFor, refusal } from "../testing/people.ts";
import { openTestServices } from "../testing/services.ts";

describe("the latest situation picture", () => {
  it("is not there before the first release of reports", async () => {
    const services = await openTestServices();
    const resident = await callerFor(services, "resident");
    expect((await refusal(resident.lagesbild.latest())).code).toBe("notFound");
    await publishRelease(services, "presence");
    expect((await refusal(resident.lagesbild.latest())).code).toBe("notFound");
  });

  it("puts the released figures side by side, with what they do not say", async () => {
    const services = await openTestServices({ demonstration: true });
    const resident = await callerFor(services, "resident");
    const [picture, unsafe, coverage] = [
      await resident.lagesbild.latest(),
      await resident.layers.unsafePlaces(),
      await resident.layers.patrolCoverage(),
    ];
    expect(picture.release).toEqual(unsafe.release);
    expect(picture.areas).toEqual(unsafe.features.features.map(({ properties }) => properties));
    expect(picture.presence?.release).toEqual(coverage.release);
    expect(picture.presence?.areas).toEqual(coverage.features.features.map(({ properties }) => properties));
    expect(picture.window).toEqual({ from: "2025-11-01", to: "2026-10-31" });
    expect(picture.caveats.length).toBeGreaterThanOrEqual(6);
  });

  it("has no presence before the first release of presence", async () => {
    const services = await openTestServices();
    await publishRelease(services, "reports");
    expect((await (await callerFor(services, "resident")).lagesbild.latest()).presence).toBeNull();
  });
});
