import { describe, expect, it } from "vitest";
import { callerFor } from "../testing/people.ts";
import { measure, patrol, report } from "../testing/samples.ts";
import { openTestServices } from "../testing/services.ts";

describe("what is new at the desk", () => {
  it("begins a week back, and then where one was last, however often one looks the same day", async () => {
    const services = await openTestServices();
    const sinceOn = async (day: string) => {
      services.clock.set(day);
      return (await (await callerFor(services, "planner")).news.read()).since;
    };
    expect(await sinceOn("2026-11-10")).toBe("2026-11-03");
    expect(await sinceOn("2026-11-10")).toBe("2026-11-03");
    expect(await sinceOn("2026-11-20")).toBe("2026-11-10");
    expect(await sinceOn("2026-11-20")).toBe("2026-11-10");
    expect(await sinceOn("2026-11-21")).toBe("2026-11-20");
  });

  it("is each one's own", async () => {
    const services = await openTestServices({ at: "2026-11-10" });
    await (await callerFor(services, "planner")).news.read();
    services.clock.set("2026-11-20");
    const other = await callerFor(services, "planner", { name: "another" });
    expect((await other.news.read()).since).toBe("2026-11-13");
  });

  it("counts what came from that day on, and what waits, as far as the role may know", async () => {
    const services = await openTestServices({ at: "2026-11-01" });
    const resident = await callerFor(services, "resident");
    await resident.reports.submit(report());
    await resident.accessibility.sendNote({ text: "Knappen syns inte." });
    const coordinator = await callerFor(services, "coordinator");
    await coordinator.measures.save(measure());
    services.clock.set("2026-11-23");
    await resident.reports.submit(report());
    await resident.reports.submit(report({ feeling: "safe", reasons: ["well-lit"], light: "light" }));
    await (await callerFor(services, "partner")).patrols.log(patrol({ parties: ["police"] }));
    await services.columns.reports();

    const told = async (role: Parameters<typeof callerFor>[1]) => {
      const { items } = await (await callerFor(services, role)).news.read();
      return Object.fromEntries(items.map(({ kind, count }) => [kind, count]));
    };
    expect(await told("coordinator")).toEqual({ confirmations: 1, notes: 1, reports: 2, patrols: 1 });
    expect(await told("planner")).toEqual({ reports: 2, patrols: 1 });
    expect(await told("police")).toEqual({ reports: 2, patrols: 1 });
  });
});
