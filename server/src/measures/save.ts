/**
 * Adds a measure or replaces one, and says so to every signed-in window; the public layer shows it at once. The first
 * time that it is decided, how its effect will be told is frozen with it; of a lighting measure the
 * light of that day, and of the day on which it was done, is kept.
 */
import { randomUUID } from "node:crypto";
import type { MeasurePlan, PlanChoice } from "@trygg/shared/measures/plan.ts";
import type { Measure, MeasureInput, MeasureState } from "@trygg/shared/measures/schema.ts";
import { localDate } from "@trygg/shared/time/local.ts";
import { audit } from "../audit/audit.ts";
import type { StaffContext } from "../context.ts";
import { findArea } from "../place/area.ts";
import { refuseOutside } from "../place/misplaced.ts";
import type { Town } from "../place/town.ts";
import { Refusal } from "../refusal.ts";
import { type PlannedMeasure, drawUpPlan } from "./draw-up.ts";
import { freezePlan, isDecided } from "./freeze.ts";
import { computeLight, momentOf } from "./light.ts";
import { toMeasure } from "./public.ts";
import { findMeasure, insertMeasure, putLight, selectLight, selectPlans, updateMeasure } from "./store.ts";

export async function saveMeasure(context: StaffContext, input: MeasureInput): Promise<Measure> {
  const { db, now, town, changes } = context;
  refuseImpossible(town, input);
  const today = localDate(now(), town.place.timeZone);
  const row = {
    kind: input.kind,
    area: input.area,
    where: input.where ?? null,
    title: input.title,
    state: input.state,
    reason: input.reason ?? null,
    cost: input.cost ?? null,
    owner: input.owner ?? null,
    from: input.from ?? null,
    to: input.to ?? null,
    publicText: input.publicText ?? null,
    measuredLux: input.measuredLux ?? null,
    updatedOn: today,
  };
  const id = input.id ?? randomUUID();
  const before = input.id ? await findMeasure(db, id) : undefined;
  const plan = await planToFreeze(context, { id, ...row }, before?.planChoice ?? null, today);
  const moment = momentOf(before, row);
  const light = moment && (await computeLight(context, row.area));
  const { stored, frozen } = await db.transaction(async (tx) => {
    const saved = input.id
      ? await updateMeasure(tx, id, input.version, row)
      : await insertMeasure(tx, { id, ...row });
    // Somebody else may have decided it meanwhile; the row is held until both are stored.
    const first = saved && plan && (await selectPlans(tx, id)).length === 0;
    if (saved && moment && light) await putLight(tx, { measureId: id, moment, computedOn: today, ...light });
    return { stored: saved, frozen: first ? await freezePlan(tx, plan, today) : null };
  });
  if (!stored) throw await explainMissing(context, input);
  await audit(context, "measures.save", {
    id,
    state: stored.state,
    version: stored.version,
    ...(frozen ? { plan: frozen.sha256 } : {}),
  });
  changes.tell("measures");
  return toMeasure(stored, (await selectLight(db)).get(id));
}

/** The plan of a measure that is decided and has none yet. */
async function planToFreeze(
  context: StaffContext,
  measure: PlannedMeasure & { state: MeasureState },
  chosen: PlanChoice | null,
  today: string,
): Promise<MeasurePlan | null> {
  const { db } = context;
  if (!isDecided(measure.state) || (await selectPlans(db, measure.id)).length > 0) return null;
  return (await drawUpPlan(context, measure, chosen, today)).plan;
}

function refuseImpossible(town: Town, { area, state, reason, where }: MeasureInput): void {
  findArea(town, area);
  if (state === "declined" && !reason)
    throw new Refusal("reasonRequired", "expected a reason together with the state declined, got none");
  for (const [lng, lat] of where ? positionsOf(where) : []) refuseOutside(town, { lng, lat });
}

function positionsOf(where: NonNullable<MeasureInput["where"]>): [number, number][] {
  switch (where.type) {
    case "Point":
      return [where.coordinates];
    case "LineString":
      return where.coordinates;
    case "Polygon":
      return where.coordinates.flat();
  }
}

async function explainMissing({ db }: StaffContext, { id = "", version }: MeasureInput): Promise<Refusal> {
  return (await findMeasure(db, id))
    ? new Refusal("conflict", `expected version ${version} of the measure; somebody has changed it since`)
    : new Refusal("notFound", "expected the id of a measure");
}
