/** Whether the process lives, and whether it can do its work. */
import { setTimeout as sleep } from "node:timers/promises";
import type { FastifyInstance } from "fastify";
import type { Store } from "../database/open.ts";

const ANSWER_WITHIN_MS = 1500;

export function serveHealth(app: FastifyInstance, store: Pick<Store, "ping">): void {
  app.get("/healthz", (_, reply) => reply.header("cache-control", "no-store").send({ status: "ok" }));

  app.get("/readyz", async (_, reply) => {
    void reply.header("cache-control", "no-store");
    const tooSlow = sleep(ANSWER_WITHIN_MS).then(() => Promise.reject(new Error("too slow")));
    try {
      await Promise.race([store.ping(), tooSlow]);
      return { status: "ready" };
    } catch {
      return reply.code(503).header("retry-after", "2").send({ status: "database cannot be reached" });
    }
  });
}
