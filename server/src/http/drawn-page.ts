/** A page that the client's own components draw on the server, so that a page with script and one without are the same. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { FastifyReply, FastifyRequest } from "fastify";
import { PAGE_VARIES, choicesOf, clientFolder, openShell } from "./shell.ts";

type Fields = Record<string, string | string[] | undefined>;

interface Renderer {
  renderReportPage(props: unknown): string;
  renderAccessibilityPage(props: unknown): string;
}

/** Opens a built page; what it answers draws it for a visitor. */
export async function openDrawnPage(file: string, draw: keyof Renderer) {
  const render = (await loadRenderer())[draw];
  const shell = openShell(file);
  return (request: FastifyRequest, reply: FastifyReply, content: object) => {
    const choices = choicesOf(request);
    const { language: asked } = request.query as { language?: string };
    if (asked === choices.language)
      void reply.setCookie("language", asked, { path: "/", maxAge: 31_536_000, sameSite: "lax" });
    const props = { language: choices.language, ...content };
    return reply
      .header("cache-control", "private, no-store")
      .header("vary", PAGE_VARIES)
      .type("text/html; charset=utf-8")
      .send(shell(choices, props, render(props)));
  };
}

/** What a form sent; nothing where something else came. */
export function fieldsOf({ body }: FastifyRequest): Fields {
  return typeof body === "object" && body !== null ? (body as Fields) : {};
}

/** The client's drawing of the pages, built for the server. Without a build there is an empty page and no form. */
async function loadRenderer(): Promise<Renderer> {
  const path = join(clientFolder, "render", "render.js");
  if (!existsSync(path)) return { renderReportPage: () => "", renderAccessibilityPage: () => "" };
  return (await import(pathToFileURL(path).href)) as Renderer;
}
