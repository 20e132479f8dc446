/** What a resident sends, and what a receipt answers. */
import { z } from "zod";
import { slug } from "../place/schema.ts";
import { position } from "../place/position.ts";
import { BINS_PER_WEEK } from "../time/bins.ts";
import { MAX_REASONS, RECEIPT, bands, feelings, impacts, lights } from "./terms.ts";

export const feeling = z.enum(feelings);
export const light = z.enum(lights);
export const band = z.enum(bands);
export const impact = z.literal(impacts);

export const bin = z
  .number()
  .int()
  .min(0)
  .max(BINS_PER_WEEK - 1);

const reasons = z
  .array(slug.max(40))
  .min(1)
  .max(MAX_REASONS)
  .refine((ids) => new Set(ids).size === ids.length, "expected each reason once");

export const receiptCode = z.string().regex(RECEIPT);

/** `reports.submit`. */
export const reportInput = z.strictObject({
  /** Made by the sender, so that sending twice stores once. */
  clientKey: z.uuid(),
  feeling,
  at: position,
  reasons,
  /** Three-hour bins of the week; empty means always. */
  when: z.array(bin).max(BINS_PER_WEEK),
  light,
  impact: impact.optional(),
  /** A random secret of the device. It is never stored: tags made from it let one device be one voice. */
  voice: z.string().min(1).max(200).optional(),
  /** Proof of work (`proof.ts`). Without it, or with a wrong one, the answer waits a moment and the report weighs more in a burst. */
  proof: z.string().max(200).optional(),
  /** Code of an earlier report that this one takes the place of: it is withdrawn once this one is stored. */
  replaces: receiptCode.optional(),
  /** The local day on which it was written, told where it could not be sent at once; it is not stored. */
  writtenOn: z.iso.date().optional(),
});
export type ReportInput = z.infer<typeof reportInput>;

/** As people type a code: any case, with or without hyphens, O for 0, I and L for 1. */
export const typedReceipt = z
  .string()
  .max(40)
  .transform((typed) => {
    const letters = typed.toUpperCase().replace(/[\s-]/g, "").replace(/O/g, "0").replace(/[IL]/g, "1");
    return letters.replace(/^(.{4})(.{4})(.{4})$/, "$1-$2-$3");
  })
  .pipe(receiptCode);

export const reportState = z.enum(["received", "seen", "linked", "withdrawn"]);
