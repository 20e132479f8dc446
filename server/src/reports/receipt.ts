/** What has happened since a report was sent, for whoever holds its code. */
import type { ReceiptAnswer } from "@trygg/shared/reports/receipt.ts";
import type { Services } from "../context.ts";
import { publicMeasures } from "../measures/public.ts";
import { Refusal } from "../refusal.ts";
import { openQuestions } from "./answer.ts";
import { receiptHashOf } from "./receipt-code.ts";
import { findByReceipt, findSeenAfter, findWithdrawal } from "./store.ts";

/** Reads the one report of a code. Throws `notFound` for a code that belongs to none. */
export async function readReceipt(services: Services, receipt: string): Promise<ReceiptAnswer> {
  const { db, hash } = services;
  const receiptHash = receiptHashOf(hash, receipt);
  const report = await findByReceipt(db, receiptHash);
  if (report) {
    const { area, receivedOn, apart } = report;
    const measures = (await publicMeasures(services)).filter((each) => each.area === area);
    const asks = await openQuestions(services, receipt, report, measures);
    const presence = presenceIn(services, area);
    const seenOn = await findSeenAfter(db, area, receivedOn);
    return {
      state: seenOn ? "seen" : "received",
      area,
      since: receivedOn,
      measures,
      ...(seenOn ? { seenOn } : {}),
      ...(apart ? { apart } : {}),
      ...(presence ? { presence } : {}),
      ...(asks.length > 0 ? { asks } : {}),
    };
  }
  const withdrawal = await findWithdrawal(db, receiptHash);
  if (withdrawal) return { state: "withdrawn", area: "", since: withdrawal.withdrawnOn, measures: [] };
  throw new Refusal("notFound", "expected the code of a report; there is none with this code");
}

/** As released, and so a week late and in classes. */
function presenceIn({ releases }: Pick<Services, "releases">, area: string): ReceiptAnswer["presence"] {
  const told = releases.presence()?.patrolCoverage.features.find(({ id }) => id === area);
  return told?.properties.weeks[0];
}
