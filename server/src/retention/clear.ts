/** The daily clearing: deletes what the town's retention table no longer keeps. Public figures follow with the next release. */
import { type Retained, retained } from "@trygg/shared/retention/schema.ts";
import type { Topic } from "@trygg/shared/live.ts";
import { addDays, addMonths, instantOfLocal, localDate } from "@trygg/shared/time/local.ts";
import { deleteNotesBefore } from "../accessibility/store.ts";
import { clearAuditBefore } from "../audit/clear.ts";
import type { Services } from "../context.ts";
import { deleteRequestsBefore } from "../exports/store.ts";
import { deleteAnsweredBefore } from "../measures/store.ts";
import { deletePatrolsBefore } from "../patrols/store.ts";
import {
  deleteReportsBefore,
  deleteSeenBefore,
  deleteSenderCountsBefore,
  deleteWithdrawalsBefore,
} from "../reports/store.ts";

/** Deletes the rows of days before the first that is kept, and says how many there were. */
const clear: Record<Retained, (services: Services, firstKept: string) => Promise<number>> = {
  reports: async ({ db }, firstKept) => {
    await deleteAnsweredBefore(db, firstKept);
    await deleteSeenBefore(db, firstKept);
    return deleteReportsBefore(db, firstKept);
  },
  withdrawals: ({ db }, firstKept) => deleteWithdrawalsBefore(db, firstKept),
  senderCounts: ({ db }, firstKept) => deleteSenderCountsBefore(db, firstKept),
  presence: (services, firstKept) => deletePatrolsBefore(services.db, startOf(services, firstKept)),
  auditLog: async (services, firstKept) => {
    const before = startOf(services, firstKept);
    await deleteRequestsBefore(services.db, before);
    return clearAuditBefore(services, before);
  },
  accessibilityNotes: ({ db }, firstKept) => deleteNotesBefore(db, firstKept),
};

/** Whose windows must hear of it. */
const topicOf: Partial<Record<Retained, Topic>> = { reports: "reports", presence: "patrols" };

export async function clearExpired(services: Services): Promise<Record<Retained, number>> {
  const cleared = Object.fromEntries(retained.map((kind) => [kind, 0])) as Record<Retained, number>;
  for (const kind of retained) {
    cleared[kind] = await clear[kind](services, firstKeptDay(services, kind));
    const topic = topicOf[kind];
    if (topic && cleared[kind] > 0) services.changes.tell(topic);
  }
  return cleared;
}

/**
 * The first day whose rows are still kept. A row of 23 November that is kept for 24 months is there for all of 22
 * November two years later, and gone on the 23rd.
 */
export function firstKeptDay({ now, town }: Pick<Services, "now" | "town">, kind: Retained): string {
  return addDays(addMonths(localDate(now(), town.place.timeZone), -town.retention[kind]), 1);
}

const startOf = ({ town }: Pick<Services, "town">, day: string) =>
  new Date(instantOfLocal(day, 0, town.place.timeZone));
