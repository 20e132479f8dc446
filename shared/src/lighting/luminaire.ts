/** Luminaires: what photometric files tell of them, and how files are brought in. */
import { z } from "zod";
import { LONGEST_PHOTOMETRY, turns } from "../photometry/file.ts";
import { photometryFormats } from "../photometry/raw.ts";
import { isoDay } from "../reports/filter.ts";
import { typedText } from "../text.ts";

/** As `photometry/distribution.ts` has it. */
export const distribution = z.strictObject({
  planes: z.array(z.number()).readonly(),
  gammas: z.array(z.number()).readonly(),
  candela: z.array(z.number()).readonly(),
  flux: z.number(),
});

export const luminaire = z.strictObject({
  id: z.string(),
  name: z.string(),
  maker: z.string().nullable(),
  format: z.enum(photometryFormats),
  /** Degrees by which the axes of the file were turned to those of CIE. */
  turned: z.literal(turns),
  distribution,
  /** W; null where the file does not tell. */
  power: z.number().nullable(),
  fileName: z.string(),
  addedOn: isoDay,
  /** Lamps that have it. */
  lamps: z.number().int(),
});
export type Luminaire = z.infer<typeof luminaire>;

/** `lighting.addLuminaire`: the same file, read in the same way, is the same luminaire. */
export const luminaireInput = z.strictObject({
  fileName: typedText(1, 120),
  /** The text of the file. */
  text: z.string().min(1).max(LONGEST_PHOTOMETRY),
  /** Without it as is usual for the format. */
  turned: z.literal(turns).optional(),
  /** Which of the file's lamp sets, counted from 1. */
  lampSet: z.number().int().min(1).max(20).optional(),
});
export type LuminaireInput = z.infer<typeof luminaireInput>;

export const luminaireId = z.strictObject({ id: typedText(1, 60) });

/** Names of files may be long. */
export const LONGEST_LUMINAIRE_NAME = 80;
