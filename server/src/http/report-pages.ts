/**
 * The report form and the receipt as plain pages: drawn by the server, usable without script. The client's own
 * components draw them, so that a page with script and one without are the same.
 */
import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import formbody from "@fastify/formbody";
import type { ErrorCode } from "@trygg/shared/errors.ts";
import {
  type ReportDraft,
  type Step,
  emptyDraft,
  pointOf,
  problemsOf,
  readDraft,
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
import { findLampsNear } from "../lighting/near.ts";
import { answerReceipt } from "../reports/answer.ts";
import { readReceipt } from "../reports/receipt.ts";
import { readSaid } from "../reports/said.ts";
import { countReport } from "../reports/sending-limit.ts";
import { submitReport } from "../reports/submit.ts";
import { withdrawReport } from "../reports/withdraw.ts";
import type { Language } from "./language.ts";
import { networkOf } from "./network.ts";
import { PAGE_VARIES, bootOf, choicesOf, clientFolder, openShell } from "./shell.ts";

type Fields = Record<string, string | string[] | undefined>;

/** Decides what a page shows; the client's `ReportShown`. */
type Shown = { kind: string; [part: string]: unknown };

interface Renderer {
  renderReportPage(props: unknown): string;
  wordsOfReportPage(language: Language): unknown;
}

export async function serveReportPages(
  app: FastifyInstance,
  services: Services,
  basemap: Basemap,
): Promise<void> {
  await app.register(formbody);
  const { renderReportPage, wordsOfReportPage } = await loadRenderer();
  const shell = openShell("rapportera.html");
  const known = ({ town }: Services) => ({ places: town.places, reasons: [...town.reasons.values()] });

  const show = (request: FastifyRequest, reply: FastifyReply, shown: Shown, more: object = {}) => {
    const choices = choicesOf(request);
    const { language: asked } = request.query as { language?: string };
    if (asked === choices.language)
      void reply.setCookie("language", asked, { path: "/", maxAge: 31_536_000, sameSite: "lax" });
    const props = {
      language: choices.language,
      words: wordsOfReportPage(choices.language),
      boot: bootOf(services, basemap),
      places: services.town.places,
      stretches: services.town.stretches,
      said: readSaid(services),
      ...more,
      shown,
    };
    return reply
      .header("cache-control", "private, no-store")
      .header("vary", PAGE_VARIES)
      .type("text/html; charset=utf-8")
      .send(shell(choices, props, renderReportPage(props)));
  };
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

  app.get("/rapportera", (request, reply) => show(request, reply, form("where", emptyDraft(randomUUID()))));

  app.post("/rapportera", async (request, reply) => {
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
      countReport(services, networkOf(services, request.ip));
      const { receipt } = await submitReport(services, report);
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

/** What a form sent; nothing where something else came. */
function fieldsOf({ body }: FastifyRequest): Fields {
  return typeof body === "object" && body !== null ? (body as Fields) : {};
}

/** The client's drawing of the page, built for the server. Without a build there is an empty page and no form. */
async function loadRenderer(): Promise<Renderer> {
  const path = join(clientFolder, "render", "render.js");
  if (!existsSync(path)) return { renderReportPage: () => "", wordsOfReportPage: () => ({}) };
  return (await import(pathToFileURL(path).href)) as Renderer;
}
