/** Reports: residents send, follow and withdraw; staff read sums, squares and, with a reason, points. */
import { slug } from "@trygg/shared/place/schema.ts";
import { burst, burstInput } from "@trygg/shared/reports/bursts.ts";
import { reportFilter } from "@trygg/shared/reports/filter.ts";
import {
  changedReports,
  linkInput,
  listInput,
  markInput,
  readReport,
  reportRow,
} from "@trygg/shared/reports/marks.ts";
import { savedFilter, savedInput } from "@trygg/shared/reports/saved.ts";
import { seenInput } from "@trygg/shared/reports/seen.ts";
import { senderInput } from "@trygg/shared/reports/sender.ts";
import { densityInput } from "@trygg/shared/reports/hot-spots.ts";
import { receiptCode, reportInput, typedReceipt } from "@trygg/shared/reports/schema.ts";
import { effectInput, receiptAnswer } from "@trygg/shared/reports/receipt.ts";
import { z } from "zod";
import { publicProcedure, router, staffProcedure } from "../procedure.ts";
import { admitReport } from "./admit.ts";
import { answerReceipt } from "./answer.ts";
import { decideBurst, listBursts } from "./bursts/decide.ts";
import { countSender } from "./count-sender.ts";
import { measureDensity } from "./density.ts";
import { findReportHotSpots } from "./hot-spots.ts";
import { giveReason, listReports } from "./list.ts";
import { markSeen } from "./mark-seen.ts";
import { readReceipt } from "./receipt.ts";
import { countSenderOf } from "./sending-limit.ts";
import { listFilters, removeFilter, saveFilter } from "./saved/filters.ts";
import { linkReports, markReports } from "./single/mark.ts";
import { readReport as readOne } from "./single/read.ts";
import { submitReport } from "./submit.ts";
import { summariseReports } from "./summary.ts";
import { withdrawReport } from "./withdraw.ts";
import { typedText } from "@trygg/shared/text.ts";

const receiptInput = z.strictObject({ receipt: typedReceipt });
const count = z.number().int();
const tally = { reports: count, voices: count };
const reasonVoices = z.strictObject({ reason: slug, voices: count });

const listOutput = z.discriminatedUnion("grain", [
  z.strictObject({
    grain: z.literal("square"),
    total: z.strictObject(tally),
    rows: z.array(
      z.strictObject({ square: z.string(), area: slug, ...tally, reasons: z.array(reasonVoices) }),
    ),
  }),
  z.strictObject({
    grain: z.literal("point"),
    total: z.strictObject(tally),
    /** How many the list holds, from which the rows are a window. */
    all: count,
    rows: z.array(reportRow),
  }),
]);

/** Who may see single reports, once a reason is given. */
export const pointReaders = ["planner", "coordinator"] as const;

