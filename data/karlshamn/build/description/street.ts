/** What is said of a street. Lines are given longer than they are and cut at the streets named in `from` and `to`. */
import type { Certainty, Corner } from "./frame.ts";

export type StreetKind = "main" | "street" | "lane" | "pedestrian" | "walking-speed" | "quay" | "path";

export interface Street {
  id: string;
  /** Absent where no source gives one. */
  name?: string;
  kind: StreetKind;
  /** Metres between the house fronts; for a path, of the path itself. */
  width: number;
  corners: readonly Corner[];
  /** Drawn as one soft curve through its corners. */
  soft?: boolean;
  /** Ids of the streets where this one begins and ends. */
  from?: string;
  to?: string;
  /** Where it meets the street in `from` twice, begin at the last meeting. */
  fromLastMeeting?: true;
  /** A part with another character, between two crossing streets. */
  part?: { kind: StreetKind; between: readonly [string, string] };
  /** Leads out of the drawn town and fades there. */
  fades?: boolean;
  certainty: Certainty;
}
