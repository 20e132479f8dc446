/**
 * The report form and the receipt as plain pages: drawn by the server, usable without script. The client's own
 * components draw them, so that a page with script and one without are the same.
 */
import { randomUUID } from "node:crypto";
import type { ErrorCode } from "@trygg/shared/errors.ts";
import {
  type ReportDraft,
  type Step,
  emptyDraft,
  pointOf,
  problemsOf,
  readDraft,
  senderOf,
  settleDraft,
  steps,
  toReport,
} from "@trygg/shared/reports/draft.ts";
import { effectInput } from "@trygg/shared/reports/receipt.ts";
import { typedReceipt } from "@trygg/shared/reports/schema.ts";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Basemap } from "../basemap/open.ts";
import type { Services } from "../context.ts";
import { explain } from "../procedure.ts";
import { findLampsNear } from "../lighting/lamps/near.ts";
import { admitReport } from "../reports/admit.ts";
import { answerReceipt } from "../reports/answer.ts";
import { countSender } from "../reports/count-sender.ts";
import { readReceipt } from "../reports/receipt.ts";
import { readReporting } from "../reports/reporting.ts";
import { readSaid } from "../reports/said.ts";
import { submitReport } from "../reports/submit.ts";
import { withdrawReport } from "../reports/withdraw.ts";
import type { Settings } from "../settings.ts";
import { fieldsOf, openDrawnPage } from "./drawn-page.ts";
import { networkOf } from "./network.ts";
import { bootOf } from "./shell.ts";

/** Decides what a page shows; the client's `ReportShown`. */
type Shown = { kind: string; [part: string]: unknown };

export async function serveReportPages(
  app: FastifyInstance,
  services: Services,
  settings: Settings,
  basemap: Basemap,
): Promise<void> {
  const draw = openDrawnPage("report", services);
  const known = ({ town }: Services) => ({ places: town.places, reasons: [...town.reasons.values()] });

  const show = (request: FastifyRequest, reply: FastifyReply, shown: Shown, more: object = {}) =>
    draw(request, reply, {
      boot: bootOf(services, basemap),
      places: services.town.places,
      stretches: services.town.stretches,
      said: readSaid(services),
      address: settings.publicUrl
        ? new URL(settings.publicUrl).origin
        : `${request.protocol}://${request.host}`,
      ...more,
      shown,
    });
  const form = (
    step: Step,
    draft: ReportDraft,
    problems: string[] = [],
    failure: ErrorCode | null = null,
  ): Shown => ({
    kind: "form",
    form: { step, draft, problems, failure },
  });

  /** A step of the form with what its place lets it tell, for those without script. */
  const showStep = async (
    request: FastifyRequest,
    reply: FastifyReply,
    step: Step,
    draft: ReportDraft,
    problems: string[] = [],
  ) => {
    const at = step === "what" ? pointOf(draft, known(services)) : null;
    // Anything may stand in the fields of a form.
    const lamps = at && services.town.covers(at) ? await findLampsNear(services, at) : null;
    return show(request, reply, form(step, draft, problems), { lamps });
  };

  const showClosed = (request: FastifyRequest, reply: FastifyReply, lost = false) =>
    show(request, reply, { kind: "closed", lost });

  app.get("/rapportera", (request, reply) => {
    if (!readReporting(services).open) return showClosed(request, reply);
    const draft = emptyDraft(randomUUID());
    const { area } = request.query as { area?: unknown };
    const isArea = typeof area === "string" && services.town.areas.has(area);
    return show(request, reply, form("where", isArea ? { ...draft, area } : draft));
  });

  app.post("/rapportera", async (request, reply) => {
    // Whoever was in the middle of it hears at once that nothing was stored.
    if (!readReporting(services).open) return showClosed(request, reply, true);
    const fields = fieldsOf(request);
    const draft = settleDraft(readDraft(fields, randomUUID()), services.town);
    const step = steps.find((each) => each === fields["step"]) ?? "where";
    const go = steps.find((each) => each === fields["go"]) ?? "done";
    // A step back, or the same one again with the next part of its list, may be unfinished.
    const unfinished = go !== "done" && steps.indexOf(go) <= steps.indexOf(step);
    const problems = unfinished ? [] : problemsOf(draft, step, known(services));
    if (problems.length > 0)
      return showStep(request, reply, problems.includes("place") ? "where" : "what", draft, problems);
    if (go !== "done") return showStep(request, reply, go, draft);
    const report = toReport(draft, known(services), undefined);
    if (!report)
      return show(request, reply, form("where", draft, problemsOf(draft, "send", known(services))));
    try {
      await admitReport(services, networkOf(services, request.ip), report);
      const { receipt, first } = await submitReport(services, report);
      const sender = senderOf(draft);
      // A page that is sent again has counted already.
      if (first && sender) await countSender(services, sender);
      return show(request, reply, { kind: "thanks", receipt });
    } catch (error) {
      return show(request, reply, form("send", draft, [], explain(error).code));
    }
  });

  const receipt = (
    code: string,
    answer: unknown,
    failure: ErrorCode | null,
    answered: boolean = false,
  ): Shown => ({
    kind: "receipt",
    receipt: { code, answer, failure, answered },
  });

  app.get("/kvitto", (request, reply) => show(request, reply, receipt("", null, null)));

  app.post("/kvitto", async (request, reply) => {
    const { code = "", go, measure, answer } = fieldsOf(request);
    const typed = typedReceipt.safeParse([code].flat()[0]);
    if (!typed.success) return show(request, reply, receipt(String(code), null, "invalidInput"));
    try {
      if (go === "withdraw") await withdrawReport(services, typed.data);
      const about = effectInput.safeParse({ receipt: typed.data, measure, answer });
      const answered = go === "answer" && about.success;
      if (answered) await answerReceipt(services, about.data);
      return show(
        request,
        reply,
        receipt(typed.data, await readReceipt(services, typed.data), null, answered),
      );
    } catch (error) {
      return show(request, reply, receipt(typed.data, null, explain(error).code));
    }
  });
}
