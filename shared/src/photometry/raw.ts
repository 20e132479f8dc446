/** What the reader of each format makes of a photometric file. */
import type { Distribution } from "./distribution.ts";
import type { Symmetry } from "./symmetry.ts";
import type { PhotometryValues } from "./unreadable.ts";

export const photometryFormats = ["eulumdat", "ies"] as const;
export type PhotometryFormat = (typeof photometryFormats)[number];

/** Lamps that a luminaire may be fitted with. */
export interface LampSet {
  /** As the file has it. */
  lamps: number;
  name: string;
  /** lm; null where the file gives intensities without it. */
  flux: number | null;
  /** W; null where the file does not tell. */
  power: number | null;
}

/** What a format's reader makes of a file. */
export interface RawPhotometry {
  format: PhotometryFormat;
  name: string;
  maker: string | null;
  /** Alternatives, of which one was chosen. */
  sets: LampSet[];
  power: number | null;
  symmetry: Symmetry;
  /** As the file stores it, in its own axes, cd. */
  table: Pick<Distribution, "planes" | "gammas" | "candela">;
  /** Line on which the intensities begin. */
  line: number;
  /** lm that leave the luminaire, as the file itself says. */
  stated: number | null;
  /** lm of its lamps, more than which cannot leave it. */
  lampFlux: number | null;
  notes: PhotometryNote[];
}

/** What is worth knowing of a file that can be used. */
export const photometryNotes = [
  /** The table differs by more than 3 % from what the file says. */
  "fluxDiffers",
  /** The file does not say what leaves the luminaire. */
  "notCheckable",
  "severalSets",
  /** How the light changes with the lamp's tilt was read past. */
  "tiltSkipped",
] as const;
export interface PhotometryNote {
  code: (typeof photometryNotes)[number];
  values?: PhotometryValues;
}
