/**
 * The ledger: how each commitment stands on a day, computed from dated evidence by the rule of its kind. Pure, so
 * that every status can be tested on any day of the year.
 */
import type { MeasureState } from "../measures/schema.ts";
import { addDays, daysBetween } from "../time/local.ts";
import type { Because } from "./because.ts";
import { forecastCount } from "./forecast.ts";
import type { Commitment, CommitmentKind } from "./schema.ts";

export type CommitmentStatus = "kept" | "onTrack" | "behind" | "notKept" | "cannotTell";

/** A month is kept or missed when it is over, open while it runs, ahead before it begins. */
export type MonthStatus = "kept" | "missed" | "open" | "ahead";

export interface MonthCount {
  /** `2026-01`. */
  month: string;
  count: number;
  target: number;
  status: MonthStatus;
}

/** What speaks for one commitment. */
export interface Evidence {
  /** The day of each occasion, in any order. */
  dates: string[];
  /** `to` is the day on which each was done, or is meant to be. */
  measures: { state: MeasureState; to: string | undefined }[];
  /** Voices so far this year and in the same months of last year; null when there is nothing to compare. */
  voices: { now: number; before: number } | null;
}

export interface Standing {
  status: CommitmentStatus;
  because: Because;
  count?: number;
  target?: number;
  /** Needed per week from now on to reach the target. */
  pace?: number;
  forecast?: [number, number];
  months?: MonthCount[];
}

/** How a commitment stands at the end of the day `today`. */
export function standing(commitment: Commitment, evidence: Evidence, today: string): Standing {
  if (today < commitment.period.from)
    return { status: "cannotTell", because: { key: "notBegun", values: { from: commitment.period.from } } };
  return rules[commitment.kind](commitment, evidence, today);
}

type Rule = (commitment: Commitment, evidence: Evidence, today: string) => Standing;

const rules: Record<CommitmentKind, Rule> = {
  count: followCount,
  cadence: followMonths,
  activity: (commitment, evidence, today) =>
    commitment.everyDays
      ? followRhythm(commitment, evidence, today)
      : followMonths(commitment, evidence, today),
  milestone: followMilestone,
  publication: followRhythm,
  measure: followMeasure,
  indicator: followIndicator,
};

const datesWithin = ({ period }: Commitment, { dates }: Evidence, today: string) =>
  dates.filter((date) => date >= period.from && date <= period.to && date <= today).sort();

function followCount(commitment: Commitment, evidence: Evidence, today: string): Standing {
  const { period, target = 1 } = commitment;
  const count = datesWithin(commitment, evidence, today).length;
  const elapsed = Math.min(daysBetween(period.from, today), daysBetween(period.from, period.to)) + 1;
  const remaining = Math.max(0, daysBetween(today, period.to));
  const shared = { count, target };
  if (count >= target)
    return { ...shared, status: "kept", pace: 0, because: { key: "countReached", values: shared } };
  if (remaining === 0)
    return { ...shared, status: "notKept", because: { key: "countMissed", values: shared } };
  const pace = roundTenth(((target - count) / remaining) * 7);
  if (count === 0)
    return { ...shared, status: "cannotTell", pace, because: { key: "nothingYet", values: {} } };
  const forecast = forecastCount(count, elapsed, remaining);
  const expected = count + (count / elapsed) * remaining;
  const [low, high] = forecast;
  if (expected >= target)
    return {
      ...shared,
      status: "onTrack",
      pace,
      forecast,
      because: { key: "countOnTrack", values: { ...shared, low, high } },
    };
  const rate = roundTenth((count / elapsed) * 7);
  return {
    ...shared,
    status: "behind",
    pace,
    forecast,
    because: { key: "countBehind", values: { ...shared, pace, rate } },
  };
}

function followMonths(commitment: Commitment, evidence: Evidence, today: string): Standing {
  const dates = datesWithin(commitment, evidence, today);
  const target = commitment.perMonth ?? 1;
  const months = monthsOf(commitment.period).map((month): MonthCount => {
    const count = dates.filter((date) => date.startsWith(month)).length;
    const over = today >= lastDayOf(month);
    const status = count >= target ? "kept" : over ? "missed" : today >= `${month}-01` ? "open" : "ahead";
    return { month, count, target, status };
  });
  const kept = months.filter(({ status }) => status === "kept").length;
  const missed = months.filter(({ status }) => status === "missed").length;
  const shared = { count: dates.length, months };
  if (kept + missed === 0)
    return { ...shared, status: "cannotTell", because: { key: "nothingYet", values: {} } };
  const over = today >= commitment.period.to;
  const total = kept + missed;
  if (missed === 0)
    return {
      ...shared,
      status: over ? "kept" : "onTrack",
      because: { key: "monthsKept", values: { kept, total } },
    };
  return {
    ...shared,
    status: over ? "notKept" : "behind",
    because: { key: "monthsMissed", values: { kept, missed, total } },
  };
}

