/** Text that people type: trimmed, and without control characters, which no store or page could show. */
import { z } from "zod";

/** From `least` to `most` characters; line breaks and tabs are let through. */
export const typedText = (least: number, most: number) =>
  z
    .string()
    .trim()
    .min(least)
    .max(most)
    // oxlint-disable-next-line no-control-regex -- they are what is refused
    .regex(/^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]*$/, "expected text without control characters");
