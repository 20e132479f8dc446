/**
 * Sends what waits in the outbox, from a page or from the service worker. One sender at a time holds the browser's lock;
 * where there is none, the report's own key still lets the server store it only once.
 */
import type { ErrorCode } from "@trygg/shared/errors.ts";
import type { Sender } from "@trygg/shared/reports/sender.ts";
import type { ReportInput } from "@trygg/shared/reports/schema.ts";
import { type CallResult, call } from "../call.ts";
import { type KeptReport, type WaitingReport, change, forget, keep, listKept, readKept } from "./kept.ts";

/** Name of the Background Sync, and of the channel on which open tabs hear that something has changed. */
export const OUTBOX = "outbox";

/** Long enough for a bad network, short enough that nobody else waits for the lock for ever. */
const ANSWER_WITHIN_MS = 30_000;

/** What may pass by itself; everything else would be refused again. */
const mayPass = (failure: ErrorCode | "offline"): boolean =>
  ["offline", "unavailable", "internal", "tooManyRequests"].includes(failure);

/** Tries every report that waits, and tells the open tabs. */
export async function deliverAll(): Promise<{ waiting: number }> {
  let waiting = 0;
  for (const { clientKey, state } of await listKept()) {
    if (state !== "waiting") continue;
    const after = await deliver(clientKey);
    if (after?.state === "waiting") waiting += 1;
  }
  tellTabs();
  await telling;
  return { waiting };
}

/** Tries one report; what is kept of it afterwards. */
export function deliver(clientKey: string): Promise<KeptReport | null> {
  return alone(async () => {
    const kept = await readKept(clientKey);
    return kept?.state === "waiting" ? attempt(kept) : (kept ?? null);
  });
}

async function attempt(kept: KeptReport & WaitingReport): Promise<KeptReport | null> {
  // Written down before it leaves: if the tab is closed now, nobody may later say that it never left.
  const trying = await changeWaiting(kept, (now) => ({ ...now, tried: now.tried || navigator.onLine }));
  if (trying?.state !== "waiting") return trying;
  const answer = await submit(kept);
  if ("data" in answer) return arrived(trying, answer.data.receipt);
  const { failure } = answer;
  if (failure === "offline" || mayPass(failure)) return (await readKept(kept.clientKey)) ?? trying;
  return changeWaiting(trying, (now) => (isSilent(now) ? null : { ...stub(now), state: "refused", failure }));
}

/** A town that has closed still counts what was written before, but must be told when that was. */
async function submit({ report, writtenOn }: WaitingReport): Promise<CallResult<{ receipt: string }>> {
  const send = (input: ReportInput) => call<{ receipt: string }>("reports.submit", input, ANSWER_WITHIN_MS);
  const answer = await send(report);
  if ("data" in answer || answer.failure !== "reportingClosed" || writtenOn === undefined) return answer;
  return send({ ...report, writtenOn });
}

async function arrived(kept: KeptReport & WaitingReport, receipt: string): Promise<KeptReport | null> {
  const counted: { sender: Sender | null } = { sender: null };
  // The person may have asked for it back, or left in a hurry, while it was under way.
  const now = await changeWaiting(kept, (each) => {
    if (each.takenBack) return each;
    counted.sender = each.sender;
    return each.hushed ? null : { ...stub(each), state: "sent", receipt };
  });
  if (now?.state !== "waiting") {
    tellSender(counted.sender);
    return now;
  }
  const answer = await call("reports.withdraw", { receipt }, ANSWER_WITHIN_MS);
  if ("failure" in answer && mayPass(answer.failure)) return now;
  return change(now, () => null);
}

/** Under way; a service worker that ended before it would cut it off. */
let telling: Promise<unknown> = Promise.resolve();

/** Once, and no page waits for it: what is lost on the way is not sent again, because then it might count twice. */
export function tellSender(sender: Sender | null): void {
  if (sender) telling = call("reports.countSender", sender, ANSWER_WITHIN_MS);
}

/** What is kept of a report once it waits no longer. */
const stub = ({ clientKey }: KeptReport) => ({ clientKey, since: Date.now() });

/** Nobody is to be told what becomes of it. */
const isSilent = ({ takenBack, hushed }: WaitingReport) => takenBack || hushed;

function changeWaiting(
  known: KeptReport,
  turn: (kept: KeptReport & WaitingReport) => KeptReport | null,
): Promise<KeptReport | null> {
  return change(known, (kept) => (kept.state === "waiting" ? turn(kept) : kept));
}

export type WrittenReport = Pick<WaitingReport, "report" | "sender" | "writtenOn">;

/** Puts a report into the outbox, before it is sent for the first time. False where the browser keeps nothing. */
export function putReport(written: WrittenReport): Promise<boolean> {
  const { clientKey } = written.report;
  const flags = { tried: false, takenBack: false, hushed: false };
  return keep({ clientKey, state: "waiting", since: Date.now(), ...written, ...flags });
}

/** One that cannot have arrived is simply gone; any other is withdrawn as soon as the server can be asked. */
export async function takeBack(kept: KeptReport): Promise<void> {
  const left = await changeWaiting(kept, (now) => (now.tried ? { ...now, takenBack: true } : null));
  tellTabs();
  if (left) await deliverAll();
}

/** Leaves nothing to be read: what waits is sent in silence, and what was sent is forgotten. */
export async function hushAll(): Promise<void> {
  for (const kept of await listKept())
    await change(kept, (now) => (now.state === "waiting" ? { ...now, hushed: true } : null));
}

export async function dismiss(clientKey: string): Promise<void> {
  await forget(clientKey);
  tellTabs();
}

const listeners = new Set<() => void>();

/** Calls when something in the outbox has changed, here or in another tab. */
export function onChange(changed: () => void): () => void {
  const channel = "BroadcastChannel" in globalThis ? new BroadcastChannel(OUTBOX) : null;
  channel?.addEventListener("message", changed);
  listeners.add(changed);
  return () => {
    channel?.close();
    listeners.delete(changed);
  };
}

export function tellTabs(): void {
  for (const changed of listeners) changed();
  if (!("BroadcastChannel" in globalThis)) return;
  const channel = new BroadcastChannel(OUTBOX);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel reaches only our own pages
  channel.postMessage(null);
  channel.close();
}

function alone<T>(work: () => Promise<T>): Promise<T> {
  // Only over TLS, and not in old browsers.
  return "locks" in navigator ? navigator.locks.request(OUTBOX, work) : work();
}
