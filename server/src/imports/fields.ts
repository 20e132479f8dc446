/** Reads the text of one cell as a number, a day, a word of a closed list or a text; empty is not told, never guessed. */
import type { Told } from "@trygg/shared/imports/schema.ts";
import { plain, readNumber } from "./columns.ts";
import { say } from "./say.ts";

/** Why one row cannot be used; caught where rows are read. */
export class Unfit extends Error {
  readonly why: Told;

  constructor(why: Told) {
    super(why.text);
    this.name = "Unfit";
    this.why = why;
  }
}

interface Range {
  least: number;
  most: number;
}

export function readRanged(field: string, text: string, { least, most }: Range): number | undefined {
  // Registers write 0 where nobody has measured.
  return readAnyNumber(field, text) === 0 ? undefined : readWithin(field, text, { least, most });
}

/** The same where 0 is an answer like any other. */
export function readWithin(field: string, text: string, { least, most }: Range): number | undefined {
  const number = readAnyNumber(field, text);
  if (number === undefined || (number >= least && number <= most)) return number;
  throw new Unfit(say("outOfRange", { field, least, most, got: number }));
}

export function readAnyNumber(field: string, text: string): number | undefined {
  if (text === "") return undefined;
  const number = readNumber(text);
  if (number === undefined) throw new Unfit(say("notANumber", { field, got: shorten(text) }));
  return number;
}

/** One of ours, by any of its spellings. */
export function readWord<T extends string>(
  field: string,
  text: string,
  spellings: ReadonlyMap<string, T>,
): T | undefined {
  if (text === "") return undefined;
  const word = spellings.get(plain(text));
  if (word) return word;
  const expected = [...new Set(spellings.values())].join(", ");
  throw new Unfit(say("notAllowed", { field, expected, got: shorten(text) }));
}

/** Year first, with any separator or none; a time of day is left out. */
export function readDay(field: string, text: string): string | undefined {
  if (text === "") return undefined;
  const [, year, month, day] = /^(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})(?:[T ].*)?$/.exec(text) ?? [];
  const iso = `${year}-${month}-${day}`;
  const at = new Date(`${iso}T00:00:00Z`);
  if (!Number.isNaN(at.getTime()) && at.toISOString().startsWith(iso)) return iso;
  throw new Unfit(say("notADate", { field, got: shorten(text) }));
}

export function readText(field: string, text: string, most: number): string | undefined {
  if (text === "") return undefined;
  if (text.length <= most && !/\p{Cc}/u.test(text)) return text;
  throw new Unfit(say("badText", { field, most }));
}

/** The words of a closed list by their own and further spellings. */
export function spellingsOf<T extends string>(words: Record<T, readonly string[]>): Map<string, T> {
  return new Map(
    Object.entries<readonly string[]>(words).flatMap(([word, others]) =>
      [word, ...others].map((spelling) => [plain(spelling), word as T] as const),
    ),
  );
}

const shorten = (text: string) => (text.length > 60 ? `${text.slice(0, 60)}…` : text);
