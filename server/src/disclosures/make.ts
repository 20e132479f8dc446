/** Gives reports out as a masked document and enters that in the register. */
import {
  type DisclosureDocument,
  type DisclosureInput,
  type DisclosedAsked,
  type DisclosedReport,
  MOST_DISCLOSED,
  maskedFields,
} from "@trygg/shared/disclosures/schema.ts";
import { audit } from "../audit/audit.ts";
import type { StaffContext } from "../context.ts";
import type { Town } from "../place/town.ts";
import { findArea } from "../place/area.ts";
import { Refusal } from "../refusal.ts";
import { receiptHashOf } from "../reports/receipt-code.ts";
import { type AskedReports, selectAsked } from "../reports/store.ts";
import { toDisclosure } from "./list.ts";
import { insertDisclosure } from "./store.ts";

/** Throws `notFound` for a code or id of no report, `conflict` for a number that is taken, `tooLarge` for too many. */
export async function makeDisclosure(
  context: StaffContext,
  { number, askedOn, asked, ground }: DisclosureInput,
): Promise<DisclosureDocument> {
  const { db, now, town, session } = context;
  const { id } = findGround(town, ground);
  const found = await selectAsked(db, whichReports(context, asked), MOST_DISCLOSED + 1);
  if (found.length === 0 && asked.by !== "area")
    throw new Refusal("notFound", "expected the code or id of a report; there is none");
  if (found.length > MOST_DISCLOSED)
    throw new Refusal("tooLarge", `expected at most ${MOST_DISCLOSED} reports; choose a shorter period`);
  const stored = await insertDisclosure(db, {
    number,
    askedOn,
    asked: withoutSecrets(asked),
    reports: found.length,
    masked: maskedFields.map((field) => ({ field, ground: id })),
    accountId: session.accountId,
    at: new Date(now()),
  });
  if (!stored)
    throw new Refusal("conflict", `expected a number that is not in the register, got "${number}"`);
  await audit(context, "disclosures.make", { number, by: asked.by, reports: found.length });
  return {
    entry: toDisclosure(stored, session.name),
    reports: found.map(toDisclosed).toSorted(byMonth),
  };
}

type FoundReport = Awaited<ReturnType<typeof selectAsked>>[number];

const toDisclosed = ({ area, receivedOn, feeling, light, reasons }: FoundReport): DisclosedReport => ({
  month: receivedOn.slice(0, 7),
  area,
  feeling,
  light,
  reasons: reasons.toSorted(),
});

/** Within a month in an order that tells nothing of the days. */
const byMonth = (a: DisclosedReport, b: DisclosedReport) =>
  JSON.stringify(a).localeCompare(JSON.stringify(b), "en");

function findGround(town: Town, id: string) {
  const ground = town.grounds.find((each) => each.id === id);
  if (!ground) throw new Refusal("invalidInput", `ground: expected one of the town's, got "${id}"`);
  return ground;
}

function whichReports({ hash, town }: StaffContext, asked: DisclosureInput["asked"]): AskedReports {
  if (asked.by === "receipt") return { receiptHash: receiptHashOf(hash, asked.receipt) };
  if (asked.by === "report") return { id: asked.report };
  const { area, from, to } = asked;
  if (to < from) throw new Refusal("impossiblePeriod", "expected a period that ends after it begins");
  return { area: findArea(town, area).id, from, to };
}

/** A code opens its report, and an id would lead to it: neither is for a register. */
const withoutSecrets = (asked: DisclosureInput["asked"]): DisclosedAsked =>
  asked.by === "area" ? asked : { by: asked.by };
