/** What a measure's plan shall be: kept until it is decided; after that a new plan is frozen beside the old ones. */
import type { PlanChoice, PlanInput } from "@trygg/shared/measures/plan.ts";
import { localDate } from "@trygg/shared/time/local.ts";
import { audit } from "../audit/audit.ts";
import type { StaffContext } from "../context.ts";
import { findArea } from "../place/area.ts";
import type { Town } from "../place/town.ts";
import { Refusal } from "../refusal.ts";
import { drawUpPlan } from "./draw-up.ts";
import { freezePlan, isDecided } from "./freeze.ts";
import { findMeasure, updatePlanChoice } from "./store.ts";

export async function choosePlan(context: StaffContext, { id, choice }: PlanInput): Promise<null> {
  const { db, now, town, changes } = context;
  const measure = await findMeasure(db, id);
  if (!measure) throw new Refusal("notFound", "expected the id of a measure");
  if (choice) refuseImpossible(town, measure.area, choice);
  const today = localDate(now(), town.place.timeZone);
  const drawn = isDecided(measure.state) ? await drawUpPlan(context, measure, choice, today) : null;
  const frozen = await db.transaction(async (tx) => {
    await updatePlanChoice(tx, id, choice);
    return drawn && freezePlan(tx, drawn.plan, today);
  });
  await audit(context, "measures.plan", { id, ...(frozen ? { plan: frozen.sha256 } : {}) });
  changes.tell("measures");
  return null;
}

/** Areas that the town has, and not the measure's own. */
function refuseImpossible(town: Town, own: string, { control, buffer, bufferControl }: PlanChoice): void {
  for (const area of [...control, ...buffer, ...bufferControl]) {
    findArea(town, area);
    if (area === own)
      throw new Refusal("invalidInput", `expected other areas than the measure's own, got "${own}"`);
  }
}
