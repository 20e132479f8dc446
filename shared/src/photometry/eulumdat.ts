/** Reads a EULUMDAT file (.ldt): one item a line, intensities in cd for 1000 lm of its lamps. */
import type { LampSet, RawPhotometry } from "./raw.ts";
import { type Written, anglesOf, intensitiesOf, numberOf, wholeOf } from "./numbers.ts";
import type { Symmetry } from "./symmetry.ts";
import { type PhotometryTerm, Unreadable } from "./unreadable.ts";

/** Lines of the head that tell what we use, counted from 1. */
const LINE = { maker: 1, symmetry: 3, planes: 4, gammas: 6, name: 9, lightOutput: 23, factor: 24, sets: 26 };
const LINES_OF_SET = 6;
const DIRECT_RATIOS = 10;

const symmetries: Symmetry[] = ["none", "round", "about0", "about90", "quarters"];

export function readEulumdat(lines: string[], lampSet: number): RawPhotometry {
  const at = (line: number, what: PhotometryTerm): Written => {
    const text = lines[line - 1];
    if (text === undefined) throw new Unreadable("endsEarly", lines.length, { what, needed: 1, got: 0 });
    return { text, line };
  };
  // Some other text has neither a symmetry nor planes where this format has them.
  if (!/^\s*[0-4]\s*$/.test(lines[LINE.symmetry - 1] ?? ""))
    throw new Unreadable("unknownFormat", LINE.symmetry);
  const isym = wholeOf(at(LINE.symmetry, "symmetry"), "symmetry", { least: 0, most: 4 });
  const mc = wholeOf(at(LINE.planes, "planes"), "planes", { least: 1, most: 721 });
  const ng = wholeOf(at(LINE.gammas, "gammas"), "gammas", { least: 2, most: 361 });
  const lightOutput = orBlank(at(LINE.lightOutput, "lightOutput"), 0, (written) =>
    numberOf(written, "lightOutput", { least: 0, most: 1000 }),
  );
  const factor = orBlank(at(LINE.factor, "factor"), 1, (written) =>
    numberOf(written, "factor", { least: 0, most: 10_000 }),
  );
  const count = wholeOf(at(LINE.sets, "sets"), "sets", { least: 1, most: 20 });
  const sets = Array.from({ length: count }, (_, index) => readSet(at, LINE.sets + 1 + index * LINES_OF_SET));
  const set = sets[lampSet - 1];
  if (!set) throw new Unreadable("noSuchSet", LINE.sets, { sets: count, got: lampSet });

  const first = LINE.sets + 1 + count * LINES_OF_SET + DIRECT_RATIOS;
  const block = (from: number, length: number, what: PhotometryTerm): Written[] => {
    const got = Math.max(0, lines.length - from + 1);
    if (got < length) throw new Unreadable("endsEarly", lines.length, { what, needed: length, got });
    return lines.slice(from - 1, from - 1 + length).map((text, index) => ({ text, line: from + index }));
  };
  const listed = anglesOf(block(first, mc, "planeAngles"), "planeAngles", 360);
  const gammas = anglesOf(block(first + mc, ng, "gammaAngles"), "gammaAngles", 180);
  const symmetry = symmetries[isym] as Symmetry;
  const planes = storedPlanes(listed, symmetry, first);
  const line = first + mc + ng;
  const scale = (factor * (set.flux as number)) / 1000;
  const candela = intensitiesOf(block(line, planes.length * ng, "intensities")).map((each) => each * scale);
  return {
    format: "eulumdat",
    name: lines[LINE.name - 1]?.trim() ?? "",
    maker: lines[LINE.maker - 1]?.trim() || null,
    sets,
    power: set.power,
    symmetry,
    table: { planes, gammas, candela },
    line,
    stated: lightOutput === 0 ? null : ((set.flux as number) * lightOutput) / 100,
    lampFlux: set.flux,
    notes: count > 1 ? [{ code: "severalSets", values: { sets: count, set: lampSet } }] : [],
  };
}

/** A negative number of lamps says that the table was measured with these very lamps; it is read in the same way. */
function readSet(at: (line: number, what: PhotometryTerm) => Written, line: number): LampSet {
  const power = orBlank(at(line + 5, "power"), 0, (written) =>
    numberOf(written, "power", { least: 0, most: 100_000 }),
  );
  return {
    lamps: wholeOf(at(line, "lamps"), "lamps", { least: -1000, most: 1000 }),
    name: at(line + 1, "lamps").text.trim(),
    flux: numberOf(at(line + 2, "lampFlux"), "lampFlux", { least: 0.1, most: 10_000_000 }),
    power: power === 0 ? null : power,
  };
}

/** The planes whose intensities the file holds, of all that it lists. */
function storedPlanes(listed: number[], symmetry: Symmetry, line: number): number[] {
  const unlike = () =>
    new Unreadable("unlikeSymmetry", line, { symmetry: symmetries.indexOf(symmetry), got: listed.length });
  const fit = (planes: number[], from: number, to: number) => {
    if (planes[0] !== from || planes.at(-1) !== to) throw unlike();
    return planes;
  };
  const parts = symmetry === "quarters" || symmetry === "about90" ? 4 : symmetry === "about0" ? 2 : 1;
  if (listed.length % parts !== 0) throw unlike();
  const part = listed.length / parts;
  switch (symmetry) {
    case "none":
      // Some list C360 as well, which is C0 once more.
      return listed;
    case "round":
      return [0];
    case "about0":
      return fit(listed.slice(0, part + 1), 0, 180);
    case "about90":
      return fit([...listed.slice(3 * part), ...listed.slice(0, part + 1)], 270, 90);
    case "quarters":
      return fit(listed.slice(0, part + 1), 0, 90);
  }
}

const orBlank = (written: Written, blank: number, read: (written: Written) => number) =>
  written.text.trim() === "" ? blank : read(written);
