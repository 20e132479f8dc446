/** Formats that are read as a whole, and so only up to a size. */
import { Refusal } from "../../refusal.ts";
import type { ImportFile } from "../kind.ts";

/** Of these, memory takes about five times as much. */
export const LARGEST_WHOLE = 64 * 1024 * 1024;

export function refuseLarge({ size }: Pick<ImportFile, "size">, format: string): void {
  if (size > LARGEST_WHOLE)
    throw new Refusal(
      "tooLarge",
      `expected a ${format} of at most ${megabytes(LARGEST_WHOLE)}, got ${megabytes(size)}: divide it, or save it as CSV`,
    );
}

const megabytes = (bytes: number) => `${Math.round(bytes / 1024 ** 2)} MB`;
