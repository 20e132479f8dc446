/** What a browser needs to keep the form on a device: the service worker, the manifest and its icons. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import type { Settings } from "../settings.ts";
import { clientFolder } from "../renderer.ts";

/** Asked for anew each time, so that no cache holds up a newer worker. */
const NEVER_OLD = "no-cache";

const files = [
  ["/manifest.webmanifest", "application/manifest+json"],
  ["/icons/icon-192.png", "image/png"],
  ["/icons/icon-512.png", "image/png"],
  ["/icons/icon-maskable-512.png", "image/png"],
] as const;

export function serveInstallFiles(app: FastifyInstance, { offlineForm }: Settings): void {
  const serve = (address: string, file: string, type: string) => {
    const path = join(clientFolder, file);
    // Without a built client there is nothing to install.
    const body = existsSync(path) ? readFileSync(path) : null;
    app.get(address, (_, reply) =>
      body === null ? reply.callNotFound() : reply.header("cache-control", NEVER_OLD).type(type).send(body),
    );
  };
  for (const [address, type] of files) serve(address, address, type);
  serve("/sw.js", offlineForm ? "sw.js" : "sw-remove.js", "text/javascript; charset=utf-8");
}
