/** Colours and words of a figure that takes the next colour at each of some steps. */
import type { ExpressionSpecification } from "maplibre-gl";

/** The colour of a feature's property; the first also stands for what lies below the first step. */
export function stepColour(
  property: string,
  steps: readonly number[],
  [first, ...rest]: readonly string[],
): ExpressionSpecification {
  return [
    "step",
    ["get", property],
    first,
    ...rest.flatMap((colour, index) => [steps[index + 1], colour]),
  ] as unknown as ExpressionSpecification;
}

/** What each step reaches over, "3–5" and at last "24+"; whole numbers end before the next begins. */
export function rangesOf(steps: readonly number[], whole = true): string[] {
  return steps.map((from, index) => {
    const next = steps[index + 1];
    return next === undefined ? `${from}+` : `${from}–${whole ? next - 1 : next}`;
  });
}
