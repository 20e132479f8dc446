/**
 * The release rule, version by version: how figures about reports are protected before anyone outside sees them.
 * A figure counts voices (one device in one area, band and feeling); it is disturbed once, told as a class, and keeps
 * its class until enough voices have changed. Every other public figure about reports is a function of these.
 */

import { addMonths } from "../time/local.ts";

/** Changes whenever the same voices would be told differently. */
export const RULE_VERSION = "2026-3";

/** Fewer voices than this are told as "few". */
export const MIN_VOICES = 5;
/** The same at places of worship, schools, clinics and shelters. */
export const MIN_VOICES_PROTECTED = 10;

/** An area where fewer households than this live, but some do, is never told (as police.uk: eight or none). */
export const MIN_DWELLINGS = 8;

/** Privacy loss of one cell; two-sided geometric noise with this ε is added before the class is taken. */
export const EPSILON_PER_CELL = 1;

/**
 * How much sooner a cell may change for one voice more: the number of voices that must come or go has a least, and
 * beyond it is geometric with this ε. A fixed number would give away the voice that reaches it.
 */
export const EPSILON_OF_CHANGE = 0.12;

/** A device counts in at most this many cells of the first table in a calendar year. */
export const CELLS_PER_DEVICE = 5;

/** Reasons of one report. */
export const MAX_REASONS = 6;

/** Cells of both tables that one voice can touch: its own, and one for each reason of one report. */
export const CELLS_PER_VOICE = 1 + MAX_REASONS;

/** Privacy loss of one voice in one release. */
export const EPSILON_PER_VOICE = EPSILON_PER_CELL * CELLS_PER_VOICE;

/** The first covers 0 up to the minimum, so that it does not tell whether anybody reported. */
export const voiceClasses = ["few", "5-9", "10-19", "20-39", "40-79", "80+"] as const;
export type VoiceClass = (typeof voiceClasses)[number];

const classStarts: [number, VoiceClass][] = [
  [80, "80+"],
  [40, "40-79"],
  [20, "20-39"],
  [10, "10-19"],
  [5, "5-9"],
];

/** The class of a disturbed number of voices. */
export function voiceClass(disturbed: number, minimum: number): VoiceClass {
  if (disturbed < minimum) return "few";
  return classStarts.find(([start]) => disturbed >= start)?.[1] ?? "few";
}

/** The disturbed numbers that a class is told for, both included; the lowest class reaches from 0. */
export function classRange(told: VoiceClass, minimum: number): [number, number] {
  if (told === "few") return [0, minimum - 1];
  const index = classStarts.findIndex(([, name]) => name === told);
  const from = classStarts[index]?.[0] ?? 0;
  const next = classStarts[index - 1]?.[0] ?? Infinity;
  return [Math.max(from, minimum), next - 1];
}

/** How likely each class is to be told for a true number of voices. */
export function classDistribution(voices: number, minimum: number): [VoiceClass, number][] {
  const alpha = Math.exp(-EPSILON_PER_CELL);
  /** P(noise ≥ least) of the two-sided geometric distribution. */
  const tail = (least: number) =>
    least > 0 ? alpha ** least / (1 + alpha) : 1 - alpha ** (1 - least) / (1 + alpha);
  const reaches = (disturbed: number) => (disturbed === Infinity ? 0 : tail(disturbed - voices));
  const told = voiceClasses.map((name): [VoiceClass, number] => {
    const [from, to] = classRange(name, minimum);
    return [name, Math.max(0, (name === "few" ? 1 : reaches(from)) - reaches(to + 1))];
  });
  return told.filter(([, probability]) => probability > 0);
}

/**
 * Two-sided geometric noise from two uniform numbers in (0, 1]: the difference of two geometric draws, so that
 * P(x) is proportional to e^(−ε|x|).
 */
export function geometricNoise(first: number, second: number, epsilon: number): number {
  const draw = (uniform: number) => Math.floor(-Math.log(uniform) / epsilon);
  return draw(first) - draw(second);
}

/** What a cell told last, and by which voices it was told. */
export interface ToldCell {
  class: VoiceClass;
  /** Record keys of the voices by which it was told last. */
  voices: string[];
  /** The last day of the window in which that was; null where it is not known any more. */
  on: string | null;
}

/** After so many months a cell is told anew, however few have come or gone: a place that grew quiet must not stand. */
export const STANDS_MONTHS = 12;

/** Whether what a cell told last is too old to stand in the release of a window that ends on a day. */
export const isTooOld = ({ on }: Pick<ToldCell, "on">, to: string): boolean =>
  on === null || addMonths(on, STANDS_MONTHS) <= to;

/**
 * The fewest voices that must come or go before a cell changes: the minimum, and as many as it was last told by. Every
 * change draws new noise; classes grow by doubling, so that a cell which changed more often would tell nothing more of
 * the place, and much more of the people.
 */
export const leastChange = (minimum: number, voices: number): number => Math.max(minimum, voices);

/** How many voices must come or go before a cell changes, from a uniform number in (0, 1]: never fewer than `least`. */
export function changeThreshold(uniform: number, least: number): number {
  return least + Math.floor(-Math.log(uniform) / EPSILON_OF_CHANGE);
}

/** How likely it is that a cell still stands after so many voices have come or gone. */
export function standsAfter(difference: number, least: number): number {
  return difference < least ? 1 : Math.exp(-EPSILON_OF_CHANGE * (difference - least + 1));
}

/** What a cell is told from. */
interface Telling {
  /** Record keys of the distinct voices. */
  voices: string[];
  noise: number;
  minimum: number;
  /** How many voices must have come or gone. */
  threshold: number;
  /** The last day of the window. */
  to: string;
}

/** The cell as it is told now: a new class only when enough voices have come or gone, or the last is too old. */
export function tellCell(
  { voices, noise, minimum, threshold, to }: Telling,
  before: ToldCell | undefined,
): ToldCell {
  const standing = before && !isTooOld(before, to) ? before : undefined;
  if (standing && symmetricDifference(new Set(voices), new Set(standing.voices)) < threshold) return standing;
  const told = voiceClass(voices.length + noise, minimum);
  return standing?.class === told ? standing : { class: told, voices, on: to };
}

/** How many voices are in one of two sets only. */
export function symmetricDifference(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let inBoth = 0;
  for (const key of a) if (b.has(key)) inBoth += 1;
  return a.size + b.size - 2 * inBoth;
}

/** Minutes of presence in an area, band and week. */
export const minuteClasses = ["0", "<60", "60-179", "180-359", "360+"] as const;
export type MinuteClass = (typeof minuteClasses)[number];

/** Whole minutes that a class is told for, both included; what has begun counts as a minute. */
export function minuteRange(told: MinuteClass): [number, number] {
  const ranges: Record<MinuteClass, [number, number]> = {
    "0": [0, 0],
    "<60": [1, 59],
    "60-179": [60, 179],
    "180-359": [180, 359],
    "360+": [360, Infinity],
  };
  return ranges[told];
}

export function minuteClass(minutes: number): MinuteClass {
  if (minutes <= 0) return "0";
  if (minutes < 60) return "<60";
  if (minutes < 180) return "60-179";
  return minutes < 360 ? "180-359" : "360+";
}
