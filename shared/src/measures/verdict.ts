/** What the figures of a measure amount to. Whether it was delivered is no part of it. */
import { type CountRatio, countRatio } from "../statistics/count-ratio.ts";
import type { MeasureEffect } from "./effect.ts";

interface Facts {
  state: MeasureEffect["delivery"]["state"];
  doneOn: string | null;
  plan: Pick<MeasureEffect["plan"], "control" | "months">;
  /** Whole months after it that are over. */
  months: number;
  counts: Pick<MeasureEffect["counts"], "treated" | "control">;
  ratio: CountRatio | null;
  regression: MeasureEffect["regression"];
}

export function verdictOf(facts: Facts): Pick<MeasureEffect, "verdict" | "because"> {
  const { state, doneOn, plan, months, counts, ratio: found, regression } = facts;
  if (state !== "done") return { verdict: "tooEarly", because: { key: "notDone" } };
  if (!doneOn) return { verdict: "tooEarly", because: { key: "noDay" } };
  if (months < plan.months)
    return { verdict: "tooEarly", because: { key: "fewMonths", months, of: plan.months } };
  if (plan.control.length === 0) return { verdict: "notEstimable", because: { key: "noControl" } };
  if (!found) return { verdict: "notEstimable", because: { key: "nought" } };
  const fewer = Math.round((1 - found.ratio) * 100);
  if (found.low > 1) return { verdict: "worse", because: { key: "more", more: -fewer } };
  if (found.high >= 1) return { verdict: "cannotTell", because: { key: "chance", fewer } };
  if (isMeanAgain(counts, regression)) return { verdict: "cannotTell", because: { key: "meanAgain", fewer } };
  return { verdict: "better", because: { key: "fewer", fewer } };
}

/** Whether the fall is gone once the place is taken to have been as it usually would be. */
function isMeanAgain({ treated, control }: Facts["counts"], regression: Facts["regression"]): boolean {
  if (!regression || regression.artefact <= 0) return false;
  const again = countRatio({ before: regression.expected, after: treated.after }, control);
  return again !== null && again.ratio >= 1;
}
