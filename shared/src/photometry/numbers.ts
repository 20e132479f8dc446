/** Numbers of a photometric file, each with the line that it stands on. */
import { type PhotometryTerm, Unreadable } from "./unreadable.ts";

export interface Written {
  text: string;
  line: number;
}

interface Range {
  least: number;
  most: number;
}

/** With a decimal point or comma. */
export function numberOf({ text, line }: Written, what: PhotometryTerm, range: Range): number {
  const bare = text.trim().replace(",", ".");
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(bare))
    throw new Unreadable("notANumber", line, { what, got: shorten(text) });
  const number = Number(bare);
  if (number >= range.least && number <= range.most) return number;
  throw new Unreadable("outOfRange", line, { what, ...range, got: shorten(text) });
}

export function wholeOf(written: Written, what: PhotometryTerm, range: Range): number {
  const number = numberOf(written, what, range);
  if (Number.isInteger(number)) return number;
  throw new Unreadable("notWhole", written.line, { what, got: number });
}

/** Degrees that rise. */
export function anglesOf(written: Written[], what: "planeAngles" | "gammaAngles", most: number): number[] {
  const angles = written.map((each) => numberOf(each, what, { least: 0, most }));
  for (const [index, { line }] of written.entries()) {
    const [before, got] = [angles[index - 1], angles[index] as number];
    if (before !== undefined && got <= before) throw new Unreadable("notRising", line, { what, before, got });
  }
  return angles;
}

/** Far beyond any luminaire: a number above it has lost its point. */
const BRIGHTEST = 1e8;

export const intensitiesOf = (written: Written[]): number[] =>
  written.map((each) => numberOf(each, "intensities", { least: 0, most: BRIGHTEST }));

const shorten = (text: string) => text.trim().slice(0, 40);
