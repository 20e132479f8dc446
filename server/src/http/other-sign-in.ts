/** The way to another issuer and back: `/logga-in/start` leaves, `/logga-in/svar` is where the issuer answers. */
import type { FastifyInstance } from "fastify";
import { signInElsewhere } from "../accounts/sign-in-elsewhere.ts";
import type { Services } from "../context.ts";
import type { Settings } from "../settings.ts";
import { sessionCookies } from "./session-cookie.ts";

export function serveOtherSignIn(app: FastifyInstance, services: Services, settings: Settings): void {
  const { session, device, onTheWay } = sessionCookies(settings);

  app.get("/logga-in/start", async (_, reply) => {
    void reply.header("cache-control", "no-store");
    const way = await services.issuer?.begin(services.seal);
    if (!way) return reply.redirect("/logga-in#fel=away");
    onTheWay.write(reply, way.remembered);
    return reply.redirect(way.address);
  });

  app.get("/logga-in/svar", async (request, reply) => {
    void reply.header("cache-control", "no-store");
    const { issuer } = services;
    const remembered = onTheWay.read(request) ?? "";
    // Once only, however it ends.
    onTheWay.write(reply, null);
    const query = request.url.split("?")[1] ?? "";
    const admitted = issuer ? await signInElsewhere(services, issuer, remembered, query) : "failed";
    if (typeof admitted === "string") return reply.redirect(`/logga-in#fel=${admitted}`);
    session.write(reply, admitted.token);
    device.write(reply, admitted.device);
    return reply.redirect("/arbete");
  });
}
