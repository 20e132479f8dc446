/** `POST /reports/points` with a filter: single reports as bytes, which JSON would make twenty times as long. */
import { reportFilter } from "@trygg/shared/reports/filter.ts";
import type { FastifyInstance } from "fastify";
import type { Services } from "../context.ts";
import { problemsOf } from "../problems.ts";
import { badInput } from "../procedure.ts";
import { gatherPoints } from "../reports/points.ts";
import { pointReaders } from "../reports/router.ts";
import type { Settings } from "../settings.ts";
import { sessionCookies } from "./session-cookie.ts";
import { requireRole, sessionOf } from "./staff.ts";

export function serveReportPoints(app: FastifyInstance, services: Services, settings: Settings): void {
  const { session: cookie } = sessionCookies(settings);

  app.post("/reports/points", async (request, reply) => {
    const session = await sessionOf(services, cookie.read(request));
    requireRole(session, pointReaders);
    const filter = reportFilter.safeParse(request.body ?? {});
    if (!filter.success) throw badInput(problemsOf(filter.error, request.body));
    const points = await gatherPoints({ ...services, session }, filter.data);
    return reply.header("cache-control", "private, no-store").type("application/octet-stream").send(points);
  });
}
