/** Draws up how it will be told whether a measure helped, from what is known on a day. */
import { type ComparedArea, proposeAreas } from "@trygg/shared/measures/comparison-areas.ts";
import {
  type MeasurePlan,
  type PlanChoice,
  baselineBefore,
  monthsAfter,
  usualChoice,
} from "@trygg/shared/measures/plan.ts";
import { smallestRatio } from "@trygg/shared/statistics/power.ts";
import { addDays } from "@trygg/shared/time/local.ts";
import type { Services } from "../context.ts";
import { classOf } from "../lighting/level/class-of.ts";
import { groundOf } from "../lighting/level/ground.ts";
import { findArea } from "../place/area.ts";
import { type MeasureRow, selectMeasures } from "./store.ts";
import { countVoices } from "./voices.ts";

export type PlannedMeasure = Pick<MeasureRow, "id" | "title" | "kind" | "area" | "from" | "to">;

interface DrawnUp {
  plan: MeasurePlan;
  /** What the rule says, whatever was chosen. */
  proposed: PlanChoice;
}

/** `chosen` takes the place of what the rule proposes. */
export async function drawUpPlan(
  services: Services,
  measure: PlannedMeasure,
  chosen: PlanChoice | null,
  on: string,
): Promise<DrawnUp> {
  const { town, db } = services;
  const { id, title, kind, area, from, to } = measure;
  const treated = findArea(town, area);
  const begins = from ?? to ?? on;
  const baseline = baselineBefore(begins < on ? begins : on);
  const outcome = { feeling: "unsafe" as const, light: kind === "light" ? ("dark" as const) : null };
  const voices = countVoices(await services.columns.reports(), outcome, monthsOf(baseline));
  const busy = busyAreas(await selectMeasures(db), id, baseline.from);
  const compared = [...town.areas.values()].map((each): ComparedArea => ({
    id: each.id,
    squares: each.squares,
    voices: voices.of([each.id]),
    busy: busy.has(each.id),
  }));
  const own = { ...treated, voices: voices.of([area]), busy: false };
  const proposed = usualChoice(proposeAreas(own, compared));
  const choice = chosen ?? proposed;
  const counted = {
    treated: voices.of([area]),
    control: voices.of(choice.control),
    buffer: voices.of(choice.buffer),
    bufferControl: voices.of(choice.bufferControl),
  };
  const share = choice.months / 12;
  const plan = {
    measure: { id, title, kind, area },
    wanted: kind === "light" ? classOf(town, groundOf(town, area), area) : null,
    outcome,
    ...choice,
    baseline,
    counted,
    smallest: smallestRatio(
      [counted.treated, counted.treated, counted.control, counted.control].map((count) => count * share),
    ),
  };
  return { plan, proposed };
}

const monthsOf = ({ from, to }: MeasurePlan["baseline"]) =>
  monthsAfter(addDays(from, -1), 12, addDays(to, 1));

/** Areas in which another measure is decided, under way, or was done since a day. */
function busyAreas(measures: readonly MeasureRow[], own: string, since: string): Set<string> {
  return new Set(
    measures
      .filter(({ id, state }) => id !== own && state !== "idea" && state !== "declined")
      .filter(({ state, to, updatedOn }) => state !== "done" || (to ?? updatedOn) >= since)
      .map(({ area }) => area),
  );
}
