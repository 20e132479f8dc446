/** The pages of the app: one shell for all of them. */
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import { areaOfPage, isPage } from "@trygg/shared/pages.ts";
import type { FastifyInstance } from "fastify";
import type { Basemap } from "../basemap/open.ts";
import type { Services } from "../context.ts";
import { FOREVER } from "./ready.ts";
import { clientFolder } from "../renderer.ts";
import { sendPacked } from "./send-packed.ts";
import { PAGE_VARIES, bootOf, choicesOf, openShell } from "./shell.ts";

export async function servePages(app: FastifyInstance, services: Services, basemap: Basemap): Promise<void> {
  await app.register(fastifyStatic, {
    root: join(clientFolder, "assets"),
    prefix: "/assets/",
    preCompressed: true,
    index: false,
    decorateReply: false,
    cacheControl: false,
    setHeaders: (reply) => void reply.header("cache-control", FOREVER),
  });
  const shell = openShell("index.html");
  const isShown = (path: string) => isPage(path) || services.town.areas.has(areaOfPage(path) ?? "");

  // Everything that is no other route is a page, or is not found; both show the shell.
  app.setNotFoundHandler((request, reply) => {
    const [path = "/", query] = request.url.split("?");
    const asksForPage = request.method === "GET" && !/^\/(trpc|releases|basemap|assets)\//.test(path);
    if (!asksForPage) {
      const data = { httpStatus: 404, error: "notFound" };
      return reply
        .code(404)
        .header("cache-control", "no-store")
        .send({ error: { message: "not found", data } });
    }
    // As people type it: with capitals, or with a slash too many at the end.
    const meant = path.toLowerCase().replace(/\/$/, "");
    if (!isShown(path) && isShown(meant)) return reply.redirect(query ? `${meant}?${query}` : meant, 301);
    void reply
      .code(isShown(path) ? 200 : 404)
      .header("cache-control", "no-store")
      .header("vary", PAGE_VARIES)
      .type("text/html; charset=utf-8");
    return sendPacked(request, reply, shell(choicesOf(request, services.town), bootOf(services, basemap)));
  });
}
