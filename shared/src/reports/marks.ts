/** What staff note beside single reports, many at once, and how they look through them. */
import { z } from "zod";
import { position } from "../place/position.ts";
import { slug } from "../place/schema.ts";
import { isoDay, reportFilter } from "./filter.ts";
import { bin, feeling, impact, light } from "./schema.ts";

/** Reports that are marked with one press. */
export const MOST_MARKED = 500;
/** Reports in one answer of the list. */
export const MOST_ROWS = 5000;

const ids = z.array(z.uuid()).min(1).max(MOST_MARKED);

/** `reports.mark`: read or not after all, and which report tells of the same; null where none does after all. */
export const markInput = z
  .strictObject({ ids, seen: z.boolean().optional(), duplicateOf: z.uuid().nullable().optional() })
  .refine(({ seen, duplicateOf }) => seen !== undefined || duplicateOf !== undefined, {
    message: "expected seen or duplicateOf",
  });
export type MarkInput = z.infer<typeof markInput>;

/** `reports.link`: a measure answers these reports, or does not after all. */
export const linkInput = z.strictObject({ ids, measure: z.uuid(), linked: z.boolean() });
export type LinkInput = z.infer<typeof linkInput>;

/** The reports that the call has changed: what an undo must change back. */
export const changedReports = z.strictObject({ changed: z.array(z.uuid()) });
export type ChangedReports = z.infer<typeof changedReports>;

/** What the list may be narrowed to beside the filter: what nobody has read, or what a measure answers or none does. */
export const listParts = ["unseen", "linked", "unlinked"] as const;
export const listPart = z.enum(listParts);
export type ListPart = z.infer<typeof listPart>;

/** `reports.list`: the filter, and which part and how much of what it lets through, newest first. */
export const listInput = reportFilter.extend({
  only: listPart.optional(),
  /** Only what this measure answers. */
  measure: z.uuid().optional(),
  /** Only what stands on one point of the grid. */
  at: position.optional(),
  /** Reports before the first that is told. */
  skip: z.number().int().min(0).max(100_000_000).optional(),
  count: z.number().int().min(1).max(MOST_ROWS).optional(),
});
export type ListInput = z.infer<typeof listInput>;

/** One report, for those who may see single ones. */
export const reportRow = z.strictObject({
  id: z.uuid(),
  at: position,
  square: z.string(),
  area: slug,
  receivedOn: isoDay,
  feeling,
  reasons: z.array(slug),
  when: z.array(bin),
  light,
  impact: impact.optional(),
  /** The first day on which staff had read it. */
  seenOn: isoDay.optional(),
  duplicateOf: z.uuid().optional(),
  /** Measures that answer it. */
  linked: z.array(z.uuid()).optional(),
});
export type ReportRow = z.infer<typeof reportRow>;

const count = z.number().int();

/** `Whereabouts` of place/words.ts. */
const whereabouts = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("crossing"), street: z.string(), other: z.string() }),
  z.strictObject({
    kind: z.literal("street"),
    street: z.string(),
    from: z.string().nullable(),
    to: z.string().nullable(),
  }),
  z.strictObject({ kind: z.literal("place"), name: z.string() }),
]);

/** `reports.read`. */
export const readReport = z.strictObject({
  ...reportRow.shape,
  /** Where that is, for words; null where nothing with a name is near. */
  whereabouts: whereabouts.nullable(),
  /** Measures that concern its square. */
  measuresNear: z.array(z.uuid()),
  inSquare: z.strictObject({ reports: count, voices: count }),
  /** Reports within 40 m, the nearest first. */
  near: z.array(z.strictObject({ ...reportRow.shape, metres: count })),
  /** Reports that tell of the same as this one. */
  duplicates: z.array(z.uuid()),
});
export type ReadReport = z.infer<typeof readReport>;
