/** The web server: every route of the product, on one Fastify. */
import cookie from "@fastify/cookie";
import formbody from "@fastify/formbody";
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from "fastify";
import { openBasemap } from "../basemap/open.ts";
import type { Services } from "../context.ts";
import type { Store } from "../database/open.ts";
import type { Settings } from "../settings.ts";
import { serveAccessibilityPage } from "./accessibility-page.ts";
import { serveBasemap } from "./basemap.ts";
import { answerErrors } from "./errors.ts";
import { serveExports } from "./exports.ts";
import { addHeaders } from "./headers.ts";
import { serveHealth } from "./health.ts";
import { serveImports } from "./imports.ts";
import { serveInstallFiles } from "./install-files.ts";
import { guardOrigin } from "./origin.ts";
import { serveOtherSignIn } from "./other-sign-in.ts";
import { servePages } from "./pages.ts";
import { openReadyLane } from "./ready-lane.ts";
import { serveReleases } from "./releases.ts";
import { serveReportPages } from "./report-pages.ts";
import { serveReportPoints } from "./report-points.ts";
import { serveTrpc } from "./trpc.ts";

const LARGEST_BODY = 256_000;
/** A request that drips in slower than this is cut off. */
const REQUEST_WITHIN_MS = 15_000;
/** Longer than a balancer in front keeps its own, so that it never sends on a connection that has just been closed. */
const KEPT_ALIVE_MS = 72_000;

export async function createApp(
  services: Services,
  settings: Settings,
  store: Pick<Store, "ping">,
  logger: FastifyBaseLogger,
): Promise<FastifyInstance> {
  const lane = openReadyLane(services.releases, {
    requestTimeout: REQUEST_WITHIN_MS,
    keepAliveTimeout: KEPT_ALIVE_MS,
  });
  const app = Fastify({
    serverFactory: lane.serverFactory,
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: LARGEST_BODY,
    trustProxy: "loopback",
    forceCloseConnections: "idle",
    routerOptions: { maxParamLength: 2000 },
    // What is no encoding of anything is taken as it stands, and so leads to the page that is not there.
    rewriteUrl: ({ url = "/" }) => (isEncoded(url) ? url : url.replaceAll("%", "%25")),
  });
  const basemap = await openBasemap(settings, services.town);
  answerErrors(app);
  logRequests(app);
  letGo(app, services);
  await addHeaders(app, settings, basemap);
  await app.register(cookie);
  guardOrigin(app, settings);
  serveHealth(app, store);
  serveReleases(app, services);
  lane.open(app);
  await serveBasemap(app, services, basemap);
  await serveTrpc(app, services, settings);
  await serveImports(app, services, settings);
  serveReportPoints(app, services, settings);
  serveOtherSignIn(app, services, settings);
  serveExports(app, services, settings);
  serveInstallFiles(app, settings);
  await app.register(formbody);
  await serveReportPages(app, services, settings, basemap);
  await serveAccessibilityPage(app, services, basemap);
  await servePages(app, services, basemap);
  return app;
}

function isEncoded(url: string): boolean {
  try {
    decodeURIComponent(url);
    return true;
  } catch {
    return false;
  }
}

/** Keeps nobody's connection when the server stops: one that were kept alive would hold it up for a minute. */
function letGo(app: FastifyInstance, { changes }: Services): void {
  let stopping = false;
  app.addHook("preClose", async () => {
    stopping = true;
    changes.endFollowing();
  });
  app.addHook("onSend", async (_, reply) => {
    if (stopping) void reply.header("connection", "close");
  });
}

/** One line per request: the route, never the address, the input or the caller. */
function logRequests(app: FastifyInstance): void {
  app.addHook("onResponse", async (request, reply) => {
    request.log.debug({
      route: request.routeOptions.url ?? "page",
      method: request.method,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    });
  });
}
