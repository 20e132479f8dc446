/** Removes a luminaire that no lamp has. */
import { audit } from "../../audit/audit.ts";
import type { StaffContext } from "../../context.ts";
import { Refusal } from "../../refusal.ts";
import { countLampsWith, deleteLuminaire } from "./store.ts";

export async function removeLuminaire(context: StaffContext, id: string): Promise<{ removed: true }> {
  const { db, changes } = context;
  if (!(await db.transaction((tx) => deleteLuminaire(tx, id)))) {
    const lamps = await countLampsWith(db, id);
    if (lamps === 0) throw new Refusal("notFound", `expected the id of a luminaire, got "${id}"`);
    throw new Refusal("inUse", `expected a luminaire that no lamp has; ${lamps} have it`, {
      value: String(lamps),
    });
  }
  await audit(context, "lighting.removeLuminaire", { id });
  changes.tell("lighting");
  return { removed: true };
}
