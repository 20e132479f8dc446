/**
 * What the device keeps of reports that could not be sent at once. Of a report that was sent, expired or was refused
 * only that is kept, so that the person can be told; nothing of the report itself.
 */
import type { ErrorCode } from "@trygg/shared/errors.ts";
import type { ReportInput } from "@trygg/shared/reports/schema.ts";
import type { Sender } from "@trygg/shared/reports/sender.ts";
import { type DBSchema, type IDBPDatabase, openDB } from "idb";

/** How long a report waits for a network, and how long the person can still be told what became of it. */
export const KEPT_DAYS = 7;
const KEPT_MS = KEPT_DAYS * 86_400_000;

export interface WaitingReport {
  state: "waiting";
  report: ReportInput;
  /** What the sender says of themselves: sent by itself once the report has arrived, and kept no longer. */
  sender: Sender | null;
  /** The town's day on which it was written; missing where an older page kept it. */
  writtenOn?: string;
  /** It left the device at least once without an answer: it may have arrived. */
  tried: boolean;
  /** The person wants it back: once it is certain that it arrived, it is withdrawn. */
  takenBack: boolean;
  /** The page was left in a hurry: it is sent, and nobody who opens the page next is told. */
  hushed: boolean;
}

type Outcome =
  | WaitingReport
  | { state: "sent"; receipt: string }
  | { state: "refused"; failure: ErrorCode }
  | { state: "expired" };

export type KeptReport = Outcome & {
  clientKey: string;
  /** When it came into this state, in milliseconds. */
  since: number;
};

interface Outbox extends DBSchema {
  reports: { key: string; value: KeptReport };
}

let opened: Promise<IDBPDatabase<Outbox>> | undefined;

function open(): Promise<IDBPDatabase<Outbox>> {
  opened ??= openDB<Outbox>("outbox", 1, {
    upgrade: (database) => void database.createObjectStore("reports", { keyPath: "clientKey" }),
    terminated: () => (opened = undefined),
  });
  // One refusal is no refusal for good: a full disk may have room later.
  opened.catch(() => (opened = undefined));
  return opened;
}

/** False where the browser keeps nothing. */
export async function keep(kept: KeptReport): Promise<boolean> {
  try {
    await (await open()).put("reports", kept);
    return true;
  } catch {
    return false;
  }
}

export async function readKept(clientKey: string): Promise<KeptReport | undefined> {
  try {
    return await (await open()).get("reports", clientKey);
  } catch {
    return undefined;
  }
}

/**
 * Turns what is kept into something else, or into nothing, in one step that no other tab comes between. Where the browser
 * has stopped keeping, what was known a moment ago is turned.
 */
export async function change(
  known: KeptReport,
  turn: (kept: KeptReport) => KeptReport | null,
): Promise<KeptReport | null> {
  try {
    const { store, done } = (await open()).transaction("reports", "readwrite");
    const kept = await store.get(known.clientKey);
    const turned = kept ? turn(kept) : null;
    if (turned) await store.put(turned);
    else await store.delete(known.clientKey);
    await done;
    return turned;
  } catch {
    return turn(known);
  }
}

export async function forget(clientKey: string): Promise<void> {
  try {
    await (await open()).delete("reports", clientKey);
  } catch {
    // Storage is closed: there is nothing to forget.
  }
}

/** Everything that is kept, oldest first. What has waited too long is cut down to that fact, or is gone. */
export async function listKept(now = Date.now()): Promise<KeptReport[]> {
  try {
    const database = await open();
    const { store, done } = database.transaction("reports", "readwrite");
    const kept: KeptReport[] = [];
    for (const each of await store.getAll()) {
      const left = afterTime(each, now);
      if (left) kept.push(left);
      if (!left) await store.delete(each.clientKey);
      else if (left !== each) await store.put(left);
    }
    await done;
    return kept.toSorted((a, b) => a.since - b.since);
  } catch {
    return [];
  }
}

/** What is left of something kept once time has passed. */
export function afterTime(kept: KeptReport, now: number): KeptReport | null {
  if (now - kept.since < KEPT_MS) return kept;
  if (kept.state !== "waiting" || kept.hushed || kept.takenBack) return null;
  return { clientKey: kept.clientKey, state: "expired", since: now };
}
