/** An area as a file gives it, its outline checked. */
import type { AreaGeometry } from "@trygg/shared/releases/schema.ts";
import type { Prepared } from "../imports/kind.ts";
import type { AreaField } from "./area-columns.ts";
import type { Compared } from "./imported.ts";

export interface GivenArea {
  /** Of the file. */
  row: number;
  name: string;
  /** The text of a field; empty for nothing. */
  told(field: AreaField): string;
  outline: AreaGeometry;
}

/** What would be stored of them, and how that differs from what is there. */
export interface AreaPlan extends Pick<Prepared, "store"> {
  compared: Compared;
}
