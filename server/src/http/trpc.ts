/** The procedures over HTTP. */
import { type FastifyTRPCPluginOptions, fastifyTRPCPlugin } from "@trpc/server/adapters/fastify";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { errorStatus } from "@trygg/shared/errors.ts";
import type { Services } from "../context.ts";
import { explain } from "../procedure.ts";
import { Refusal } from "../refusal.ts";
import { type AppRouter, appRouter } from "../router.ts";
import type { Settings } from "../settings.ts";
import { requestContexts } from "./request-context.ts";

const MOST_IN_BATCH = 10;

export async function serveTrpc(app: FastifyInstance, services: Services, settings: Settings): Promise<void> {
  const contextOf = requestContexts(services, settings);
  const options: FastifyTRPCPluginOptions<AppRouter> = {
    prefix: "/trpc",
    trpcOptions: {
      router: appRouter,
      createContext: ({ req, res }: { req: FastifyRequest; res: FastifyReply }) => contextOf(req, res),
      allowMethodOverride: true,
      maxBatchSize: MOST_IN_BATCH,
      responseMeta({ errors, type, ctx }) {
        const headers = new Headers({ "cache-control": "private, no-store" });
        // tRPC tells the errors of a stream within it; the status must say the same.
        if (type === "subscription" && !ctx?.session) return { headers, status: errorStatus.notSignedIn };
        const [error] = errors;
        const retry = error && explain(error).details.retryAfterSeconds;
        if (retry) headers.set("retry-after", String(retry));
        return { headers };
      },
      onError({ error, path }) {
        // Only the unexpected is worth a line, and never the input.
        if (explain(error).code === "internal")
          app.log.error({ procedure: path, err: error.cause ?? error }, "failed");
      },
    },
  };
  app.addHook("onRequest", async ({ method, url, raw: { headers } }) => {
    if (method !== "POST" || !url.startsWith("/trpc/")) return;
    const empty = (headers["content-length"] ?? "0") === "0" && headers["transfer-encoding"] === undefined;
    // A program that sends nothing need not say of what type it is.
    if (empty) headers["content-type"] ??= "application/json";
    const type = headers["content-type"];
    // Other types are what the forms of other sites can send.
    if (!/^application\/json *(;|$)/i.test(type ?? ""))
      throw new Refusal(
        "invalidInput",
        `expected a body of type application/json, got ${type ?? "one without type"}`,
      );
  });
  await app.register(fastifyTRPCPlugin, options);
}
