/** The list of kinds: what can be brought in from outside. */
import type { ImportKindName } from "@trygg/shared/imports/schema.ts";
import { lampImport } from "../lighting/lamps/import-lamps.ts";
import { areaImport } from "../place/import-areas.ts";
import { populationImport } from "../place/import-population.ts";
import { osmImport } from "../place/osm/import.ts";
import type { ImportKind } from "./kind.ts";

export const kinds: Record<ImportKindName, ImportKind> = {
  lamps: lampImport,
  areas: areaImport,
  population: populationImport,
  osm: osmImport,
};
