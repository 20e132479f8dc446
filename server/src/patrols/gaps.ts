/** Where and when worry has the largest share and presence the smallest. */
import { type Gap, findGaps } from "@trygg/shared/patrols/gaps.ts";
import type { Services } from "../context.ts";
import { selectWorries } from "../reports/store.ts";
import type { CoverageQuestion } from "./coverage.ts";
import { instantsOf, periodOf } from "./period.ts";
import { sumSquareBins } from "./store.ts";

export interface GapQuestion extends Pick<CoverageQuestion, "from" | "to" | "light"> {
  /** Only this three-hour bin of the week. */
  bin?: number | undefined;
  limit?: number | undefined;
}

export async function listGaps(services: Services, question: GapQuestion): Promise<Gap[]> {
  const { light, bin, limit = 100 } = question;
  const days = periodOf(services, question);
  const [worries, presence] = await Promise.all([
    selectWorries(services.db, { ...days, ...(light ? { light } : {}) }),
    sumSquareBins(services.db, {
      ...instantsOf(services, days),
      dark: light === undefined ? undefined : light === "dark",
    }),
  ]);
  const gaps = findGaps(worries, presence);
  return gaps.filter((gap) => bin === undefined || gap.bin === bin).slice(0, limit);
}
