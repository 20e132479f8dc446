/** The base map's files, read and compressed once at start. */
import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import type { Services } from "../context.ts";
import { compress } from "../releases/files.ts";
import type { ReadyFile } from "../releases/latest.ts";
import { REVALIDATE, sendReady } from "./ready.ts";

export async function serveBasemap(app: FastifyInstance, { town }: Services): Promise<void> {
  const folder = join(town.folder, "basemap");
  const files = new Map<string, ReadyFile>();
  for (const name of readdirSync(folder).filter((each) => each.endsWith(".geojson"))) {
    const plain = readFileSync(join(folder, name));
    const etag = `"${createHash("sha256").update(plain).digest("base64url").slice(0, 22)}"`;
    files.set(name, { mediaType: "application/geo+json", plain, etag, ...(await compress(plain)) });
  }
  app.get<{ Params: { file: string } }>("/basemap/:file", (request, reply) => {
    const file = files.get(request.params.file);
    return file ? sendReady(request, reply, file, REVALIDATE) : reply.callNotFound();
  });
}
