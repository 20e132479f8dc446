/** Releases as files: what the public reads about reports and presence. */
import type { FastifyInstance } from "fastify";
import type { Services } from "../context.ts";
import { FOREVER, REVALIDATE, sendReady } from "./ready.ts";

export function serveReleases(app: FastifyInstance, { releases }: Services): void {
  app.get("/releases/latest.json", (request, reply) =>
    sendReady(request, reply, releases.latest(), REVALIDATE),
  );

  app.get("/releases/index.json", (request, reply) =>
    sendReady(request, reply, releases.index(), REVALIDATE),
  );

  app.get<{ Params: { id: string; file: string } }>("/releases/:id/:file", async (request, reply) => {
    const { id, file } = request.params;
    const ready = await releases.file(id, file);
    return ready ? sendReady(request, reply, ready, FOREVER) : reply.callNotFound();
  });
}
