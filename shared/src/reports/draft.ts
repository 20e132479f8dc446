/**
 * A report while it is being written, as the fields of a plain HTML form: the browser's script and the server without
 * script read and fill the same fields, so that both know the same steps, checks and result.
 */
import { type ListData, pointOfStretch, settleChoice } from "../place/list.ts";
import { BINS_PER_WEEK } from "../time/bins.ts";
import type { ReportInput } from "./schema.ts";
import type { Sender } from "./sender.ts";
import {
  type AgeBand,
  type Feeling,
  type Gender,
  type Impact,
  type Light,
  MAX_REASONS,
  RECEIPT,
  ageBands,
  feelings,
  genders,
  impacts,
  lights,
} from "./terms.ts";

export const steps = ["where", "what", "send"] as const;
export type Step = (typeof steps)[number];

/** Friendly choices of time, each a set of three-hour bins. */
export const whenChoices = ["mornings", "days", "evenings", "nights", "weekend-nights"] as const;
export type WhenChoice = (typeof whenChoices)[number];

export interface ReportDraft {
  clientKey: string;
  /** How far the list has come: an area, and a street or place in it. Empty where another way was taken. */
  area: string;
  street: string;
  /** Id of a named place or of a stretch of street, or empty when a point was chosen. */
  place: string;
  at: { lng: number; lat: number } | null;
  /** Nothing is chosen beforehand: what stands ready is sent more often than it is meant. */
  feeling: Feeling | null;
  reasons: string[];
  when: WhenChoice[];
  light: Light | null;
  impact: Impact | null;
  /** Asked at the end and sent apart from the report. */
  age: AgeBand | null;
  gender: Gender | null;
  /** Code of the report that this one takes the place of, or empty. */
  replaces: string;
}

/** What must be mended before a step can be left. */
export type DraftProblem = "place" | "feeling" | "reasons" | "light";

/** Nothing chosen by any of the ways to say where: each begins here, so that none leaves anything of another. */
export const nowhere = { area: "", street: "", place: "", at: null } as const;

export function emptyDraft(clientKey: string): ReportDraft {
  return {
    clientKey,
    ...nowhere,
    feeling: null,
    reasons: [],
    when: [],
    light: null,
    impact: null,
    age: null,
    gender: null,
    replaces: "",
  };
}

type Fields = Record<string, string | string[] | undefined>;

/** Reads the fields of the form; what cannot be read falls back to what an empty form has. */
export function readDraft(fields: Fields, clientKey: string): ReportDraft {
  const one = (name: string) => [fields[name]].flat()[0] ?? "";
  const many = (name: string) =>
    [fields[name]].flat().filter((value) => value !== undefined && value !== "") as string[];
  const empty = emptyDraft(/^[0-9a-f-]{36}$/.test(one("clientKey")) ? one("clientKey") : clientKey);
  const among = <T>(list: readonly T[], value: unknown) => list.find((each) => each === value) ?? null;
  const [lng, lat] = [Number.parseFloat(one("lng")), Number.parseFloat(one("lat"))];
  return {
    ...empty,
    area: one("area"),
    street: one("street"),
    place: one("place"),
    at: Number.isFinite(lng) && Number.isFinite(lat) ? { lng, lat } : null,
    feeling: among(feelings, one("feeling")),
    reasons: many("reasons"),
    when: whenChoices.filter((choice) => many("when").includes(choice)),
    light: among(lights, one("light")),
    impact: impacts.find((each) => String(each) === one("impact")) ?? null,
    age: among(ageBands, one("age")),
    gender: among(genders, one("gender")),
    replaces: RECEIPT.test(one("replaces")) ? one("replaces") : "",
  };
}

/** The fields that `readDraft` reads the same draft from. */
export function writeDraft(draft: ReportDraft): Record<string, string | string[]> {
  const { clientKey, area, street, place, at, feeling, reasons, when, light, impact } = draft;
  return {
    clientKey,
    area,
    street,
    place,
    lng: at ? String(at.lng) : "",
    lat: at ? String(at.lat) : "",
    feeling: feeling ?? "",
    reasons,
    when,
    light: light ?? "",
    impact: String(impact ?? ""),
    age: draft.age ?? "",
    gender: draft.gender ?? "",
    replaces: draft.replaces,
  };
}

/** A draft whose list was touched: what hangs together of it, and the point that a chosen stretch stands for. */
export function settleDraft(draft: ReportDraft, data: ListData): ReportDraft {
  if (draft.area === "") return draft;
  const choice = settleChoice(draft, data);
  return { ...draft, ...choice, at: pointOfStretch(choice.place, data.stretches) };
}

interface Known {
  places: readonly { id: string; at: { lng: number; lat: number } }[];
  reasons: readonly { id: string; feeling: Feeling }[];
}

/** The point that a draft means: the one that was chosen, the middle of its stretch, or that of its named place. */
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
  if (step === "where") return problems;
  if (!draft.feeling) problems.push("feeling");
  else if (reasonsOf(draft, known).length === 0) problems.push("reasons");
  if (!lightOf(draft)) problems.push("light");
  return problems;
}

/** The step to show when one is asked for: no later than the first in which something is missing. */
export function reachedStep(draft: ReportDraft, wanted: Step, known: Known): Step {
  const before = steps.slice(0, steps.indexOf(wanted));
  return before.find((step) => problemsOf(draft, step, known).length > 0) ?? wanted;
}

/** The light of the times for which it is the same most of the year; mornings and evenings must be asked about. */
const lightOfChoice: Partial<Record<WhenChoice, Light>> = {
  days: "light",
  nights: "dark",
  "weekend-nights": "dark",
};

/** The light that the chosen times leave no doubt about. */
export function suggestedLight(when: readonly WhenChoice[]): Light | null {
  const [first, ...others] = [...new Set(when.map((choice) => lightOfChoice[choice]))];
  if (!first || others.includes(undefined)) return null;
  return others.length === 0 ? first : "both";
}

/** The light of a draft: the chosen one, or else what the times suggest. */
export function lightOf({ light, when }: ReportDraft): Light | null {
  return light ?? suggestedLight(when);
}

/** Dark in the daytime, or light at night: it may be so in November or in June, but it is worth a question. */
export function isUnlikelyLight({ light, when }: ReportDraft): boolean {
  const suggested = suggestedLight(when);
  return light !== null && light !== "both" && suggested !== null && suggested !== light;
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
  const light = lightOf(draft);
  const { feeling } = draft;
  if (!at || !feeling || !light || problemsOf(draft, "send", known).length > 0) return null;
  return {
    clientKey: draft.clientKey,
    feeling,
    at: { lng: at.lng, lat: at.lat },
    reasons: reasonsOf(draft, known),
    when: binsOfChoices(draft.when),
    light,
    ...(draft.impact === null ? {} : { impact: draft.impact }),
    ...(voice === undefined ? {} : { voice }),
    ...(draft.replaces === "" ? {} : { replaces: draft.replaces }),
  };
}

/** What the sender says of themselves; null where nothing is said, and of whoever changes a report: they were asked then. */
export function senderOf({ age, gender, replaces }: ReportDraft): Sender | null {
  if (replaces !== "" || (age === null && gender === null)) return null;
  return { ...(age === null ? {} : { age }), ...(gender === null ? {} : { gender }) };
}
