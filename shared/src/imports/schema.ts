/** Files that staff bring in from outside: the kinds, who may, and what is told of each file. */
import { z } from "zod";
import type { Role } from "../accounts/schema.ts";

export const importKinds = ["lamps", "areas", "population", "osm"] as const;
export const importKind = z.enum(importKinds);
export type ImportKindName = z.infer<typeof importKind>;

/** Who may bring in what at the desk; on the command line, the operator may bring in everything. */
export const importersOf: Record<ImportKindName, readonly Role[]> = {
  lamps: ["planner", "coordinator"],
  areas: ["coordinator"],
  population: ["coordinator"],
  osm: ["coordinator"],
};

/** Largest file at the desk; the command line takes larger ones. */
export const LARGEST_UPLOAD = 20 * 1024 * 1024;

/** What can be told of a row or a file, each with the values that its sentence needs. */
export const toldCodes = [
  "badGeometry",
  "noGeometry",
  "wrongGeometry",
  "selfCrossing",
  "outsideMap",
  "noMiddle",
  "overlap",
  "columnCount",
  "missing",
  "notANumber",
  "notADate",
  "outOfRange",
  "notAllowed",
  "unknownLuminaire",
  "badText",
  "notASquare",
  "duplicate",
  "crsNamed",
  "crsRecognised",
  "axesSwapped",
  "columns",
  "stay",
  "gone",
  "lightingAreas",
  "releaseAreas",
  "unknownValues",
  "statusAssumed",
  "outsideCounted",
  "badId",
  "repeatedId",
  "wildPosition",
  "looseOutline",
  "noExtent",
  "areasCut",
  "coastCut",
  "drawn",
] as const;
export type ToldCode = (typeof toldCodes)[number];

/** One plain English line, and the same by code for a page in the reader's language. */
export const told = z.strictObject({
  text: z.string(),
  code: z.enum(toldCodes).optional(),
  values: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});
export type Told = z.infer<typeof told>;

const count = z.number().int().nonnegative();

export const findings = z.strictObject({
  read: count,
  added: count,
  changed: count,
  unchanged: count,
  rejected: count,
  rejections: z.array(told.extend({ row: count, what: z.string().optional() })),
  notes: z.array(told),
});
export type Findings = z.infer<typeof findings>;

/** What came of a file: `stored` is false for a trial, for rejected rows, and when nothing was new. */
export const importOutcome = z.strictObject({ ...findings.shape, stored: z.boolean() });
export type ImportOutcome = z.infer<typeof importOutcome>;

const texts = z.record(z.string().max(60), z.string().max(200));

/** Columns and values of a file in terms of ours. */
export const importMapping = z.strictObject({
  columns: texts.default({}),
  values: z.record(z.string().max(60), texts).default({}),
  /** Used where the file has no value. */
  defaults: texts.default({}),
  /** `EPSG:3009`; recognised from the file and the place when absent. */
  crs: z.string().max(100).optional(),
});
export type ImportMapping = z.infer<typeof importMapping>;

/** What the desk says of a file that it sends. */
export const importOrder = z.strictObject({
  /** Of the file where it comes from; its ending tells the format. */
  name: z.string().min(1).max(200),
  mapping: importMapping.prefault({}),
  /** Says what would happen, and stores nothing. */
  dryRun: z.boolean(),
  /** Stores what is good although rows are rejected. */
  keepGood: z.boolean(),
});
export type ImportOrder = z.infer<typeof importOrder>;

/** One line of the answer; the last is an outcome or an error. */
export type ImportLine =
  | { progress: number }
  | { outcome: ImportOutcome }
  | { error: { code: string; message: string } };

/** One import that was stored. */
export const importEntry = z.strictObject({
  id: z.uuid(),
  kind: z.string(),
  fileName: z.string(),
  at: z.iso.datetime(),
  /** Null when it was brought in on the command line. */
  by: z.string().nullable(),
  read: count,
  stored: count,
  unchanged: count,
  rejected: count,
});
export type ImportEntry = z.infer<typeof importEntry>;
