/** `footfall.json`: how many pass in the dark, where somebody has counted. */
import { z } from "zod";

export const footfallFile = z.strictObject({
  /** Who counted, when and how. */
  note: z.string(),
  /** Thousand passages in the dark in a year; squares that are not told count as 0. */
  squares: z.array(z.strictObject({ square: z.string().regex(/^\d+_\d+$/), thousands: z.number().min(0) })),
});
