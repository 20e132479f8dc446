/** Which column of a file holds which field: as mapped, else by the names that inventories usually use. */
import { Refusal } from "../refusal.ts";
import type { Mapping } from "./kind.ts";

/** Usual names of each field, the likeliest first, without diacritics and anything but letters and digits. */
export type UsualNames<F extends string> = Record<F, readonly string[]>;
export const names = (list: string): readonly string[] => list.split(" ");
/** Absent where the file has no such column. */
export type Columns<F extends string> = Partial<Record<F, string>>;

export function chooseColumns<F extends string>(
  columns: readonly string[],
  usual: UsualNames<F>,
  mapping: Mapping,
): Columns<F> {
  const fields = Object.keys(usual) as F[];
  for (const part of [mapping.columns, mapping.values, mapping.defaults])
    for (const field of Object.keys(part))
      if (!fields.some((each) => each === field))
        throw new Refusal("badFile", `the mapping: expected one of ${fields.join(", ")}, got "${field}"`);
  const byName = new Map(columns.toReversed().map((column) => [plain(column), column]));
  return Object.fromEntries(
    fields.flatMap((field) => {
      const mapped = mapping.columns[field];
      if (mapped !== undefined && !columns.includes(mapped))
        throw new Refusal(
          "badFile",
          `the mapping: expected a column of the file for ${field}, got "${mapped}"; the file has ${shorten(columns)}`,
        );
      const found = mapped ?? usual[field].map((name) => byName.get(name)).find((each) => each !== undefined);
      return found === undefined ? [] : [[field, found]];
    }),
  ) as Columns<F>;
}

/** `id ← Nr, height ← Höjd`: which were found, to be looked over. */
export const namedColumns = (columns: Columns<string>) =>
  Object.entries(columns)
    .map(([field, column]) => `${field} ← ${column}`)
    .join(", ") || "–";

/** Reads the cells of one row by field. */
export type ReadCell<F extends string> = (properties: Readonly<Record<string, unknown>>, field: F) => string;

/** The text of a field: of its column, put in our terms, or the default where the row is silent. Empty for nothing. */
export function cellReader<F extends string>(columns: Columns<F>, mapping: Mapping): ReadCell<F> {
  return (properties, field) => {
    const column = columns[field];
    const text = column === undefined ? "" : textOf(properties[column]);
    const told = SILENT.has(text.toLowerCase()) ? "" : text;
    return mapping.values[field]?.[told] ?? (told || (mapping.defaults[field] ?? ""));
  };
}

/** What inventories write where they know nothing. */
const SILENT = new Set(["", "-", "–", "?", "null", "okänd", "okänt", "unknown", "saknas", "n/a", "na"]);

function textOf(value: unknown): string {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "" : dayOf(value);
  if (typeof value === "number") return Number.isFinite(value) ? String(value) : "";
  return typeof value === "string" ? value.trim() : "";
}

/** Readers of files give a day as midnight where they run. */
function dayOf(date: Date): string {
  const two = (part: number) => String(part).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** Lower case, without diacritics and anything but letters and digits: how names are compared. */
export function plain(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "");
}

/** A number as people write it, with a decimal comma or point; undefined when it is none. */
export function readNumber(text: string): number | undefined {
  const bare = text.replace(/[\s\u00a0]/g, "").replace(",", ".");
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(bare) ? Number(bare) : undefined;
}

const MOST_NAMED = 20;

function shorten(columns: readonly string[]): string {
  const named = columns.slice(0, MOST_NAMED).map((column) => `"${column.slice(0, 40)}"`);
  return named.join(", ") + (columns.length > MOST_NAMED ? " …" : "");
}
