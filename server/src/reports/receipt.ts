/** What has happened since a report was sent, for whoever holds its code. */
import type { z } from "zod";
import type { publicMeasure } from "@trygg/shared/measures/schema.ts";
import type { reportState } from "@trygg/shared/reports/schema.ts";
import type { Services } from "../context.ts";
import { publicMeasures } from "../measures/public.ts";
import { Refusal } from "../refusal.ts";
import { receiptHashOf } from "./receipt-code.ts";
import { findByReceipt, findWithdrawal } from "./store.ts";

export interface ReceiptAnswer {
  state: z.infer<typeof reportState>;
  /** Empty once the report is withdrawn: nothing of it is kept. */
  area: string;
  since: string;
  measures: z.infer<typeof publicMeasure>[];
}

/** Reads the one report of a code. Throws `notFound` for a code that belongs to none. */
export async function readReceipt(services: Services, receipt: string): Promise<ReceiptAnswer> {
  const { db, hash } = services;
  const receiptHash = receiptHashOf(hash, receipt);
  const report = await findByReceipt(db, receiptHash);
  if (report) {
    const measures = (await publicMeasures(services)).filter(({ area }) => area === report.area);
    return { state: "received", area: report.area, since: report.receivedOn, measures };
  }
  const withdrawal = await findWithdrawal(db, receiptHash);
  if (withdrawal) return { state: "withdrawn", area: "", since: withdrawal.withdrawnOn, measures: [] };
  throw new Refusal("notFound", "expected the code of a report; there is none with this code");
}
