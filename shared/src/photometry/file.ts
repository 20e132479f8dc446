/** What is read from a photometric file, whichever of the two formats it has, and whether its table is what it says. */
import type { Distribution } from "./distribution.ts";
import { readEulumdat } from "./eulumdat.ts";
import { fluxOf } from "./flux.ts";
import { isTilt, readIes } from "./ies.ts";
import type { PhotometryFormat, PhotometryNote, RawPhotometry } from "./raw.ts";
import { writeOut } from "./symmetry.ts";
import { Unreadable } from "./unreadable.ts";

/** Longest text that is read, characters. */
export const LONGEST_PHOTOMETRY = 200_000;

/** By how much the axes of a file may be turned to those of CIE, degrees. */
export const turns = [0, 90, 180, 270] as const;
export type Turn = (typeof turns)[number];

/** IES files count from the street side, EULUMDAT from along the road. */
export const usualTurn: Record<PhotometryFormat, Turn> = { eulumdat: 0, ies: 90 };

export interface PhotometricFile extends Omit<RawPhotometry, "symmetry" | "table" | "line" | "lampFlux"> {
  turned: Turn;
  distribution: Distribution;
}

interface Choice {
  turned?: Turn | undefined;
  /** Counted from 1. */
  lampSet?: number | undefined;
}

/** Shares by which the table may differ from the file's own figure: told of, and refused. */
const TOLD = 0.03;
const REFUSED = 0.1;

/** Throws an Unreadable, with line and reason, for what cannot be used. */
export function readPhotometry(text: string, { turned, lampSet = 1 }: Choice = {}): PhotometricFile {
  const lines = text.replace(/^\uFEFF/, "").split(/\r\n?|\n/);
  const raw = lines.some(isTilt) ? readIes(lines) : readEulumdat(lines, lampSet);
  const { symmetry, table, line, lampFlux: _lampFlux, notes, ...told } = raw;
  const turn = turned ?? usualTurn[raw.format];
  const { candela, ...angles } = writeOut(table, symmetry, turn);
  const written = { ...angles, candela: candela.map(toThousandth) };
  const flux = fluxOf(written);
  if (!(flux > 0)) throw new Unreadable("noLight", line);
  return {
    ...told,
    turned: turn,
    distribution: { ...written, flux },
    notes: [...notes, ...checkFlux(flux, raw)],
  };
}

/** Finer than anybody measures, and short where it is sent. */
const toThousandth = (candela: number) => Math.round(candela * 1000) / 1000;

function checkFlux(flux: number, { stated, lampFlux, line }: RawPhotometry): PhotometryNote[] {
  const limit = stated ?? lampFlux;
  const off = limit === null ? 0 : flux / limit - 1;
  // No luminaire gives more than its lamps, but many give far less.
  const differs = stated === null ? off : Math.abs(off);
  const values = { computed: Math.round(flux), stated: Math.round(limit ?? 0) };
  if (differs > REFUSED) throw new Unreadable("fluxUnlike", line, values);
  if (differs > TOLD) return [{ code: "fluxDiffers", values }];
  return stated === null ? [{ code: "notCheckable" }] : [];
}
