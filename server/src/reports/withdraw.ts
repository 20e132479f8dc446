/** Takes a report back: its row is deleted at once, and public figures follow with the next release. */
import { localDate } from "@trygg/shared/time/local.ts";
import type { Services } from "../context.ts";
import { Refusal } from "../refusal.ts";
import { receiptHashOf } from "./receipt-code.ts";
import { findByReceipt, findWithdrawal, removeReport } from "./store.ts";

export async function withdrawReport(services: Services, receipt: string): Promise<{ state: "withdrawn" }> {
  const { db, hash, now, town, changes } = services;
  const receiptHash = receiptHashOf(hash, receipt);
  const removed = await removeReport(db, receiptHash, localDate(now(), town.place.timeZone));
  if (!removed && !(await findWithdrawal(db, receiptHash))) throw unknownReceipt();
  if (removed) changes.tell("reports");
  return { state: "withdrawn" };
}

/** Throws `notFound` unless a report with this code is there, or was until it was withdrawn. */
export async function refuseUnknownReceipt({ db, hash }: Services, receipt: string): Promise<void> {
  const receiptHash = receiptHashOf(hash, receipt);
  if (!(await findByReceipt(db, receiptHash)) && !(await findWithdrawal(db, receiptHash)))
    throw unknownReceipt();
}

const unknownReceipt = () =>
  new Refusal("notFound", "expected the code of a report; there is none with this code");
