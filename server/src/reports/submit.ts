/** A resident's report: placed, tagged and committed before the receipt is given. */
import type { ReportInput } from "@trygg/shared/reports/schema.ts";
import { bandsOf } from "@trygg/shared/reports/terms.ts";
import { maskOfBins } from "@trygg/shared/time/bins.ts";
import { localDate } from "@trygg/shared/time/local.ts";
import type { Services } from "../context.ts";
import { Refusal } from "../refusal.ts";
import { locate } from "./locate.ts";
import { clientKeyHashOf, receiptCodeOf, receiptHashOf } from "./receipt-code.ts";
import { insertReport, isKnownSender } from "./store.ts";
import { holdToCap, tagVoice } from "./voices.ts";

/** Stores a report once, however often it is sent, and answers with its receipt. */
export async function submitReport(services: Services, input: ReportInput): Promise<{ receipt: string }> {
  const { db, town, now, hash, changes } = services;
  const location = locate(town, input.at);
  for (const reason of input.reasons) {
    if (town.reasons.get(reason)?.feeling === input.feeling) continue;
    throw new Refusal("unknownReason", `expected reasons for feeling ${input.feeling}, got "${reason}"`, {
      value: reason,
    });
  }

  const receipt = receiptCodeOf(hash, input.clientKey);
  const clientKeyHash = clientKeyHashOf(hash, input.clientKey);
  const tags = await tagVoice(services, {
    secret: input.voice,
    area: location.area,
    feeling: input.feeling,
    bands: bandsOf(input.light),
  });
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
  });
  if (stored) await holdToCap(services, input.voice, stored);
  else if (!(await isKnownSender(db, clientKeyHash)))
    throw new Error("another report has the same receipt, so this one was not stored");
  changes.tell("reports");
  return { receipt };
}
