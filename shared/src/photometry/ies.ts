/** Reads an IES file (LM-63 of 1986, 1991, 1995, 2002 or 2019): labels, then numbers that may wrap anywhere. */
import type { PhotometryNote, RawPhotometry } from "./raw.ts";
import { type Written, anglesOf, intensitiesOf, numberOf, wholeOf } from "./numbers.ts";
import type { Symmetry } from "./symmetry.ts";
import { type PhotometryTerm, Unreadable } from "./unreadable.ts";

const MOST_ANGLES = 1000;
/** Lumens of a lamp that say: these are the intensities of the very luminaire. */
const ABSOLUTE = -1;

export const isTilt = (line: string) => /^\s*TILT\s*=/i.test(line);

export function readIes(lines: string[]): RawPhotometry {
  const tilt = lines.findIndex(isTilt);
  const labels = readLabels(lines.slice(0, tilt));
  const next = numbersFrom(lines, tilt + 1);
  const notes = skipTilt({ text: lines[tilt] ?? "", line: tilt + 1 }, next);

  const lamps = wholeOf(next.one("lamps"), "lamps", { least: 0, most: 10_000 });
  const lumens = numberOf(next.one("lampFlux"), "lampFlux", { least: -1, most: 10_000_000 });
  const multiplier = numberOf(next.one("factor"), "factor", { least: 0, most: 1e6 });
  const [ng, nc] = [next.one("gammas"), next.one("planes")] as const;
  const gammaCount = wholeOf(ng, "gammas", { least: 2, most: MOST_ANGLES });
  const planeCount = wholeOf(nc, "planes", { least: 1, most: MOST_ANGLES });
  const type = next.one("photometricType");
  if (wholeOf(type, "photometricType", { least: 1, most: 3 }) !== 1)
    throw new Unreadable("wrongType", type.line, { got: type.text === "2" ? "B" : "A" });
  wholeOf(next.one("units"), "units", { least: 1, most: 2 });
  // The opening's size, in feet or metres, does not bear on light that far away.
  for (const size of next.some(3, "size")) numberOf(size, "size", { least: -1000, most: 1000 });
  const ballast = numberOf(next.one("factor"), "factor", { least: 0, most: 1000 });
  const second = numberOf(next.one("factor"), "factor", { least: 0, most: 1000 });
  const power = numberOf(next.one("power"), "power", { least: 0, most: 100_000 });

  const gammas = anglesOf(next.some(gammaCount, "gammaAngles"), "gammaAngles", 180);
  const horizontal = next.some(planeCount, "planeAngles");
  const planes = anglesOf(horizontal, "planeAngles", 360);
  const symmetry = symmetryOf(planes, horizontal[0]?.line ?? 0);
  const values = next.some(planeCount * gammaCount, "intensities");
  // In files of 2019 the second factor tells how the file came about instead.
  const scale = multiplier * ballast * (labels.year >= 2019 ? 1 : second);
  return {
    format: "ies",
    name: labels.of("LUMINAIRE") ?? labels.of("LUMCAT") ?? labels.first ?? "",
    maker: labels.of("MANUFAC") ?? null,
    sets: [{ lamps, name: labels.of("LAMP") ?? "", flux: lumens < 0 ? null : lumens, power: power || null }],
    power: power || null,
    symmetry,
    table: { planes, gammas, candela: intensitiesOf(values).map((each) => each * scale) },
    line: values[0]?.line ?? 0,
    stated: null,
    lampFlux: lumens === ABSOLUTE || lamps === 0 ? null : lamps * lumens,
    notes,
  };
}

/** `[KEY] text`, and `[MORE] text` that leads the one before on. */
function readLabels(lines: string[]) {
  const labels = new Map<string, string>();
  let last = "";
  for (const line of lines) {
    const [, key = "", text = ""] = /^\s*\[([^\]]{1,40})\]\s*(.*)$/.exec(line) ?? [];
    if (key === "MORE") labels.set(last, `${labels.get(last) ?? ""} ${text}`.trim());
    else if (key !== "") labels.set((last = key.toUpperCase()), text.trim());
  }
  const version = /^\s*IESNA:?\s*(?:LM-63-)?(\d+)/i.exec(lines[0] ?? "")?.[1];
  return {
    year: version === undefined ? 1986 : Number(version.length === 2 ? `19${version}` : version),
    of: (key: string) => labels.get(key) || undefined,
    first: lines.find((line) => line.trim() !== "" && !/^\s*(IESNA|\[)/i.test(line))?.trim(),
  };
}

/** Numbers one after the other, parted by blanks, commas or line ends. */
function numbersFrom(lines: string[], after: number) {
  const numbers = lines
    .slice(after)
    .flatMap((text, index) =>
      (text.match(/[^\s,]+/g) ?? []).map((each): Written => ({ text: each, line: after + 1 + index })),
    );
  let read = 0;
  const some = (count: number, what: PhotometryTerm): Written[] => {
    const got = numbers.length - read;
    if (got < count) throw new Unreadable("endsEarly", lines.length, { what, needed: count, got });
    read += count;
    return numbers.slice(read - count, read);
  };
  return { some, one: (what: PhotometryTerm) => some(1, what)[0] as Written };
}

/** Reads past what a lamp loses when it is tilted: in the luminaire that was measured it is counted already. */
function skipTilt({ text, line }: Written, next: ReturnType<typeof numbersFrom>): PhotometryNote[] {
  const tilt = text.slice(text.indexOf("=") + 1).trim();
  if (/^NONE$/i.test(tilt)) return [];
  if (!/^INCLUDE$/i.test(tilt)) throw new Unreadable("tiltFile", line, { got: tilt.slice(0, 40) });
  wholeOf(next.one("tilt"), "tilt", { least: 1, most: 3 });
  const pairs = wholeOf(next.one("tilt"), "tilt", { least: 1, most: MOST_ANGLES });
  for (const each of next.some(2 * pairs, "tilt")) numberOf(each, "tilt", { least: -360, most: 1e6 });
  return [{ code: "tiltSkipped" }];
}

function symmetryOf(planes: number[], line: number): Symmetry {
  const [from = 0, to = 0] = [planes[0], planes.at(-1)];
  if (from === 0 && to === 0) return "round";
  if (from === 0 && to === 90) return "quarters";
  if (from === 0 && to === 180) return "about0";
  if (from === 0 && to === 360) return "none";
  if (from === 90 && to === 270) return "about90";
  throw new Unreadable("horizontalRange", line, { from, to });
}
