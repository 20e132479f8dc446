/** What a procedure is told of the request that calls it. */
import type { FastifyReply, FastifyRequest } from "fastify";
import { readSession } from "../accounts/session.ts";
import type { Services } from "../context.ts";
import type { RequestContext } from "../procedure.ts";
import type { Settings } from "../settings.ts";
import { networkOf } from "./network.ts";
import { sessionCookie } from "./session-cookie.ts";

export function requestContexts(
  services: Services,
  settings: Settings,
): (request: FastifyRequest, reply: FastifyReply) => Promise<RequestContext> {
  const cookie = sessionCookie(settings);
  return async (request, reply) => ({
    ...services,
    session: await readSession(services, cookie.read(request)),
    method: request.method,
    bodyless: request.method === "POST" && !request.body,
    setSessionToken: (token) => cookie.write(reply, token),
    network: networkOf(services, request.ip),
  });
}
