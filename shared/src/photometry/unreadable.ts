/** Why a photometric file cannot be used: a closed list, each with its line. Pages say the same by code in their language. */

export type PhotometryValues = Record<string, string | number>;

const sentences = {
  /** Neither of the two formats. */
  unknownFormat: () => `expected a EULUMDAT file, or "TILT=" as in an IES file`,
  endsEarly: ({ what, needed, got }: PhotometryValues) =>
    `expected ${needed} more for ${what}, and the file holds ${got}`,
  notANumber: ({ what, got }: PhotometryValues) => `expected a number for ${what}, got "${got}"`,
  notWhole: ({ what, got }: PhotometryValues) => `expected a whole number for ${what}, got ${got}`,
  outOfRange: ({ what, least, most, got }: PhotometryValues) =>
    `expected ${least}–${most} for ${what}, got ${got}`,
  notRising: ({ what, before, got }: PhotometryValues) =>
    `expected ${what} to rise, got ${got} after ${before}`,
  /** Planes that the symmetry cannot be read from. */
  unlikeSymmetry: ({ symmetry, got }: PhotometryValues) =>
    `expected planes that fit symmetry ${symmetry}, got ${got}`,
  /** Horizontal angles of an IES file that are none of the format's ranges. */
  horizontalRange: ({ from, to }: PhotometryValues) =>
    `expected horizontal angles 0, 0–90, 0–180, 0–360 or 90–270, got ${from}–${to}`,
  /** Type A or B: a table about other axes. */
  wrongType: ({ got }: PhotometryValues) => `expected photometry of type C (1), got type ${got}`,
  tiltFile: ({ got }: PhotometryValues) =>
    `expected TILT=NONE or TILT=INCLUDE, got the name of another file, "${got}"; put its numbers into this one`,
  noSuchSet: ({ sets, got }: PhotometryValues) => `expected one of the lamp sets 1–${sets}, got ${got}`,
  noLight: () => "expected some intensity above 0",
  fluxUnlike: ({ computed, stated }: PhotometryValues) =>
    `expected a table of about ${stated} lm as the file says, and it adds up to ${computed} lm`,
};

export type UnreadableCode = keyof typeof sentences;
export const unreadableCodes = Object.keys(sentences) as UnreadableCode[];

/** What a line or a number of a file is, where something is wrong with it. */
export const photometryTerms = [
  "symmetry",
  "planes",
  "gammas",
  "lightOutput",
  "factor",
  "sets",
  "lamps",
  "lampFlux",
  "power",
  "planeAngles",
  "gammaAngles",
  "intensities",
  "photometricType",
  "units",
  "size",
  "tilt",
] as const;
export type PhotometryTerm = (typeof photometryTerms)[number];

export class Unreadable extends Error {
  readonly code: UnreadableCode;
  /** Counted from 1. */
  readonly line: number;
  readonly values: PhotometryValues;

  constructor(code: UnreadableCode, line: number, values: PhotometryValues = {}) {
    super(`line ${line}: ${sentences[code](values)}`);
    this.name = "Unreadable";
    this.code = code;
    this.line = line;
    this.values = values;
  }
}
