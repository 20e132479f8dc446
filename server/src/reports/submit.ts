/** A resident's report: placed, tagged and committed before the receipt is given. */
import type { ReportInput } from "@trygg/shared/reports/schema.ts";
import { bandsOf } from "@trygg/shared/reports/terms.ts";
import { maskOfBins } from "@trygg/shared/time/bins.ts";
import { localDate } from "@trygg/shared/time/local.ts";
import type { Services } from "../context.ts";
import { Refusal } from "../refusal.ts";
import { isUnproven } from "./admit.ts";
import { watchForBurst } from "./bursts/watch.ts";
import { locate } from "./locate.ts";
import { refuseUnknownReceipt, withdrawReport } from "./withdraw.ts";
import { clientKeyHashOf, receiptCodeOf, receiptHashOf } from "./receipt-code.ts";
import { insertReport, isKnownSender } from "./store.ts";
import { holdToCap, tagVoice } from "./voices.ts";

/**
 * Stores a report once, however often it is sent, takes back the one whose place it takes, and answers with its receipt
 * and whether this was the first time. The device's cells are counted while the answer is on its way, and before its
 * next report.
 */
export async function submitReport(
  services: Services,
  input: ReportInput,
): Promise<{ receipt: string; first: boolean }> {
  const { db, town, now, hash, changes, afterwards } = services;
  const { voice: secret } = input;
  const location = locate(town, input.at);
  for (const reason of input.reasons) {
    if (town.reasons.get(reason)?.feeling === input.feeling) continue;
    throw new Refusal("unknownReason", `expected reasons for feeling ${input.feeling}, got "${reason}"`, {
      value: reason,
    });
  }

  if (input.replaces !== undefined) await refuseUnknownReceipt(services, input.replaces);

  const receipt = receiptCodeOf(hash, input.clientKey);
  const clientKeyHash = clientKeyHashOf(hash, input.clientKey);
  const tags = await tagVoice(services, {
    secret,
    area: location.area,
    feeling: input.feeling,
    bands: bandsOf(input.light),
  });
  if (secret !== undefined) await afterwards.finished(secret);
  const stored = await insertReport(db, {
    ...location,
    clientKeyHash,
    receiptHash: receiptHashOf(hash, receipt),
    receivedOn: localDate(now(), town.place.timeZone),
    feeling: input.feeling,
    reasons: input.reasons,
    bins: maskOfBins(input.when),
    light: input.light,
    impact: input.impact ?? null,
    voiceDay: tags.day ?? null,
    voiceDark: tags.dark ?? null,
    weight: 1,
    unproven: isUnproven(services, input),
    burst: null,
  });
  if (stored) watchForBurst(services, location.square);
  if (stored && secret !== undefined) afterwards.begin(secret, () => holdToCap(services, secret, stored));
  if (!stored && !(await isKnownSender(db, clientKeyHash)))
    throw new Error("another report has the same receipt, so this one was not stored");
  changes.tell("reports");
  // Only now: whatever is cut short leaves the old report, and a repeat of this one takes it back.
  if (input.replaces !== undefined && input.replaces !== receipt)
    await withdrawReport(services, input.replaces);
  return { receipt, first: stored !== undefined };
}
