/** Accessibility: anybody tells what does not work, staff read it. */
import { note, noteInput } from "@trygg/shared/accessibility/schema.ts";
import { z } from "zod";
import { publicProcedure, router, staffProcedure } from "../procedure.ts";
import { countNote } from "../reports/sending-limit.ts";
import { listNotes, removeNote, sendNote } from "./notes.ts";

export const accessibilityRouter = router({
  sendNote: publicProcedure({ maxBytes: 8192 })
    .input(noteInput)
    .output(z.strictObject({ sent: z.literal(true) }))
    .mutation(({ ctx, input }) => {
      countNote(ctx, ctx.network);
      return sendNote(ctx, input);
    }),

  notes: staffProcedure(["admin", "coordinator"])
    .output(z.array(note))
    .query(({ ctx }) => listNotes(ctx)),

  removeNote: staffProcedure(["admin", "coordinator"], { log: "audited" })
    .input(z.strictObject({ id: z.uuid() }))
    .output(z.strictObject({ removed: z.literal(true) }))
    .mutation(({ ctx, input }) => removeNote(ctx, input.id)),
});
