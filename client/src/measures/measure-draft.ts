/** A measure while it is written: the fields as they stand in the form, beside what they were when it was opened. */
import type { Measure, MeasureInput, PublicMeasure } from "@trygg/shared/measures/schema.ts";

export interface MeasureFields {
  title: string;
  kind: MeasureInput["kind"];
  area: string;
  where: MeasureInput["where"];
  state: MeasureInput["state"];
  reason: string;
  publicText: string;
  from: string;
  to: string;
  owner: string;
  /** As typed, in kronor. */
  cost: string;
  /** As typed, in lux. */
  measuredLux: string;
}
export type MeasureField = keyof MeasureFields;

export interface MeasureDraft {
  /** The measure that is changed; null for a new one. */
  measure: Measure | null;
  opened: MeasureFields;
  fields: MeasureFields;
  /** Reports that it answers once it is saved. */
  reports?: string[];
}

/** Where it is, and the reports that it answers, when it begins with some. */
interface Beginning {
  where?: MeasureFields["where"];
  reports?: string[];
}

export const newMeasure = (area = "", { where, reports = [] }: Beginning = {}): MeasureDraft => {
  const opened = toFields({ kind: "light", area, where, title: "", state: "idea" });
  return { measure: null, opened, fields: opened, reports };
};

export const changeOf = (measure: Measure): MeasureDraft => {
  const opened = toFields(measure);
  return { measure, opened, fields: opened };
};

export const isTouched = ({ opened, fields }: MeasureDraft) => differing(opened, fields).length > 0;

export function differing(a: MeasureFields, b: MeasureFields): MeasureField[] {
  // A place is the same when its coordinates are.
  return (Object.keys(a) as MeasureField[]).filter(
    (field) => JSON.stringify(a[field]) !== JSON.stringify(b[field]),
  );
}

/** What was changed here, laid over what somebody else has saved since. */
export function rebase(draft: MeasureDraft, theirs: Measure): MeasureDraft {
  const opened = toFields(theirs);
  const mine = Object.fromEntries(
    differing(draft.opened, draft.fields).map((field) => [field, draft.fields[field]]),
  );
  return { measure: theirs, opened, fields: { ...opened, ...mine } };
}

export function toInput({ measure, fields }: Pick<MeasureDraft, "measure" | "fields">): MeasureInput {
  const { title, kind, area, where, state, reason, publicText, from, to, owner, cost, measuredLux } = fields;
  return {
    kind,
    area,
    title,
    state,
    ...(measure ? { id: measure.id, version: measure.version } : {}),
    ...(where ? { where } : {}),
    ...(state === "declined" ? { reason } : {}),
    ...(owner ? { owner } : {}),
    ...(cost ? { cost: kronor(cost) } : {}),
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
    ...(publicText ? { publicText } : {}),
    ...(measuredLux ? { measuredLux: lux(measuredLux) } : {}),
  };
}

/** Puts a measure back to what it was before it was saved. */
export const undoOf = (before: Measure, saved: Measure): MeasureInput =>
  toInput({ measure: saved, fields: toFields(before) });

/** What everybody will read. */
export function toPublic(draft: MeasureDraft, today: string): PublicMeasure {
  const { cost: _cost, version: _version, id = "", ...told } = toInput(draft);
  return { ...told, id, updatedOn: today };
}

const SHORTEST = 3;

type WrongField = "title" | "area" | "reason" | "publicText" | "to" | "cost" | "measuredLux";

/** More is brighter than any street. */
const MOST_LUX = 1000;

/** The fields that cannot be saved as they are. */
export function wrongFields(fields: MeasureFields) {
  const { title, area, state, reason, publicText, from, to, cost, measuredLux } = fields;
  const wrong: WrongField[] = [];
  if (title.trim().length < SHORTEST) wrong.push("title");
  if (!area) wrong.push("area");
  if (state === "declined" && reason.trim().length < SHORTEST) wrong.push("reason");
  if (publicText && publicText.trim().length < SHORTEST) wrong.push("publicText");
  if (from && to && to < from) wrong.push("to");
  if (cost && !/^\d{1,9}$/.test(cost.replace(/\s/g, ""))) wrong.push("cost");
  if (measuredLux && !(/^\d{1,4}([.,]\d{1,2})?$/.test(measuredLux.trim()) && lux(measuredLux) <= MOST_LUX))
    wrong.push("measuredLux");
  return wrong;
}

const lux = (typed: string) => Number(typed.trim().replace(",", "."));

const kronor = (typed: string) => Number(typed.replace(/\s/g, ""));

function toFields(measure: Omit<MeasureInput, "id" | "version">): MeasureFields {
  const { title, kind, area, where, state, reason, publicText, from, to, owner, cost, measuredLux } = measure;
  return {
    title,
    kind,
    area,
    where,
    state,
    reason: reason ?? "",
    publicText: publicText ?? "",
    from: from ?? "",
    to: to ?? "",
    owner: owner ?? "",
    cost: cost === undefined ? "" : String(cost),
    measuredLux: measuredLux === undefined ? "" : String(measuredLux).replace(".", ","),
  };
}
