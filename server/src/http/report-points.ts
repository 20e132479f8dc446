/** `POST /reports/points` with a filter: single reports as bytes, which JSON would make twenty times as long. */
import { reportFilter } from "@trygg/shared/reports/filter.ts";
import type { FastifyInstance } from "fastify";
import { readSession } from "../accounts/session.ts";
import type { Services } from "../context.ts";
import { problemsOf } from "../problems.ts";
import { badInput } from "../procedure.ts";
import { Refusal } from "../refusal.ts";
import { gatherPoints } from "../reports/points.ts";
import { pointReaders } from "../reports/router.ts";
import type { Settings } from "../settings.ts";
import { sessionCookie } from "./session-cookie.ts";

export function serveReportPoints(app: FastifyInstance, services: Services, settings: Settings): void {
  const cookie = sessionCookie(settings);

  app.post("/reports/points", async (request, reply) => {
    const session = await readSession(services, cookie.read(request));
    if (!session) throw new Refusal("notSignedIn", "expected somebody who is signed in");
    if (!pointReaders.some((role) => role === session.role))
      throw new Refusal("notAllowed", `expected ${pointReaders.join(" or ")}, got ${session.role}`);
    const filter = reportFilter.safeParse(request.body ?? {});
    if (!filter.success) throw badInput(problemsOf(filter.error, request.body));
    const points = await gatherPoints({ ...services, session }, filter.data);
    return reply.header("cache-control", "private, no-store").type("application/octet-stream").send(points);
  });
}
