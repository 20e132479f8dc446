/** Adds a measure or replaces one, and says so to every signed-in window; the public layer shows it at once. */
import type { Measure, MeasureInput } from "@trygg/shared/measures/schema.ts";
import { localDate } from "@trygg/shared/time/local.ts";
import { audit } from "../audit/audit.ts";
import type { StaffContext } from "../context.ts";
import { findArea } from "../place/area.ts";
import { refuseOutside } from "../place/misplaced.ts";
import type { Town } from "../place/town.ts";
import { Refusal } from "../refusal.ts";
import { toMeasure } from "./public.ts";
import { insertMeasure, measureExists, updateMeasure } from "./store.ts";

export async function saveMeasure(context: StaffContext, input: MeasureInput): Promise<Measure> {
  const { db, now, town, changes } = context;
  refuseImpossible(town, input);
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
    updatedOn: localDate(now(), town.place.timeZone),
  };
  const stored = input.id
    ? await updateMeasure(db, input.id, input.version, row)
    : await insertMeasure(db, row);
  if (!stored) throw await explainMissing(context, input);
  await audit(context, "measures.save", { id: stored.id, state: stored.state, version: stored.version });
  changes.tell("measures");
  return toMeasure(stored);
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
  return (await measureExists(db, id))
    ? new Refusal("conflict", `expected version ${version} of the measure; somebody has changed it since`)
    : new Refusal("notFound", "expected the id of a measure");
}
