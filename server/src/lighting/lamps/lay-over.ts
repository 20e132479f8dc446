/**
 * A lamp as it is after an inventory has told of it. What the inventory does not tell stays as it was known, and a
 * status keeps its date for as long as it stays the same.
 */
import type { GridPosition } from "@trygg/shared/geo/sweref.ts";
import { untoldLight } from "@trygg/shared/lighting/schema.ts";
import { Unfit } from "../../imports/fields.ts";
import { say } from "../../imports/say.ts";
import type { LampRow } from "../store.ts";
import type { ToldLamp } from "./read-lamp.ts";

export interface Inventory {
  fileName: string;
  /** The day on which it was brought in: a status without a date is known since then. */
  day: string;
}

export type Standing = GridPosition & Pick<LampRow, "area">;

/** A new lamp of which no owner is told is an Unfit. */
export function layOver(
  before: LampRow | undefined,
  told: ToldLamp,
  { east, north, area }: Standing,
  { fileName, day }: Inventory,
): LampRow {
  const owner = told.owner ?? before?.owner;
  if (!owner) throw new Unfit(say("missing", { field: "owner" }));
  const status = told.status ?? before?.status ?? "working";
  const known = before?.status === status ? before : undefined;
  return {
    id: told.id,
    east,
    north,
    area,
    height: told.height ?? before?.height ?? null,
    flux: told.flux ?? before?.flux ?? null,
    ...lightTold(told, before),
    owner,
    status,
    statusSince: told.statusSince ?? known?.statusSince ?? day,
    statusSource: told.statusSource ?? known?.statusSource ?? sourceOf(told, fileName),
    importId: null,
    version: before?.version ?? 1,
  };
}

/** What is known of how a lamp throws its light. */
export function lightOf(before: LampRow | undefined): Pick<LampRow, keyof typeof untoldLight> {
  if (!before) return untoldLight;
  const { luminaire, direction, tilt, dimming, screened } = before;
  return { luminaire, direction, tilt, dimming, screened };
}

function lightTold(told: ToldLamp, before: LampRow | undefined) {
  const known = lightOf(before);
  return {
    luminaire: told.luminaire ?? known.luminaire,
    direction: told.direction ?? known.direction,
    tilt: told.tilt ?? known.tilt,
    dimming: told.dimming === undefined ? known.dimming : told.dimming,
    screened: told.screened ?? known.screened,
  };
}

function sourceOf({ status }: ToldLamp, fileName: string): string {
  const name = fileName.slice(0, 60);
  return status ? `Inventering: ${name}` : `Antas lysa: ${name} säger inget om status`;
}

/** Whether nothing that is known of the lamp would change. */
export function isSame(before: LampRow, after: LampRow): boolean {
  const fields = Object.keys(after) as (keyof LampRow)[];
  return fields.every((field) => isNote(field) || before[field] === after[field]);
}

/** Where it came from, and how often it has changed. */
const isNote = (field: keyof LampRow) => field === "importId" || field === "version";
