/** The data dictionary of a release: what its files and columns mean, as a Data Package (version 2) for machines. */
import { licences } from "@trygg/shared/releases/calendar.ts";
import {
  DICTIONARY,
  PATROL_COVERAGE_TABLE,
  REASONS_TABLE,
  UNSAFE_PLACES_TABLE,
} from "@trygg/shared/releases/file-names.ts";
import {
  EPSILON_PER_CELL,
  EPSILON_PER_VOICE,
  MIN_VOICES,
  MIN_VOICES_PROTECTED,
  RULE_VERSION,
} from "@trygg/shared/releases/rule.ts";
import { type ReleaseKind, dictionary } from "@trygg/shared/releases/schema.ts";
import { fieldsOf, patrolCoverageRow, reasonRow, unsafePlaceRow } from "@trygg/shared/releases/tables.ts";
import type { Services } from "../context.ts";
import { caveatsOf } from "./caveats.ts";
import { type PublicFile, publicFile } from "./files.ts";
import type { ReleaseWindow } from "./window.ts";

/** The columns of each table, and what makes a row one of its kind. */
const tables = {
  [UNSAFE_PLACES_TABLE]: { row: unsafePlaceRow, primaryKey: ["area", "band", "feeling"] },
  [REASONS_TABLE]: { row: reasonRow, primaryKey: ["reason", "band"] },
  [PATROL_COVERAGE_TABLE]: { row: patrolCoverageRow, primaryKey: ["area", "week", "band"] },
};

const isTable = (name: string): name is keyof typeof tables => name in tables;

export async function dictionaryFile(
  { town, demonstration }: Pick<Services, "town" | "demonstration">,
  kind: ReleaseKind,
  window: ReleaseWindow,
  files: PublicFile[],
): Promise<PublicFile> {
  const licence = town.calendar.licence;
  return publicFile(DICTIONARY, "application/json", dictionary, {
    $schema: "https://datapackage.org/profiles/2.0/datapackage.json",
    name: `trygghetskartan-${town.place.id}-${kind}`,
    version: window.to,
    kind,
    rule: RULE_VERSION,
    window,
    ...(kind === "reports"
      ? {
          minimum: [MIN_VOICES, MIN_VOICES_PROTECTED],
          epsilonPerCell: EPSILON_PER_CELL,
          epsilonPerVoice: EPSILON_PER_VOICE,
        }
      : {}),
    demonstration,
    caveats: caveatsOf(kind, town),
    licenses: [{ name: licence, title: licences[licence].title, path: licences[licence].url }],
    contributors: [{ title: town.place.municipality.sv, roles: ["publisher"] }],
    resources: files.map(({ name, mediaType, plain, sha256 }) => ({
      name: name.replace(/\.[a-z]+$/, "").concat(isTable(name) ? "-table" : ""),
      path: name,
      mediatype: mediaType,
      encoding: "utf-8" as const,
      bytes: plain.length,
      hash: `sha256:${sha256}`,
      ...(isTable(name)
        ? { schema: { fields: fieldsOf(tables[name].row), primaryKey: tables[name].primaryKey } }
        : {}),
    })),
  });
}
