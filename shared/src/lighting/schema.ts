/** Lamps: where they stand, who owns them and whether they burn. */
import { z } from "zod";
import { roles } from "../accounts/schema.ts";
import { isoDay } from "../reports/filter.ts";
import { position } from "../place/position.ts";
import { slug } from "../place/schema.ts";
import { typedText } from "../text.ts";

export const lampStatuses = ["working", "broken", "off"] as const;
/** `off` is off on purpose. */
export const lampStatus = z.enum(lampStatuses);
export type LampStatus = z.infer<typeof lampStatus>;

/** Maps by volunteers seldom tell who owns a lamp. */
export const UNKNOWN_OWNER = "unknown";
/** The id of one of the town's owners, or `unknown`. */
export const lampOwner = slug.max(40);

const lampFields = {
  at: position,
  /** Mounting height in metres; null where nobody has told. */
  height: z.number().min(0.5).max(60).nullable(),
  /** Luminous flux of the luminaire in lumen; null where nobody has told. */
  flux: z.number().int().min(10).max(500_000).nullable(),
  owner: lampOwner,
  status: lampStatus,
  /** Since when the status is known, and from whom: a status without a date soon misleads. */
  statusSince: isoDay,
  statusSource: typedText(1, 120),
};

/** How it throws its light. */
const lightFields = {
  /** The id of a luminaire; null where none is known, and a stand-in is computed with. */
  luminaire: typedText(1, 60).nullable(),
  /** Towards where its street side (C90) faces, degrees clockwise from north; null where nobody has told. */
  direction: z.number().min(0).lt(360).nullable(),
  /** How far the street side is lifted, degrees. */
  tilt: z.number().min(-90).max(90),
  /** The id of one of the town's dimming plans; null burns in full. */
  dimming: slug.max(40).nullable(),
  /** The share of its light that trees and walls take, as somebody has judged it; 0 is free. */
  screened: z.number().min(0).max(1),
};

/** A lamp of whose light nobody has told more than its flux. */
export const untoldLight = {
  luminaire: null,
  direction: null,
  tilt: 0,
  dimming: null,
  screened: 0,
} satisfies z.infer<z.ZodObject<typeof lightFields>>;

const lampVersion = z.number().int().min(1).max(2_147_483_647);

/**
 * `lighting.saveLamp`: without an id a new lamp. Ids of an inventory are its owner's own. What is not told of its light
 * stays as it is known.
 */
export const lampInput = z.strictObject({
  id: typedText(1, 60).optional(),
  /** The version that was read: it is not saved over another. Without one it is. */
  version: lampVersion.optional(),
  ...lampFields,
  luminaire: lightFields.luminaire.exactOptional(),
  direction: lightFields.direction.exactOptional(),
  tilt: lightFields.tilt.exactOptional(),
  dimming: lightFields.dimming.exactOptional(),
  screened: lightFields.screened.exactOptional(),
});
export type LampInput = z.infer<typeof lampInput>;

/** A lamp as staff and public see it: nothing about a lamp is secret. */
export const lamp = z.strictObject({
  id: z.string(),
  ...lampFields,
  ...lightFields,
  area: slug.nullable(),
});
export type Lamp = z.infer<typeof lamp>;

/** A lamp as staff have it, who may change it. */
export const staffLamp = lamp.extend({ version: lampVersion });
export type StaffLamp = z.infer<typeof staffLamp>;

export const lampId = z.strictObject({ id: typedText(1, 60) });

/** One change of a lamp: when, by whom, and what it was until then. */
export const lampChange = z.strictObject({
  at: z.iso.datetime(),
  /** Null for an import, and for somebody who has no account any more. */
  role: z.enum(roles).nullable(),
  /** The file of an import. */
  file: z.string().nullable(),
  before: lamp,
});
export type LampChange = z.infer<typeof lampChange>;

/** The changes that `lighting.lampHistory` tells, the latest first. */
export const LAMP_CHANGES_SHOWN = 50;

/** A lamp this close to a square is counted as lighting it, metres. */
export const LAMP_REACH = 40;
