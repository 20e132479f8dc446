/** A lamp while it is written: the fields as they stand in the form, beside what they were when it was opened. */
import { type GridPosition, toGrid, toLngLat } from "@trygg/shared/geo/sweref.ts";
import type { Lamp, LampInput, LampStatus, StaffLamp } from "@trygg/shared/lighting/schema.ts";

export interface LampFields {
  /** SWEREF 99 TM, as typed; empty until a new lamp has a place. */
  east: string;
  north: string;
  height: string;
  flux: string;
  /** Ids; empty is none. */
  luminaire: string;
  dimming: string;
  direction: string;
  tilt: string;
  /** Percent. */
  screened: string;
  owner: string;
  status: LampStatus;
  statusSince: string;
  statusSource: string;
}
export type LampField = keyof LampFields;

export interface LampDraft {
  /** The lamp that is changed; null for a new one. */
  lamp: StaffLamp | null;
  opened: LampFields;
  fields: LampFields;
}

export function newLamp(today: string, owner: string): LampDraft {
  const opened: LampFields = {
    east: "",
    north: "",
    height: "",
    flux: "",
    luminaire: "",
    dimming: "",
    direction: "",
    tilt: "0",
    screened: "0",
    owner,
    status: "working",
    statusSince: today,
    statusSource: "",
  };
  return { lamp: null, opened, fields: opened };
}

export const changeOf = (lamp: StaffLamp): LampDraft => {
  const opened = toFields(lamp);
  return { lamp, opened, fields: opened };
};

export const differing = (a: LampFields, b: LampFields): LampField[] =>
  (Object.keys(a) as LampField[]).filter((field) => a[field] !== b[field]);

export const isTouched = ({ opened, fields }: LampDraft) => differing(opened, fields).length > 0;

/** What was changed here, laid over what somebody else has saved since. */
export function rebase(draft: LampDraft, theirs: StaffLamp): LampDraft {
  const opened = toFields(theirs);
  const mine = differing(draft.opened, draft.fields).map((field) => [field, draft.fields[field]]);
  return { lamp: theirs, opened, fields: { ...opened, ...Object.fromEntries(mine) } };
}

/** A status is known since a day and from somebody: with another, both are asked for anew. */
export const withStatus = (fields: LampFields, status: LampStatus, today: string): LampFields => ({
  ...fields,
  status,
  statusSince: today,
  statusSource: "",
});

/** Null until there is a place. */
export function placeOf({ east, north }: LampFields): GridPosition | null {
  const [x, y] = [read(east), read(north)];
  return x === null || y === null ? null : { east: x, north: y };
}

/** To the centimetre, as lamps are stored. */
export const placedAt = ({ east, north }: GridPosition): Pick<LampFields, "east" | "north"> => ({
  east: east.toFixed(2),
  north: north.toFixed(2),
});

export function toInput({ lamp, fields }: Pick<LampDraft, "lamp" | "fields">): LampInput {
  const place = placeOf(fields);
  if (!place) throw new Error("a lamp is saved where it stands");
  const { luminaire, dimming, owner, status, statusSince, statusSource } = fields;
  return {
    ...(lamp ? { id: lamp.id, version: lamp.version } : {}),
    at: toLngLat(place),
    height: read(fields.height),
    flux: read(fields.flux),
    luminaire: luminaire || null,
    dimming: dimming || null,
    direction: read(fields.direction),
    tilt: read(fields.tilt) ?? 0,
    screened: (read(fields.screened) ?? 0) / 100,
    owner,
    status,
    statusSince,
    statusSource,
  };
}

/** Puts a lamp back to what it was, on top of what is saved now. */
export function undoOf({ area: _area, ...before }: Lamp, { version }: StaffLamp): LampInput {
  return { ...before, version };
}

const ranges = {
  height: [0.5, 60],
  flux: [10, 500_000],
  direction: [0, 359.9],
  tilt: [-90, 90],
  screened: [0, 100],
} as const;
export type WrongField = "east" | keyof typeof ranges | "statusSince" | "statusSource";

/** The fields that cannot be saved as they are. */
export function wrongFields(fields: LampFields, today: string): WrongField[] {
  const numbers = Object.keys(ranges) as (keyof typeof ranges)[];
  return [
    ...(placeOf(fields) ? [] : ["east" as const]),
    ...numbers.filter((field) => fields[field].trim() !== "" && !fits(fields[field], field)),
    ...(fields.statusSince !== "" && fields.statusSince <= today ? [] : ["statusSince" as const]),
    ...(fields.statusSource.trim() === "" ? ["statusSource" as const] : []),
  ];
}

function fits(typed: string, field: keyof typeof ranges): boolean {
  const number = read(typed);
  const [least, most] = ranges[field];
  const whole = field !== "flux" || Number.isInteger(number);
  return number !== null && number >= least && number <= most && whole;
}

/** Written with a decimal comma or point; null for nothing, and for what is no number. */
function read(typed: string): number | null {
  const bare = typed.replace(/\s/g, "").replace(",", ".");
  return /^-?\d+(\.\d+)?$/.test(bare) ? Number(bare) : null;
}

/** What of a lamp is nobody's knowledge. */
export const unknowns = ["luminaire", "height", "flux", "direction"] as const;
export const isUnknown = (lamp: Lamp, field: (typeof unknowns)[number]) => lamp[field] === null;

/** What of a lamp differs from what it was, position as one thing. */
export function changedBetween(before: Lamp, after: Lamp): (LampField | "at")[] {
  const [was, is] = [toFields(before), toFields(after)];
  const fields = differing(was, is).filter((field) => field !== "east" && field !== "north");
  return was.east === is.east && was.north === is.north ? fields : ["at", ...fields];
}

export function toFields(lamp: Lamp): LampFields {
  const typed = (number: number | null) => (number === null ? "" : String(number));
  return {
    ...placedAt(toGrid(lamp.at)),
    height: typed(lamp.height),
    flux: typed(lamp.flux),
    luminaire: lamp.luminaire ?? "",
    dimming: lamp.dimming ?? "",
    direction: typed(lamp.direction),
    tilt: typed(lamp.tilt),
    screened: typed(Math.round(lamp.screened * 1000) / 10),
    owner: lamp.owner,
    status: lamp.status,
    statusSince: lamp.statusSince,
    statusSource: lamp.statusSource,
  };
}
