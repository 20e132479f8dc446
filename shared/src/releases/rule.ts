/**
 * The release rule, version by version: how figures about reports are protected before anyone outside sees them.
 * A figure counts voices (one device in one area, band and feeling); it is disturbed once, told as a class, and keeps
 * its class until enough voices have changed. Every other public figure about reports is a function of these.
 */

/** Changes whenever the same voices would be told differently. */
export const RULE_VERSION = "2026-1";

/** Fewer voices than this are told as "few". */
export const MIN_VOICES = 5;
/** The same at places of worship, schools, clinics and shelters. */
export const MIN_VOICES_PROTECTED = 10;

/** Privacy loss of one cell; two-sided geometric noise with this ε is added before the class is taken. */
export const EPSILON_PER_CELL = 1;

/** A device counts in at most this many cells of the first table in a calendar year. */
export const CELLS_PER_DEVICE = 5;

/** Cells of both tables that one voice can touch: its own, and one for each reason of one report. */
export const CELLS_PER_VOICE = 1 + 6;

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
  /** Record keys of the voices at the last change of class. */
  voices: string[];
}

/** The cell as it is told now: a new class only when at least `minimum` voices have come or gone since the last. */
export function tellCell(
  voices: string[],
  noise: number,
  minimum: number,
  before: ToldCell | undefined,
): ToldCell {
  if (before && symmetricDifference(voices, before.voices) < minimum) return before;
  const told = voiceClass(voices.length + noise, minimum);
  return before?.class === told ? before : { class: told, voices };
}

function symmetricDifference(a: string[], b: string[]): number {
  const [inA, inB] = [new Set(a), new Set(b)];
  return a.filter((key) => !inB.has(key)).length + b.filter((key) => !inA.has(key)).length;
}

/** Minutes of presence in an area, band and week. */
export const minuteClasses = ["0", "<60", "60-179", "180-359", "360+"] as const;
export type MinuteClass = (typeof minuteClasses)[number];

export function minuteClass(minutes: number): MinuteClass {
  if (minutes <= 0) return "0";
  if (minutes < 60) return "<60";
  if (minutes < 180) return "60-179";
  return minutes < 360 ? "180-359" : "360+";
}
