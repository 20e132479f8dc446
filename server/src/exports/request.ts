/**
 * Single reports as a file: a planner or coordinator says why, another person with the right to approve decides, and
 * whoever asked fetches the file once within a day. Every step is in the audit log.
 */
import {
  DECIDE_DAYS,
  type ExportDecision,
  type ExportRequest,
  type ExportRequestInput,
  type ExportState,
  FETCH_HOURS,
} from "@trygg/shared/exports/schema.ts";
import { DAY_MS, HOUR_MS } from "@trygg/shared/time/local.ts";
import { mayApprove } from "../accounts/may-approve.ts";
import { requireSecondPerson } from "../accounts/second-person.ts";
import { audit } from "../audit/audit.ts";
import type { StaffContext } from "../context.ts";
import { Refusal } from "../refusal.ts";
import {
  type RequestRow,
  findRequest,
  insertRequest,
  selectRequests,
  storeDecision,
  storeTaking,
  storeWithdrawal,
} from "./store.ts";

const SHOWN = 100;
const DECIDE_MS = DECIDE_DAYS * DAY_MS;
const FETCH_MS = FETCH_HOURS * HOUR_MS;

export async function requestPoints(
  context: StaffContext,
  { filter = {}, format, reason }: ExportRequestInput,
): Promise<{ id: string }> {
  const { db, now, session, changes } = context;
  const requestedAt = new Date(now());
  const id = await insertRequest(db, { requestedBy: session.accountId, requestedAt, reason, filter, format });
  await audit(context, "exports.request", { request: id, reason, filter, format });
  changes.tell("exports");
  return { id };
}

/** Coordinators and whoever may decide see all, others their own. */
export async function listRequests({ db, now, session, town }: StaffContext): Promise<ExportRequest[]> {
  const { role, accountId } = session;
  const seesAll = role === "coordinator" || mayApprove(session, town);
  const rows = await selectRequests(db, seesAll ? undefined : accountId, SHOWN);
  return rows.map(({ request, name, decidedBy }) => {
    const { id, requestedAt, requestedBy, reason, filter, format } = request;
    const state = stateOf(request, now());
    return {
      id,
      at: requestedAt.toISOString(),
      name,
      mine: requestedBy === accountId,
      reason,
      filter,
      format,
      state,
      decidedBy,
      until: untilOf(request, state),
    };
  });
}

function stateOf(request: RequestRow, now: number): ExportState {
  const { requestedAt, decision, decidedAt, withdrawnAt, takenAt } = request;
  if (takenAt) return "taken";
  if (withdrawnAt) return "withdrawn";
  if (decision === "declined") return "declined";
  const until =
    decision === "approved" && decidedAt ? decidedAt.getTime() + FETCH_MS : requestedAt.getTime() + DECIDE_MS;
  if (now >= until) return "expired";
  return decision ?? "waiting";
}

function untilOf({ requestedAt, decidedAt }: RequestRow, state: ExportState): string | null {
  if (state === "waiting") return new Date(requestedAt.getTime() + DECIDE_MS).toISOString();
  if (state === "approved" && decidedAt) return new Date(decidedAt.getTime() + FETCH_MS).toISOString();
  return null;
}

/** Approves or declines what somebody else has asked for. Throws `conflict` when it does not wait any more. */
export async function decideRequest(context: StaffContext, { id, decision }: ExportDecision): Promise<null> {
  const { db, now, session, changes } = context;
  const request = await findRequest(db, id);
  if (!request) throw unknown();
  requireSecondPerson(context, request.requestedBy);
  const decided = { decision, decidedBy: session.accountId, decidedAt: new Date(now()) };
  if (!(await storeDecision(db, id, decided, new Date(now() - DECIDE_MS))))
    throw new Refusal("conflict", "expected a request that waits; it is decided, withdrawn or too old");
  await audit(context, `exports.${decision}`, { request: id, requestedBy: request.requestedBy });
  changes.tell("exports");
  return null;
}

/** Takes one's own request back, as long as nothing was fetched. */
export async function withdrawRequest(context: StaffContext, id: string): Promise<null> {
  const { db, now, changes } = context;
  await findOwn(context, id);
  if (!(await storeWithdrawal(db, id, new Date(now()))))
    throw new Refusal("conflict", "expected a request that is still open; it is withdrawn or fetched");
  await audit(context, "exports.withdraw", { request: id });
  changes.tell("exports");
  return null;
}

/** Uses up what was approved: the file is sent once, and only to whoever asked. */
export async function takeRequest(context: StaffContext, id: string): Promise<RequestRow> {
  const { db, now, changes } = context;
  const request = await findOwn(context, id);
  if (!(await storeTaking(db, id, new Date(now()), new Date(now() - FETCH_MS))))
    throw new Refusal("conflict", "expected a request that was approved within a day and not fetched yet");
  await audit(context, "exports.fetch", { request: id, reason: request.reason, filter: request.filter });
  changes.tell("exports");
  return request;
}

/** Another's request is answered as one that is not there. */
async function findOwn({ db, session }: StaffContext, id: string): Promise<RequestRow> {
  const request = await findRequest(db, id);
  if (request?.requestedBy !== session.accountId) throw unknown();
  return request;
}

const unknown = () => new Refusal("notFound", "expected a request of your own; there is none with this id");
