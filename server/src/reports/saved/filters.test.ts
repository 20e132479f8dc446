import { MOST_SAVED } from "@trygg/shared/reports/saved.ts";
import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { callerFor, refusal } from "../../testing/people.ts";
import { openTestServices } from "../../testing/services.ts";

const services = await openTestServices();
const dark = { filter: { light: "dark" as const, feeling: "any" as const }, clock: { hour: 119, month: 11 } };

describe("a filter that is kept", () => {
  it("comes back by its name, changes, goes, and can be kept again", async () => {
    const planner = await callerFor(services, "planner");
    const kept = await planner.reports.saveFilter({ name: "Mörka fredagar", view: dark });
    expect(await planner.reports.filters()).toEqual([kept]);
    const renamed = await planner.reports.saveFilter({ ...kept, name: "Fredagar" });
    expect(await planner.reports.filters()).toEqual([{ ...kept, name: "Fredagar" }]);
    expect(await planner.reports.removeFilter({ id: kept.id })).toEqual(renamed);
    expect(await planner.reports.filters()).toEqual([]);
    const { name, view } = renamed;
    expect(await planner.reports.saveFilter({ name, view })).toMatchObject({ name, view });
  });

  it("is its owner's: another's answers like one that is not there", async () => {
    const owner = await callerFor(services, "planner", { name: "owner" });
    const other = await callerFor(services, "coordinator");
    const { id } = await owner.reports.saveFilter({ name: "Mina", view: dark });
    expect(await other.reports.filters()).toEqual([]);
    for (const call of [
      (unknown: string) => other.reports.removeFilter({ id: unknown }),
      (unknown: string) => other.reports.saveFilter({ id: unknown, name: "Dina", view: dark }),
    ])
      expect(await refusal(call(id))).toEqual(await refusal(call(randomUUID())));
    expect(await owner.reports.filters()).toMatchObject([{ id, name: "Mina" }]);
  });

  it("has a name of its own, and there is an end to how many there are", async () => {
    const planner = await callerFor(services, "planner", { name: "many" });
    for (let kept = 0; kept < MOST_SAVED; kept++)
      await planner.reports.saveFilter({ name: `Filter ${kept}`, view: dark });
    const [first] = await planner.reports.filters();
    for (const input of [
      { name: "Ett till", view: dark },
      { ...first, name: "Filter 7", view: dark },
    ])
      expect((await refusal(planner.reports.saveFilter(input))).code).toBe("conflict");
  });

  it("goes with its account", async () => {
    const planner = await callerFor(services, "planner", { name: "leaving" });
    await planner.reports.saveFilter({ name: "Kvar", view: dark });
    await services.rows("delete from accounts where name = 'leaving'");
    expect(await services.rows("select from saved_filters where name = 'Kvar'")).toEqual([]);
  });
});
