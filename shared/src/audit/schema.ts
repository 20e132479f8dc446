/** The log of what staff looked at and changed, as the auditor reads it. */
import { z } from "zod";
import { isoDay } from "../reports/filter.ts";

const entryId = z.number().int().min(1).max(Number.MAX_SAFE_INTEGER);

/** Which entries: of an action, a person, or the days of a period. */
export const auditFilter = z.strictObject({
  action: z.string().max(60).optional(),
  person: z.uuid().optional(),
  from: isoDay.optional(),
  to: isoDay.optional(),
});
export type AuditFilter = z.infer<typeof auditFilter>;

/** Entries in one answer. */
export const AUDIT_PAGE = 50;

/** `audit.list`: those before an id, the newest first. */
export const auditPageInput = auditFilter.extend({ before: entryId.optional() });

export const auditEntry = z.strictObject({
  id: entryId,
  at: z.iso.datetime(),
  /** Null for the operator's command line, and for an account that is no more. */
  name: z.string().nullable(),
  role: z.string(),
  action: z.string(),
  /** What was asked or changed; of a report never more than its random id and its area. */
  details: z.record(z.string(), z.json()),
});
export type AuditEntry = z.infer<typeof auditEntry>;

export const auditPage = z.strictObject({ entries: z.array(auditEntry), more: z.boolean() });

/** What there is to choose among. */
export const auditChoices = z.strictObject({
  actions: z.array(z.string()),
  people: z.array(z.strictObject({ id: z.uuid(), name: z.string(), role: z.string() })),
});

/**
 * What is wrong, and from which id on: `changed` or put in between; `missing`; the `beginning` was moved by somebody other
 * than the retention; the `end` is not the newest entry; a checksum that was `written` down is not in the chain.
 */
export const auditFault = z.strictObject({
  what: z.enum(["changed", "missing", "beginning", "end", "written"]),
  id: z.number().int(),
});
export type AuditFault = z.infer<typeof auditFault>;

/** `checksum` is that of the last entry that fits: `<id>-<hash>`, to be written down elsewhere. */
export const auditState = z.strictObject({
  entries: z.number().int(),
  checksum: z.string(),
  fault: auditFault.nullable(),
});
export type AuditState = z.infer<typeof auditState>;

/** Somebody opened many reports of one place. */
export const clusterNote = z.strictObject({
  id: entryId,
  at: z.iso.datetime(),
  name: z.string().nullable(),
  role: z.string(),
  /** The release area; null outside all of them. */
  area: z.string().nullable(),
  looks: z.number().int(),
  days: z.number().int(),
});
export type ClusterNote = z.infer<typeof clusterNote>;
