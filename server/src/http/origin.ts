/** Refuses what another site's page sends in a visitor's name. */
import type { FastifyInstance, FastifyRequest } from "fastify";
import { Refusal } from "../refusal.ts";
import type { Settings } from "../settings.ts";
import { sessionCookies } from "./session-cookie.ts";

export function guardOrigin(app: FastifyInstance, settings: Settings): void {
  const { publicUrl } = settings;
  const { session } = sessionCookies(settings);
  app.addHook("onRequest", async (request) => {
    const changes = request.method !== "GET" && request.method !== "HEAD";
    const calls = request.url.startsWith("/trpc");
    if (!changes && !calls) return;
    const foreign = isForeign(request, publicUrl);
    // Where people use TLS, every browser says where a change comes from; who signs in as staff must say it too.
    const silent =
      changes && publicUrl?.startsWith("https:") && !saysWhence(request) && session.read(request);
    if (foreign || silent)
      throw new Refusal("foreignOrigin", "expected a request from this site's own pages");
  });
}

const saysWhence = ({ headers }: FastifyRequest) =>
  headers.origin !== undefined || headers["sec-fetch-site"] !== undefined;

/**
 * Browsers say themselves whether a request comes from the same site. Only where that is missing does the origin tell;
 * under our referrer policy a plain form's origin is "null", so it cannot decide alone.
 */
function isForeign({ headers }: FastifyRequest, publicUrl: string | undefined): boolean {
  const site = headers["sec-fetch-site"];
  if (site !== undefined) return site !== "same-origin" && site !== "none";
  return headers.origin !== undefined && !isOwn(headers.origin, headers.host, publicUrl);
}

function isOwn(origin: string, host: string | undefined, publicUrl: string | undefined): boolean {
  if (!URL.canParse(origin)) return false;
  if (publicUrl && origin === new URL(publicUrl).origin) return true;
  return new URL(origin).host === host;
}
