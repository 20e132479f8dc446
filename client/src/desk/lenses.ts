/** What is at hand for whom: a lens chooses panels, never what its bearer may see; that the server decides. */
import type { Role } from "@trygg/shared/accounts/schema.ts";
import type { PanelId } from "./panels.ts";

/** The panels of each lens, the first being where it begins. */
export const lenses: Record<Role, readonly [PanelId, ...PanelId[]]> = {
  planner: ["need", "reports", "measures", "coverage", "exports", "imports"],
  police: ["coverage", "log", "logged", "exports"],
  coordinator: [
    "reports",
    "bursts",
    "measures",
    "release",
    "exports",
    "disclosures",
    "looks",
    "imports",
    "notes",
  ],
  partner: ["log", "coverage", "exports"],
  admin: ["notes"],
  auditor: ["audit", "notes"],
};

/** A coordinator's work is also that of planner and police. */
export const lensesOf = (role: Role): readonly Role[] =>
  role === "coordinator" ? ["planner", "police", "coordinator"] : [role];

/** Where a link leads: to its panel in its lens, in another lens of the role that has it, or to where the role begins. */
export function whereTo(
  role: Role,
  { lens, panel }: { lens: string | null; panel: string | null },
): { lens: Role; panel: PanelId } {
  const mine = lensesOf(role);
  const asked = mine.find((each) => each === lens);
  const has = (each: Role) => lenses[each].some((id) => id === panel);
  const found = [...(asked ? [asked] : []), role, ...mine].find(has) ?? asked ?? role;
  return { lens: found, panel: lenses[found].find((id) => id === panel) ?? lenses[found][0] };
}
