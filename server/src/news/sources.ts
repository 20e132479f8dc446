/** Where news comes from: each noun that has any gives a count, for the roles that may know of it. */
import type { Role } from "@trygg/shared/accounts/schema.ts";
import type { NewsKind } from "@trygg/shared/news/schema.ts";
import { listNotes } from "../accessibility/notes.ts";
import { mayApprove } from "../accounts/may-approve.ts";
import { listNotes as listLookNotes } from "../audit/list.ts";
import type { StaffContext } from "../context.ts";
import { listRequests } from "../exports/request.ts";
import { publicMeasures } from "../measures/public.ts";
import { countAwaiting, countPatrolsSince } from "../patrols/list.ts";
import { listProposals } from "../releases/proposals.ts";
import { listBursts } from "../reports/bursts/decide.ts";
import { summariseReports } from "../reports/summary.ts";

interface Source {
  roles: readonly Role[];
  /** It waits for somebody, however old it is; all else is counted from a day on. */
  waits: boolean;
  count(context: StaffContext, since: string): Promise<number>;
}

/** Those whose day begins with news. */
export const desk = ["planner", "police", "coordinator"] as const;

export const sources: Record<NewsKind, Source> = {
  bursts: {
    roles: ["coordinator"],
    waits: true,
    count: async (context) => (await listBursts(context)).filter(({ decision }) => decision === null).length,
  },
  proposals: {
    roles: ["coordinator"],
    waits: true,
    count: async (context) => (await listProposals(context)).filter(({ mine }) => !mine).length,
  },
  confirmations: { roles: ["coordinator"], waits: true, count: countAwaiting },
  notes: {
    roles: ["coordinator"],
    waits: true,
    count: async (context) => (await listNotes(context)).length,
  },
  exports: {
    roles: desk,
    waits: true,
    count: async (context) =>
      mayApprove(context.session, context.town)
        ? (await listRequests(context)).filter(({ state, mine }) => state === "waiting" && !mine).length
        : 0,
  },
  looks: {
    roles: ["coordinator"],
    waits: false,
    count: async (context, since) => (await listLookNotes(context)).filter(({ at }) => at >= since).length,
  },
  reports: {
    roles: desk,
    waits: false,
    count: async (context, since) => (await summariseReports(context, { from: since })).total.reports,
  },
  measures: {
    roles: desk,
    waits: false,
    count: async (context, since) =>
      (await publicMeasures(context)).filter(({ updatedOn }) => updatedOn >= since).length,
  },
  patrols: { roles: desk, waits: false, count: countPatrolsSince },
};
