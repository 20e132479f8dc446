/** Presence: logged by those who were there, read as squares, and set against worry as gaps. */
import { party, patrolInput, patrolKind, uncounted } from "@trygg/shared/patrols/schema.ts";
import { slug } from "@trygg/shared/place/schema.ts";
import { isoDay, reportFilter } from "@trygg/shared/reports/filter.ts";
import { bin } from "@trygg/shared/reports/schema.ts";
import { z } from "zod";
import { router, staffProcedure } from "../procedure.ts";
import { readCoverage } from "./coverage.ts";
import { listGaps } from "./gaps.ts";
import { confirmPatrol, listPatrols } from "./list.ts";
import { logPatrol } from "./log.ts";

const period = { from: isoDay.optional(), to: isoDay.optional() };
const light = z.enum(["dark", "light"]).optional();
const instant = z.iso.datetime();

export const patrolsRouter = router({
  log: staffProcedure(["police", "coordinator", "partner"], { maxBytes: 256_000 })
    .input(patrolInput)
    .output(
      z.strictObject({
        id: z.uuid(),
        countsFor: z.array(slug),
        awaiting: z.array(party),
        duplicateOf: z.uuid().optional(),
        uncounted: uncounted.optional(),
      }),
    )
    .mutation(({ ctx, input }) => logPatrol(ctx, input)),

  list: staffProcedure(["police", "coordinator"])
    .input(z.strictObject({ limit: z.number().int().min(1).max(1000).optional() }).optional())
    .output(
      z.array(
        z.strictObject({
          id: z.uuid(),
          kind: patrolKind,
          from: instant,
          to: instant,
          area: slug.nullable(),
          parties: z.array(z.string()),
          awaiting: z.array(z.string()),
          loggedBy: z.string(),
          countsFor: z.array(slug),
          duplicateOf: z.uuid().optional(),
        }),
      ),
    )
    .query(({ ctx, input }) => listPatrols(ctx, input ?? {})),

  confirm: staffProcedure(["coordinator"])
    .input(z.strictObject({ id: z.uuid() }))
    .output(z.strictObject({ id: z.uuid() }))
    .mutation(({ ctx, input }) => confirmPatrol(ctx, input.id)),

  coverage: staffProcedure(["planner", "police", "coordinator", "partner"])
    .input(
      z
        .strictObject({
          ...reportFilter.shape,
          hours: z.array(z.number().int().min(0).max(167)).max(168).optional(),
        })
        .optional(),
    )
    .output(
      z.strictObject({
        from: isoDay,
        to: isoDay,
        squares: z.array(
          z.strictObject({
            square: z.string(),
            minutes: z.number(),
            patrols: z.number().int(),
            last: isoDay,
          }),
        ),
      }),
    )
    .query(({ ctx, input }) => readCoverage(ctx, input ?? {})),

  gaps: staffProcedure(["planner", "police", "coordinator"])
    .input(
      z
        .strictObject({
          ...period,
          bin: bin.optional(),
          light,
          limit: z.number().int().min(1).max(1000).optional(),
        })
        .optional(),
    )
    .output(
      z.array(
        z.strictObject({
          square: z.string(),
          bin,
          worryShare: z.number(),
          presenceShare: z.number(),
          gap: z.number(),
          voices: z.number().int(),
          minutes: z.number(),
          enough: z.boolean(),
        }),
      ),
    )
    .query(({ ctx, input }) => listGaps(ctx, input ?? {})),
});