export const reportsRouter = router({
  submit: publicProcedure()
    .input(reportInput)
    .output(z.strictObject({ receipt: receiptCode }))
    .mutation(async ({ ctx, input }) => {
      await admitReport(ctx, ctx.network, input);
      const { receipt } = await submitReport(ctx, input);
      return { receipt };
    }),

  countSender: publicProcedure({ maxBytes: 1024 })
    .input(senderInput)
    .output(z.strictObject({ counted: z.literal(true) }))
    .mutation(({ ctx, input }) => {
      countSenderOf(ctx, ctx.network);
      return countSender(ctx, input);
    }),

  receipt: publicProcedure()
    .input(receiptInput)
    .output(receiptAnswer)
    .query(({ ctx, input }) => readReceipt(ctx, input.receipt)),

  answer: publicProcedure()
    .input(effectInput)
    .output(z.strictObject({ counted: z.boolean() }))
    .mutation(({ ctx, input }) => answerReceipt(ctx, input)),

  withdraw: publicProcedure()
    .input(receiptInput)
    .output(z.strictObject({ state: z.literal("withdrawn") }))
    .mutation(({ ctx, input }) => withdrawReport(ctx, input.receipt)),

  list: staffProcedure(pointReaders, { log: "audited" })
    .input(listInput.optional())
    .output(listOutput)
    .query(({ ctx, input }) => listReports(ctx, input ?? {})),

  giveReason: staffProcedure(pointReaders, { log: "audited" })
    .input(z.strictObject({ reason: typedText(5, 300) }))
    .output(z.strictObject({ reason: z.string() }))
    .mutation(({ ctx, input }) => giveReason(ctx, input.reason)),

  read: staffProcedure(pointReaders, { log: "audited" })
    .input(z.strictObject({ id: z.uuid() }))
    .output(readReport)
    .query(({ ctx, input }) => readOne(ctx, input.id)),

  mark: staffProcedure(pointReaders, { maxBytes: 32_000, log: "audited" })
    .input(markInput)
    .output(changedReports)
    .mutation(({ ctx, input }) => markReports(ctx, input)),

  link: staffProcedure(pointReaders, { maxBytes: 32_000, log: "audited" })
    .input(linkInput)
    .output(changedReports)
    .mutation(({ ctx, input }) => linkReports(ctx, input)),

  filters: staffProcedure(pointReaders)
    .output(z.array(savedFilter))
    .query(({ ctx }) => listFilters(ctx)),

  saveFilter: staffProcedure(pointReaders)
    .input(savedInput)
    .output(savedFilter)
    .mutation(({ ctx, input }) => saveFilter(ctx, input)),

  removeFilter: staffProcedure(pointReaders)
    .input(z.strictObject({ id: z.uuid() }))
    .output(savedFilter)
    .mutation(({ ctx, input }) => removeFilter(ctx, input.id)),

  markSeen: staffProcedure(pointReaders)
    .input(seenInput)
    .output(seenInput)
    .mutation(({ ctx, input }) => markSeen(ctx, input)),

  bursts: staffProcedure(["coordinator"])
    .output(z.array(burst))
    .query(({ ctx }) => listBursts(ctx)),

  decideBurst: staffProcedure(["coordinator"], { log: "audited" })
    .input(burstInput)
    .output(z.null())
    .mutation(({ ctx, input }) => decideBurst(ctx, input)),

  hotSpots: staffProcedure(["planner", "police", "coordinator"])
    .input(reportFilter.optional())
    .output(
      z.strictObject({
        /** Whether there are voices enough to say anything. */
        enough: z.boolean(),
        voices: count,
        /** Squares that were looked at, those without voices too. */
        tested: count,
        squares: z.array(
          z.strictObject({
            square: z.string(),
            area: slug,
            voices: count,
            z: z.number().nullable(),
            /** Adjusted for how many squares are tested. */
            p: z.number().nullable(),
            hot: z.boolean(),
            share: z.strictObject({ unsafe: z.number(), ownWeight: z.number(), voices: count }).nullable(),
          }),
        ),
      }),
    )
    .query(({ ctx, input }) => findReportHotSpots(ctx, input ?? {})),

  density: staffProcedure(pointReaders, { log: "audited" })
    .input(densityInput)
    .output(
      z.strictObject({
        /** Weighted voices that lie by no street. */
        beside: z.number(),
        stretches: z.array(
          z.strictObject({
            line: z.array(z.tuple([z.number(), z.number()])),
            /** Weighted voices on 100 m. */
            per100: z.number(),
          }),
        ),
      }),
    )
    .query(({ ctx, input }) => measureDensity(ctx, input.filter ?? {}, input.bandwidth)),

  summary: staffProcedure(["planner", "police", "coordinator"])
    .input(reportFilter.optional())
    .output(
      z.strictObject({
        total: z.strictObject(tally),
        areas: z.array(z.strictObject({ area: slug, ...tally })),
        squares: z.array(z.strictObject({ square: z.string(), area: slug, ...tally })),
        reasons: z.array(z.strictObject({ reason: slug, ...tally })),
      }),
    )
    .query(({ ctx, input }) => summariseReports(ctx, input ?? {})),
});