function followRhythm(commitment: Commitment, evidence: Evidence, today: string): Standing {
  const { period, everyDays = 365 } = commitment;
  const dates = datesWithin(commitment, evidence, today);
  const last = dates.at(-1);
  const over = today >= period.to;
  if (!last)
    return over
      ? { count: 0, status: "notKept", because: { key: "notReached", values: { to: period.to } } }
      : { count: 0, status: "cannotTell", because: { key: "nothingYet", values: {} } };
  const until = over ? period.to : today;
  const gaps = [...dates.slice(1), until].map((date, index) => daysBetween(dates[index] as string, date));
  const days = gaps.at(-1) as number;
  const lost = over ? gaps.some((gap) => gap > everyDays) : days > everyDays;
  if (lost)
    return {
      count: dates.length,
      status: over ? "notKept" : "behind",
      because: { key: "rhythmLost", values: { last, days, everyDays } },
    };
  return {
    count: dates.length,
    status: over ? "kept" : "onTrack",
    because: { key: "rhythmKept", values: { last, everyDays } },
  };
}

function followMilestone(commitment: Commitment, evidence: Evidence, today: string): Standing {
  const [date] = datesWithin(commitment, evidence, today);
  if (date) return { status: "kept", because: { key: "reachedOn", values: { date } } };
  if (today >= commitment.period.to)
    return { status: "notKept", because: { key: "notReached", values: { to: commitment.period.to } } };
  return { status: "cannotTell", because: { key: "nothingYet", values: {} } };
}

const measureStandings: Record<MeasureState, Pick<Standing, "status" | "because"> | null> = {
  done: { status: "kept", because: { key: "measureDone", values: {} } },
  underWay: { status: "onTrack", because: { key: "measureUnderWay", values: {} } },
  procured: { status: "onTrack", because: { key: "measureDecided", values: {} } },
  decided: { status: "onTrack", because: { key: "measureDecided", values: {} } },
  idea: { status: "behind", because: { key: "measureOnlyIdea", values: {} } },
  declined: null,
};

function followMeasure(commitment: Commitment, { measures }: Evidence, today: string): Standing {
  const { from, to } = commitment.period;
  const current = measures.filter(
    (measure) => measure.state !== "done" || !measure.to || (measure.to >= from && measure.to <= to),
  );
  const states = Object.keys(measureStandings) as MeasureState[];
  const furthest = states.find((state) => current.some((measure) => measure.state === state));
  const found = furthest ? measureStandings[furthest] : null;
  const over = today >= to;
  if (!found) return { status: over ? "notKept" : "cannotTell", because: { key: "noMeasure", values: {} } };
  if (found.status === "kept") return found;
  if (over) return { ...found, status: "notKept" };
  const ends = current.filter(({ state }) => state === furthest).map((measure) => measure.to);
  const late = ends.every((end) => end !== undefined && end > to) ? ends.toSorted()[0] : undefined;
  return late ? { status: "behind", because: { key: "measureLate", values: { to: late } } } : found;
}

function followIndicator(commitment: Commitment, { voices }: Evidence, today: string): Standing {
  if (!voices || voices.before === 0)
    return { status: "cannotTell", because: { key: "nothingToCompare", values: {} } };
  const over = today >= commitment.period.to;
  if (voices.now > voices.before)
    return {
      status: over ? "kept" : "onTrack",
      count: voices.now,
      because: { key: "moreVoices", values: voices },
    };
  return {
    status: over ? "notKept" : "behind",
    count: voices.now,
    because: { key: "fewerVoices", values: voices },
  };
}

function monthsOf({ from, to }: Commitment["period"]): string[] {
  const months = [];
  for (
    let month = from.slice(0, 7);
    month <= to.slice(0, 7);
    month = addDays(lastDayOf(month), 1).slice(0, 7)
  )
    months.push(month);
  return months;
}

/** The last day of a month such as `2026-02`. */
function lastDayOf(month: string): string {
  const [year, number] = month.split("-").map(Number) as [number, number];
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}

const roundTenth = (value: number) => Math.round(value * 10) / 10;
