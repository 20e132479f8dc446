/** How a place feels after a measure, said by somebody who had reported it before. One answer for a receipt and a measure. */
import type { PublicMeasure } from "@trygg/shared/measures/schema.ts";
import type { EffectInput } from "@trygg/shared/reports/receipt.ts";
import type { Services } from "../context.ts";
import { publicMeasures } from "../measures/public.ts";
import { countAnswer, selectAnswered } from "../measures/store.ts";
import { Refusal } from "../refusal.ts";
import { receiptHashOf } from "./receipt-code.ts";
import { type FoundReport, findByReceipt } from "./store.ts";

type Report = Pick<FoundReport, "area" | "receivedOn" | "apart">;

/** Counts an answer once; a repeat changes nothing, whatever it says. */
export async function answerReceipt(services: Services, input: EffectInput): Promise<{ counted: boolean }> {
  const { db, hash, changes } = services;
  const { receipt, measure: measureId, answer } = input;
  const report = await findByReceipt(db, receiptHashOf(hash, receipt));
  if (!report) throw new Refusal("notFound", "expected the code of a report; there is none with this code");
  const asked = (await publicMeasures(services)).some(
    (each) => each.id === measureId && isAsked(each, report),
  );
  if (!asked)
    throw new Refusal("notFound", "expected a measure that was done in the report's area after it came in");
  const { area, receivedOn, weight } = report;
  const counted = await countAnswer(db, {
    area,
    measureId,
    answer,
    weight,
    tag: answerTagOf(services, receipt, measureId),
    month: `${receivedOn.slice(0, 7)}-01`,
  });
  if (counted) changes.tell("measures");
  return { counted };
}

/** The measures about which a receipt may answer and has not yet. */
export async function openQuestions(
  services: Services,
  receipt: string,
  report: Report,
  measures: PublicMeasure[],
): Promise<string[]> {
  const asked = measures
    .filter((measure) => isAsked(measure, report))
    .map(({ id }) => ({ id, tag: answerTagOf(services, receipt, id) }));
  const answered = await selectAnswered(
    services.db,
    asked.map(({ tag }) => tag),
  );
  return asked.filter(({ tag }) => !answered.has(tag.toString("hex"))).map(({ id }) => id);
}

/** Only who knew the place before a measure can tell what it has changed; a report that is set apart tells nothing yet. */
function isAsked({ area, state, to, updatedOn }: PublicMeasure, report: Report): boolean {
  return (
    report.apart === null &&
    state === "done" &&
    area === report.area &&
    report.receivedOn <= (to ?? updatedOn)
  );
}

/** Of the code itself, which the store does not hold: nobody can tell from the tag which report has answered. */
const answerTagOf = ({ hash }: Pick<Services, "hash">, receipt: string, measureId: string) =>
  hash("receipt-answer", `${receipt}|${measureId}`);
