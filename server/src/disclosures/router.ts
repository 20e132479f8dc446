/** Public documents: a coordinator gives reports out masked, and keeps the register. */
import {
  disclosuresFile,
  disclosure,
  disclosureDocument,
  disclosureInput,
  strikeInput,
} from "@trygg/shared/disclosures/schema.ts";
import { z } from "zod";
import { router, staffProcedure } from "../procedure.ts";
import { listDisclosures, strikeDisclosure } from "./list.ts";
import { makeDisclosure } from "./make.ts";

export const disclosuresRouter = router({
  list: staffProcedure(["coordinator"])
    .output(z.array(disclosure))
    .query(({ ctx }) => listDisclosures(ctx)),

  grounds: staffProcedure(["coordinator"])
    .output(disclosuresFile.shape.grounds)
    .query(({ ctx }) => ctx.town.grounds),

  make: staffProcedure(["coordinator"], { log: "audited" })
    .input(disclosureInput)
    .output(disclosureDocument)
    .mutation(({ ctx, input }) => makeDisclosure(ctx, input)),

  strike: staffProcedure(["coordinator"], { log: "audited" })
    .input(strikeInput)
    .output(z.null())
    .mutation(({ ctx, input }) => strikeDisclosure(ctx, input)),
});
