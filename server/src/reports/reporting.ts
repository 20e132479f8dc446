/** Whether people may report now, as the town has set it. */
import { countsLate, isOpenOn, opensOn } from "@trygg/shared/place/campaign.ts";
import type { ReportInput } from "@trygg/shared/reports/schema.ts";
import type { Words } from "@trygg/shared/place/schema.ts";
import { localDate } from "@trygg/shared/time/local.ts";
import type { Services } from "../context.ts";
import { Refusal } from "../refusal.ts";

interface Reporting {
  open: boolean;
  /** The day from which they may; null while they may, or where nobody has said. */
  opensOn: string | null;
  /** The town's own words about it. */
  text: Words | null;
}

export function readReporting({ town, now }: Pick<Services, "town" | "now">): Reporting {
  const { campaign } = town.service;
  const today = localDate(now(), town.place.timeZone);
  return { open: isOpenOn(campaign, today), opensOn: opensOn(campaign, today), text: campaign.text };
}

/** Throws a Refusal, but for a report that was written while people might report and could not be sent then. */
export function refuseWhileClosed({ town, now }: Services, { writtenOn }: ReportInput): void {
  const { campaign } = town.service;
  const today = localDate(now(), town.place.timeZone);
  if (isOpenOn(campaign, today)) return;
  if (writtenOn !== undefined && countsLate(campaign, writtenOn, today)) return;
  throw new Refusal("reportingClosed", "expected a day on which the town takes reports");
}
