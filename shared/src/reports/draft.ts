/**
 * A report while it is being written, as the fields of a plain HTML form: the browser's script and the server without
 * script read and fill the same fields, so that both know the same steps, checks and result.
 */
import { BINS_PER_WEEK } from "../time/bins.ts";
import type { ReportInput } from "./schema.ts";
import { type Feeling, type Impact, type Light, MAX_REASONS, feelings, impacts, lights } from "./terms.ts";

export const steps = ["where", "what", "send"] as const;
export type Step = (typeof steps)[number];

/** Friendly choices of time, each a set of three-hour bins. */
export const whenChoices = ["mornings", "days", "evenings", "nights", "weekend-nights"] as const;
export type WhenChoice = (typeof whenChoices)[number];

export interface ReportDraft {
  clientKey: string;
  /** Id of a named place, or empty when a point was chosen. */
  place: string;
  at: { lng: number; lat: number } | null;
  feeling: Feeling;
  reasons: string[];
  when: WhenChoice[];
  light: Light;
  impact: Impact | null;
}

/** What must be mended before a step can be left. */
export type DraftProblem = "place" | "reasons";

export function emptyDraft(clientKey: string): ReportDraft {
  return {
    clientKey,
    place: "",
    at: null,
    feeling: "unsafe",
    reasons: [],
    when: [],
    light: "dark",
    impact: null,
  };
}

type Fields = Record<string, string | string[] | undefined>;

/** Reads the fields of the form; what cannot be read falls back to what an empty form has. */
export function readDraft(fields: Fields, clientKey: string): ReportDraft {
  const one = (name: string) => [fields[name]].flat()[0] ?? "";
  const many = (name: string) =>
    [fields[name]].flat().filter((value) => value !== undefined && value !== "") as string[];
  const empty = emptyDraft(/^[0-9a-f-]{36}$/.test(one("clientKey")) ? one("clientKey") : clientKey);
  const among = <T>(list: readonly T[], value: unknown, otherwise: T) =>
    list.find((each) => each === value) ?? otherwise;
  const [lng, lat] = [Number.parseFloat(one("lng")), Number.parseFloat(one("lat"))];
  return {
    ...empty,
    place: one("place"),
    at: Number.isFinite(lng) && Number.isFinite(lat) ? { lng, lat } : null,
    feeling: among(feelings, one("feeling"), empty.feeling),
    reasons: many("reasons"),
    when: whenChoices.filter((choice) => many("when").includes(choice)),
    light: among(lights, one("light"), empty.light),
    impact: impacts.find((each) => String(each) === one("impact")) ?? null,
  };
}

interface Known {
  places: readonly { id: string; at: { lng: number; lat: number } }[];
  reasons: readonly { id: string; feeling: Feeling }[];
}

/** The point that a draft means: the one that was chosen, or that of its named place. */
export function pointOf(
  { at, place }: ReportDraft,
  { places }: Pick<Known, "places">,
): { lng: number; lat: number } | null {
  return at ?? places.find(({ id }) => id === place)?.at ?? null;
}

/** Reasons that fit the feeling; others may have been ticked before it was changed. */
export function reasonsOf({ reasons, feeling }: ReportDraft, known: Pick<Known, "reasons">): string[] {
  const fitting = known.reasons.filter((reason) => reason.feeling === feeling).map(({ id }) => id);
  return reasons.filter((id) => fitting.includes(id)).slice(0, MAX_REASONS);
}

/** What is missing in the steps up to and including `step`. */
export function problemsOf(draft: ReportDraft, step: Step, known: Known): DraftProblem[] {
  const problems: DraftProblem[] = [];
  if (!pointOf(draft, known)) problems.push("place");
  if (step !== "where" && reasonsOf(draft, known).length === 0) problems.push("reasons");
  return problems;
}

/** The bins of the chosen times in rising order; none chosen means always. */
export function binsOfChoices(choices: readonly WhenChoice[]): number[] {
  const bins = new Set<number>();
  for (let bin = 0; bin < BINS_PER_WEEK; bin++)
    if (choices.some((choice) => holds[choice](Math.floor(bin / 8), bin % 8))) bins.add(bin);
  return [...bins];
}

/** Whether a choice holds a day (Monday 0) and a bin of that day (00–03 being 0). */
const holds: Record<WhenChoice, (day: number, bin: number) => boolean> = {
  mornings: (_, bin) => bin === 2,
  days: (_, bin) => bin >= 3 && bin <= 5,
  evenings: (_, bin) => bin === 6 || bin === 7,
  nights: (_, bin) => bin === 7 || bin <= 1,
  "weekend-nights": (day, bin) =>
    ((day === 4 || day === 5) && bin === 7) || ((day === 5 || day === 6) && bin <= 1),
};

/** The report to send, or null while something is missing. */
export function toReport(draft: ReportDraft, known: Known, voice: string | undefined): ReportInput | null {
  const at = pointOf(draft, known);
  if (!at || problemsOf(draft, "send", known).length > 0) return null;
  return {
    clientKey: draft.clientKey,
    feeling: draft.feeling,
    at: { lng: at.lng, lat: at.lat },
    reasons: reasonsOf(draft, known),
    when: binsOfChoices(draft.when),
    light: draft.light,
    ...(draft.impact === null ? {} : { impact: draft.impact }),
    ...(voice === undefined ? {} : { voice }),
  };
}
