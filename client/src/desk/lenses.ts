/** What is at hand for whom: a lens chooses panels, never what its bearer may see; that the server decides. */
import type { Me, Role } from "@trygg/shared/accounts/schema.ts";
import type { PanelId } from "./panels.ts";

/** The panels of each lens, the first being where it begins. */
export const lenses: Record<Role, readonly [PanelId, ...PanelId[]]> = {
  planner: [
    "news",
    "need",
    "light",
    "suggest",
    "reports",
    "measures",
    "coverage",
    "exports",
    "imports",
    "account",
  ],
  police: ["news", "coverage", "log", "logged", "exports", "account"],
  coordinator: [
    "news",
    "reports",
    "bursts",
    "measures",
    "release",
    "exports",
    "disclosures",
    "looks",
    "imports",
    "settings",
    "notes",
    "account",
  ],
  partner: ["log", "coverage", "exports", "account"],
  admin: ["users", "settings", "notes", "account"],
  auditor: ["audit", "account"],
};

/** A coordinator's work is also that of planner and police. */
export const lensesOf = (role: Role): readonly Role[] =>
  role === "coordinator" ? ["planner", "police", "coordinator"] : [role];

type Worker = Pick<Me, "role" | "mayApprove">;

/** A coordinator has the releases anyway; the town may let others approve them. */
export const panelsOf = (lens: Role, { role, mayApprove }: Worker): readonly PanelId[] =>
  mayApprove && role !== "coordinator" ? [...lenses[lens], "release"] : lenses[lens];

/** Where a link leads: to its panel in its lens, in another lens of the role that has it, or to where the role begins. */
export function whereTo(
  worker: Worker,
  { lens, panel }: { lens: string | null; panel: string | null },
): { lens: Role; panel: PanelId } {
  const { role } = worker;
  const mine = lensesOf(role);
  const asked = mine.find((each) => each === lens);
  const panelIn = (each: Role) => panelsOf(each, worker).find((id) => id === panel);
  const found = [...(asked ? [asked] : []), role, ...mine].find(panelIn) ?? asked ?? role;
  return { lens: found, panel: panelIn(found) ?? lenses[found][0] };
}
