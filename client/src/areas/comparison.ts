/** Before and after a measure: which releases may be laid beside each other. */
import type { PublicMeasure } from "@trygg/shared/measures/schema.ts";
import type { ReleaseManifest } from "@trygg/shared/releases/schema.ts";

type Release = Pick<ReleaseManifest, "id" | "kind" | "window">;

interface Comparison<T> {
  /** The last whose reports all came before the work began; missing where nothing was released by then. */
  before: T | undefined;
  /** The first whose reports all came after it was done; missing until a whole period has passed. */
  after: T | undefined;
}

/**
 * A window that reaches over the time of the work holds reports of both, so such a release tells neither. Null where
 * the measure is not done, or nobody has said when.
 */
export function comparisonOf<T extends Release>(
  releases: readonly T[],
  { state, from, to }: Pick<PublicMeasure, "state" | "from" | "to">,
): Comparison<T> | null {
  if (state !== "done" || to === undefined) return null;
  const reports = releases
    .filter(({ kind }) => kind === "reports")
    .toSorted((a, b) => a.window.to.localeCompare(b.window.to));
  return {
    before: reports.findLast(({ window }) => window.to < (from ?? to)),
    after: reports.find(({ window }) => window.from > to),
  };
}
