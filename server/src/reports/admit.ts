/**
 * How a report is let in: counted for its network, and made to wait a moment where its browser has done no work for it.
 * Waiting costs a person without script little and somebody with thousands of reports much, and asks for no identity.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { isProof } from "@trygg/shared/reports/proof.ts";
import type { ReportInput } from "@trygg/shared/reports/schema.ts";
import type { Afterwards } from "../afterwards.ts";
import type { Services } from "../context.ts";
import { Refusal } from "../refusal.ts";
import { refuseWhileClosed } from "./reporting.ts";
import { countReport } from "./sending-limit.ts";

const WAIT_MS = 1500;
/** Reports that wait on a node at once; each holds a connection open. */
const MOST_WAITING = 300;

const waiting = new WeakMap<Afterwards, number>();

/**
 * Throws a Refusal when the town takes no reports, the network has sent too many, or too many wait already; nothing is
 * stored then.
 */
export async function admitReport(services: Services, network: string, report: ReportInput): Promise<void> {
  refuseWhileClosed(services, report);
  countReport(services, network);
  if (!isUnproven(services, report)) return;
  const { afterwards } = services;
  const ahead = waiting.get(afterwards) ?? 0;
  if (ahead >= MOST_WAITING)
    throw new Refusal("tooManyRequests", `expected fewer than ${MOST_WAITING} reports that wait at once`, {
      retryAfterSeconds: Math.ceil(WAIT_MS / 1000),
    });
  waiting.set(afterwards, ahead + 1);
  try {
    await sleep(WAIT_MS);
  } finally {
    waiting.set(afterwards, (waiting.get(afterwards) ?? 1) - 1);
  }
}

/** Whether no work was done for a report: a wrong proof is as good as none. Never where limits are off. */
export function isUnproven({ limits }: Pick<Services, "limits">, { clientKey, proof }: ReportInput): boolean {
  return limits && !(proof !== undefined && isProof(clientKey, proof));
}
