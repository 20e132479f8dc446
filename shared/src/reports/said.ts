/** What the latest release lets a form say of an area: that several people feel the same there, and in which light. */
import type { Band, Feeling } from "./terms.ts";

/** Bands in which a release tells a class; where it tells "fewer than five", nothing is said at all. */
export type SaidBands = Record<Feeling, Band[]>;

export interface Said {
  /** The last day that the release covers. */
  to: string;
  /** By release area; an area of which nothing can be said is missing. */
  areas: Record<string, SaidBands>;
}
