/** What a procedure is told of the request that calls it. */
import type { FastifyReply, FastifyRequest } from "fastify";
import { readEnrolling, readSession } from "../accounts/session.ts";
import type { Services } from "../context.ts";
import type { RequestContext } from "../procedure.ts";
import type { Settings } from "../settings.ts";
import { networkOf } from "./network.ts";
import { sessionCookies } from "./session-cookie.ts";

export function requestContexts(
  services: Services,
  settings: Settings,
): (request: FastifyRequest, reply: FastifyReply) => Promise<RequestContext> {
  const { session, device } = sessionCookies(settings);
  return async (request, reply) => {
    const token = session.read(request);
    const open = await readSession(services, token);
    return {
      ...services,
      session: open,
      enrolling: open ? null : await readEnrolling(services, token),
      method: request.method,
      bodyless: request.method === "POST" && !request.body,
      setSessionToken: (value) => session.write(reply, value),
      device: device.read(request),
      setDevice: (value) => device.write(reply, value),
      network: networkOf(services, request.ip),
    };
  };
}
