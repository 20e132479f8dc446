declare module "shpjs" {
  import type { Geometry } from "geojson";
  export function parseShp(shp: Uint8Array): (Geometry | null)[];
  /** Dates come as midnight where it runs, empty numbers as NaN. */
  export function parseDbf(dbf: Uint8Array, encoding?: string): Record<string, unknown>[];
}
