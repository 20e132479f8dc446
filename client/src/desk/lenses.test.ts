import { type Role, roles } from "@trygg/shared/accounts/schema.ts";
import { describe, expect, it } from "vitest";
import { lenses, lensesOf, whereTo } from "./lenses.ts";
import { panels } from "./panels.ts";

const as = (role: Role, mayApprove = false) => ({ role, mayApprove });

describe("a link to the desk", () => {
  it("leads to where the role begins when it names nothing", () => {
    expect(whereTo(as("planner"), { lens: null, panel: null })).toEqual({ lens: "planner", panel: "news" });
    expect(whereTo(as("partner"), { lens: null, panel: null })).toEqual({ lens: "partner", panel: "log" });
  });
  it("leads to its panel in another lens of the role when the named one lacks it", () => {
    const found = { lens: "police", panel: "logged" };
    expect(whereTo(as("coordinator"), { lens: null, panel: "logged" })).toEqual(found);
    expect(whereTo(as("coordinator"), { lens: "planner", panel: "logged" })).toEqual(found);
  });
  it("stays in the named lens when that has the panel", () => {
    expect(whereTo(as("coordinator"), { lens: "planner", panel: "reports" })).toEqual({
      lens: "planner",
      panel: "reports",
    });
  });
  it("leads whoever may approve to the releases", () => {
    const view = { lens: null, panel: "release" };
    expect(whereTo(as("planner", true), view)).toEqual({ lens: "planner", panel: "release" });
    expect(whereTo(as("planner"), view)).toEqual({ lens: "planner", panel: "news" });
  });
  it("never leads into a lens or a panel of another role", () => {
    expect(whereTo(as("police"), { lens: "coordinator", panel: "release" })).toEqual({
      lens: "police",
      panel: "news",
    });
  });
});

it("every panel stands in some lens that somebody has", () => {
  const reached = new Set(roles.flatMap(lensesOf).flatMap((lens) => lenses[lens]));
  expect([...reached].toSorted()).toEqual(Object.keys(panels).toSorted());
});
