/** Where and when worry has the largest share and presence the smallest. */
import { type Gap, findGaps } from "@trygg/shared/patrols/gaps.ts";
import type { Services } from "../context.ts";
import { weighWorry } from "../reports/columns/worry.ts";
import { sumSquareBins } from "./columns/tally.ts";
import type { CoverageQuestion } from "./coverage.ts";
import { instantsOf, periodOf } from "./period.ts";

export interface GapQuestion extends Pick<CoverageQuestion, "from" | "to" | "light"> {
  /** Only this three-hour bin of the week. */
  bin?: number | undefined;
  limit?: number | undefined;
}

const NOWHERE: ReadonlySet<string> = new Set();

export async function listGaps(services: Services, question: GapQuestion): Promise<Gap[]> {
  const { light, bin, limit = 100 } = question;
  const days = periodOf(services, question);
  const [reports, presence] = await Promise.all([services.columns.reports(), services.columns.presence()]);
  const worry = weighWorry(reports, { ...days, feeling: "unsafe", ...(light ? { light } : {}) }, NOWHERE);
  const minutes = sumSquareBins(presence, {
    ...instantsOf(services, days),
    dark: light === undefined ? undefined : light === "dark",
  });
  const gaps = findGaps(worry.cells, worry.total, minutes);
  return gaps.filter((gap) => bin === undefined || gap.bin === bin).slice(0, limit);
}
