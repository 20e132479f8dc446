/** Where the light of a strip between two lamps is to be computed (EN 13201-3). */

export interface RoadGrid {
  /** Points along the strip and across it. */
  along: number;
  across: number;
}

/**
 * A strip from one lamp to the next, so many metres long and wide: ten points along it, or as many as keep them within
 * 3 m of each other where it is longer than 30 m; across it three, or as many as keep them within 1.5 m. The first
 * point lies half a step in.
 */
export function roadGrid(spacing: number, width: number): RoadGrid {
  return {
    along: spacing <= 30 ? 10 : Math.ceil(spacing / 3),
    across: Math.max(3, Math.ceil(width / 1.5)),
  };
}
