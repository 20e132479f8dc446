/** A page that the client's own components draw on the server, so that a page with script and one without are the same. */
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Services } from "../context.ts";
import { type LightPage, renderer } from "../renderer.ts";
import { sendPacked } from "./send-packed.ts";
import { PAGE_VARIES, choicesOf, openShell } from "./shell.ts";

type Fields = Record<string, string | string[] | undefined>;

const files: Record<LightPage, string> = { report: "rapportera.html", accessibility: "tillganglighet.html" };

/** Opens a built page; what it answers draws it for a visitor, in whose language it has its words in its data. */
export function openDrawnPage(page: LightPage, services: Services) {
  const { renderPage, pageWords } = renderer;
  const shell = openShell(files[page]);
  return (request: FastifyRequest, reply: FastifyReply, content: object) => {
    const choices = choicesOf(request, services.town);
    const { language: asked } = request.query as { language?: string };
    if (asked === choices.language.tag)
      void reply.setCookie("language", asked, { path: "/", maxAge: 31_536_000, sameSite: "lax" });
    const { tag: language } = choices.language;
    const props = { language, words: pageWords(page, language), ...content };
    void reply
      .header("cache-control", "private, no-store")
      .header("vary", PAGE_VARIES)
      .type("text/html; charset=utf-8");
    return sendPacked(request, reply, shell(choices, props, renderPage[page](props)));
  };
}

/** What a form sent; nothing where something else came. */
export function fieldsOf({ body }: FastifyRequest): Fields {
  return typeof body === "object" && body !== null ? (body as Fields) : {};
}
