/** A page that the client's own components draw on the server, so that a page with script and one without are the same. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Language } from "./language.ts";
import { sendPacked } from "./send-packed.ts";
import { PAGE_VARIES, choicesOf, clientFolder, openShell } from "./shell.ts";

type Fields = Record<string, string | string[] | undefined>;

const files = { report: "rapportera.html", accessibility: "tillganglighet.html" };
type Page = keyof typeof files;

interface Renderer {
  renderPage: Record<Page, (props: unknown) => string>;
  pageWords(page: Page, language: Language): unknown;
}

/** Opens a built page; what it answers draws it for a visitor, in whose language it has its words in its data. */
export async function openDrawnPage(page: Page) {
  const { renderPage, pageWords } = await loadRenderer();
  const shell = openShell(files[page]);
  return (request: FastifyRequest, reply: FastifyReply, content: object) => {
    const choices = choicesOf(request);
    const { language: asked } = request.query as { language?: string };
    if (asked === choices.language)
      void reply.setCookie("language", asked, { path: "/", maxAge: 31_536_000, sameSite: "lax" });
    const { language } = choices;
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

/** The client's drawing of the pages, built for the server. Without a build there is an empty page and no form. */
async function loadRenderer(): Promise<Renderer> {
  const path = join(clientFolder, "render", "render.js");
  if (!existsSync(path)) {
    const nothing = () => "";
    return { renderPage: { report: nothing, accessibility: nothing }, pageWords: () => ({}) };
  }
  return (await import(pathToFileURL(path).href)) as Renderer;
}
