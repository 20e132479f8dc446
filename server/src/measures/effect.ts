/** Whether a measure helped: what was delivered, and what voices say before and after by the plan that was frozen. */
import type { MeasureEffect } from "@trygg/shared/measures/effect.ts";
import { type MeasurePlan, monthsAfter, sameMonths } from "@trygg/shared/measures/plan.ts";
import { verdictOf } from "@trygg/shared/measures/verdict.ts";
import { type BeforeAfter, countRatio } from "@trygg/shared/statistics/count-ratio.ts";
import {
  displacementDifference,
  displacementQuotient,
  totalNetEffect,
} from "@trygg/shared/statistics/displacement.ts";
import { overdispersion } from "@trygg/shared/statistics/overdispersion.ts";
import { smallestRatio } from "@trygg/shared/statistics/power.ts";
import { regressionToMean, spreadOf } from "@trygg/shared/statistics/regression-to-mean.ts";
import { localDate } from "@trygg/shared/time/local.ts";
import type { StaffContext } from "../context.ts";
import type { Town } from "../place/town.ts";
import { Refusal } from "../refusal.ts";
import type { ReportColumns } from "../reports/columns/columns.ts";
import { drawUpPlan } from "./draw-up.ts";
import { readPlan } from "./freeze.ts";
import { lightNow } from "./light.ts";
import { findMeasure, selectLight, selectPlans } from "./store.ts";
import { type CountedVoices, countVoices } from "./voices.ts";

type Months = MeasureEffect["months"];

export async function readEffect(context: StaffContext, id: string): Promise<MeasureEffect> {
  const { db, now, town } = context;
  const measure = await findMeasure(db, id);
  if (!measure) throw new Refusal("notFound", "expected the id of a measure");
  const today = localDate(now(), town.place.timeZone);
  const frozen = await selectPlans(db, id);
  const drawn = await drawUpPlan(context, measure, measure.planChoice, today);
  const [latest] = frozen;
  const plan = latest ? readPlan(latest) : drawn.plan;
  const doneOn = measure.state === "done" ? measure.to : null;
  const after = doneOn ? monthsAfter(doneOn, plan.months, today) : [];
  const months = { before: sameMonths(plan.baseline, after).sort(), after };
  const figures = compare(town, await context.columns.reports(), plan, months);
  const told = { state: measure.state, doneOn, plan, months: after.length, ...figures };
  return {
    ...verdictOf(told),
    delivery: {
      state: measure.state,
      doneOn,
      measuredLux: measure.measuredLux,
      leastLux: town.lighting.leastLux,
      light: lightNow((await selectLight(db)).get(id), measure) ?? {},
    },
    plan,
    frozen,
    proposed: drawn.proposed,
    months,
    ...figures,
  };
}

/** All figures of a plan over the months that are held against each other. */
function compare(town: Town, columns: ReportColumns, plan: MeasurePlan, months: Months) {
  const { area } = plan.measure;
  const both = {
    before: countVoices(columns, plan.outcome, months.before),
    after: countVoices(columns, plan.outcome, months.after),
  };
  const inZone = (areas: readonly string[]): BeforeAfter => ({
    before: both.before.of(areas),
    after: both.after.of(areas),
  });
  const counts = {
    treated: inZone([area]),
    control: inZone(plan.control),
    buffer: inZone(plan.buffer),
    bufferControl: inZone(plan.bufferControl),
  };
  const dispersion = overdispersion({
    treated: [...both.before.monthly(area), ...both.after.monthly(area)],
    controls: plan.control.map((each) => [...both.before.monthly(each), ...both.after.monthly(each)]),
    before: months.before.length,
  });
  const ratio = countRatio(counts.treated, counts.control, dispersion);
  const perception = {
    before: perceptionOf(columns, area, months.before),
    after: perceptionOf(columns, area, months.after),
  };
  const unsafe = (band: "dark" | "day"): BeforeAfter => ({
    before: perception.before[band].unsafe,
    after: perception.after[band].unsafe,
  });
  return {
    counts,
    ratio,
    dispersion: dispersion?.phi ?? null,
    displacement: displacementOf(town, plan, counts, ratio?.ratio ?? null),
    perception,
    daylight: countRatio(unsafe("dark"), unsafe("day")),
    regression: regressionOf(plan, both.before, counts.treated),
    smallest: smallestRatio([
      counts.treated.before,
      counts.treated.after,
      counts.control.before,
      counts.control.after,
    ]),
  };
}

/** Unsafe and safe voices of an area by light; who means both counts in both. */
function perceptionOf(columns: ReportColumns, area: string, months: readonly string[]) {
  const count = (feeling: "unsafe" | "safe", light: "dark" | "light") =>
    countVoices(columns, { feeling, light }, months).of([area]);
  return {
    dark: { unsafe: count("unsafe", "dark"), safe: count("safe", "dark") },
    day: { unsafe: count("unsafe", "light"), safe: count("safe", "light") },
  };
}

function displacementOf(
  { areas }: Town,
  plan: MeasurePlan,
  counts: MeasureEffect["counts"],
  ratio: number | null,
): MeasureEffect["displacement"] {
  const squares = (ids: readonly string[]) =>
    ids.reduce((sum, id) => sum + (areas.get(id)?.squares.length ?? 0), 0);
  const own = squares([plan.measure.area]);
  // Per place as large as the treated one, so that a trend of the same number is a fair one.
  const sized = (zone: BeforeAfter, ids: readonly string[]) => ({ ...zone, size: squares(ids) / own || 1 });
  const centre = { treated: counts.treated, control: sized(counts.control, plan.control) };
  const round =
    plan.buffer.length > 0 && plan.bufferControl.length > 0
      ? {
          buffer: sized(counts.buffer, plan.buffer),
          bufferControl: sized(counts.bufferControl, plan.bufferControl),
        }
      : {};
  const { estimate, low, high } = displacementDifference({ ...centre, ...round });
  const direct = displacementDifference(centre).estimate;
  return {
    quotient: plan.buffer.length > 0 ? displacementQuotient(counts) : null,
    net: totalNetEffect(counts),
    difference: { estimate, low, high },
    disagrees: ratio !== null && Math.sign(Math.log(ratio)) * Math.sign(direct) < 0,
  };
}

/** Held against the mean of every area of the plan, over the same months. */
function regressionOf(
  { control, buffer, bufferControl }: MeasurePlan,
  before: CountedVoices,
  treated: BeforeAfter,
): MeasureEffect["regression"] {
  const others = [...control, ...buffer, ...bufferControl].map((area) => before.of([area]));
  const sum = others.reduce((total, count) => total + count, 0);
  if (others.length < 2 || sum === 0) return null;
  const mean = sum / others.length;
  return regressionToMean({ count: treated.before, mean, years: 1, spread: spreadOf(others) });
}
