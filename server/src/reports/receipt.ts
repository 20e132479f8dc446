/** What has happened since a report was sent, for whoever holds its code. */
import type { PublicMeasure } from "@trygg/shared/measures/schema.ts";
import type { ReceiptAnswer } from "@trygg/shared/reports/receipt.ts";
import { localDate } from "@trygg/shared/time/local.ts";
import type { Services } from "../context.ts";
import { publicMeasures } from "../measures/public.ts";
import { Refusal } from "../refusal.ts";
import { openQuestions } from "./answer.ts";
import { receiptHashOf } from "./receipt-code.ts";
import { findMarksBefore } from "./single/store.ts";
import { findByReceipt, findWithdrawal } from "./store.ts";

/** Reads the one report of a code. Throws `notFound` for a code that belongs to none. */
export async function readReceipt(services: Services, receipt: string): Promise<ReceiptAnswer> {
  const { db, hash, now, town } = services;
  const receiptHash = receiptHashOf(hash, receipt);
  const report = await findByReceipt(db, receiptHash);
  if (report) {
    const { area, receivedOn, apart } = report;
    // A day is told once it is over: who asks again and again learns no minute of when somebody looked.
    const { seenOn, linked } = await findMarksBefore(db, report, localDate(now(), town.place.timeZone));
    const isLinked = ({ id }: PublicMeasure) => linked.includes(id);
    const measures = (await publicMeasures(services))
      .filter((each) => each.area === area || isLinked(each))
      .toSorted((a, b) => Number(isLinked(b)) - Number(isLinked(a)));
    const asks = await openQuestions(services, receipt, report, measures);
    const presence = presenceIn(services, area);
    return {
      state: linked.length > 0 ? "linked" : seenOn ? "seen" : "received",
      area,
      since: receivedOn,
      measures,
      ...(seenOn ? { seenOn } : {}),
      ...(linked.length > 0 ? { linked } : {}),
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
