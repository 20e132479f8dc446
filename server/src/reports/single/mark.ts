/**
 * Marks single reports as read or as telling of the same, for whoever has opened them. Marks change no count: nobody can
 * silence a voice with them. Who marked stands in the audit log only.
 */
import type { ChangedReports, LinkInput, MarkInput } from "@trygg/shared/reports/marks.ts";
import { localDate } from "@trygg/shared/time/local.ts";
import { audit } from "../../audit/audit.ts";
import type { StaffContext } from "../../context.ts";
import { findMeasure } from "../../measures/store.ts";
import { Refusal } from "../../refusal.ts";
import { requirePointsReason } from "../points-reason.ts";
import { clearDuplicates, storeDuplicates, storeLinks, storeSeen } from "./store.ts";

/** Reports that are not there, or do not count, are left out of what has changed. Throws `notAllowed` without a reason. */
export async function markReports(context: StaffContext, input: MarkInput): Promise<ChangedReports> {
  const { seen, duplicateOf } = input;
  const reason = requirePointsReason(context.session);
  const changed = new Set<string>();
  if (seen !== undefined)
    for (const id of await storeSeen(context.db, input.ids, seen ? today(context) : null)) changed.add(id);
  if (duplicateOf !== undefined) for (const id of await markDuplicates(context, input)) changed.add(id);
  return logged(context, "reports.mark", { reason, seen, duplicateOf }, [...changed]);
}

async function markDuplicates(context: StaffContext, { ids, duplicateOf }: MarkInput): Promise<string[]> {
  if (!duplicateOf) return clearDuplicates(context.db, ids);
  const stored = await storeDuplicates(context.db, ids, duplicateOf, today(context));
  if (stored === undefined) throw new Refusal("notFound", "expected the id of a report");
  if (stored === null)
    throw new Refusal("conflict", "expected an original that is no duplicate, and others without duplicates");
  return stored;
}

/** Says that a measure answers reports, or does not after all. Throws `notAllowed` without a reason. */
export async function linkReports(
  context: StaffContext,
  { ids, measure, linked }: LinkInput,
): Promise<ChangedReports> {
  const reason = requirePointsReason(context.session);
  if (!(await findMeasure(context.db, measure)))
    throw new Refusal("notFound", "expected the id of a measure");
  const changed = await storeLinks(context.db, ids, measure, linked ? today(context) : null);
  // How many it answers is told with the measure.
  if (changed.length > 0) context.changes.tell("measures");
  return logged(context, "reports.link", { reason, measure, linked }, changed);
}

async function logged(
  context: StaffContext,
  action: string,
  details: Record<string, unknown>,
  changed: string[],
): Promise<ChangedReports> {
  if (changed.length > 0) {
    await audit(context, action, { ...details, reports: changed });
    context.changes.tell("reports");
  }
  return { changed };
}

const today = ({ now, town }: StaffContext) => localDate(now(), town.place.timeZone);
