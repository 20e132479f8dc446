/** The base map's files: the town's own, and what an operator has put in their place. */
import { createHash } from "node:crypto";
import { closeSync, openSync, readSync } from "node:fs";
import { basename, dirname } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { type Basemap, FILES, fingerprint } from "../basemap/open.ts";
import type { Services } from "../context.ts";
import type { Town } from "../place/town.ts";
import { compress } from "../releases/files.ts";
import type { ReadyFile } from "../releases/latest.ts";
import { FOREVER, REVALIDATE, sendReady } from "./ready.ts";

export async function serveBasemap(
  app: FastifyInstance,
  services: Services,
  basemap: Basemap,
): Promise<void> {
  const ready = new WeakMap<Town, Promise<Map<string, ReadyFile>>>();
  const filesOf = (town: Town) => {
    const files = ready.get(town) ?? readReady(town, basemap);
    ready.set(town, files);
    return files;
  };
  await filesOf(services.town);
  app.get<{ Params: { file: string } }>("/basemap/:file", async (request, reply) => {
    const file = (await filesOf(services.town)).get(request.params.file);
    return file ? sendReady(request, reply, file, REVALIDATE) : reply.callNotFound();
  });
  const { archive, folder } = basemap;
  await app.register(async (scope) => {
    scope.setErrorHandler(answerRange);
    if (archive) await serveArchive(scope, archive);
    if (folder) await serveFolder(scope, folder);
  });
}

/** Small files, compressed once for each town that is read. The town's own stay: data has its shapes in them. */
async function readReady({ files }: Town, { styles }: Basemap): Promise<Map<string, ReadyFile>> {
  const names = files.list("basemap").filter((each) => each.endsWith(".geojson"));
  const contents = [
    ...names.map((name) => ({
      name,
      mediaType: "application/geo+json",
      plain: files.read(`basemap/${name}`),
    })),
    ...Object.entries(styles).map(([name, style]) => ({
      name,
      mediaType: "application/json",
      plain: Buffer.from(JSON.stringify(style)),
    })),
  ];
  const ready = new Map<string, ReadyFile>();
  for (const { name, mediaType, plain } of contents) {
    const etag = `"${createHash("sha256").update(plain).digest("base64url").slice(0, 22)}"`;
    ready.set(name, { mediaType, plain, etag, ...(await compress(plain)) });
  }
  return ready;
}

/** One large file that browsers read in ranges. Replaced while the server runs, it is no longer found under its name. */
async function serveArchive(
  app: FastifyInstance,
  { path, address }: NonNullable<Basemap["archive"]>,
): Promise<void> {
  await app.register(fastifyStatic, {
    root: dirname(path),
    serve: false,
    cacheControl: false,
    setHeaders: (reply) => void reply.header("cache-control", FOREVER),
  });
  app.get(address, (_, reply) =>
    address.includes(fingerprint(path))
      ? reply.sendFile(basename(path), dirname(path))
      : reply.callNotFound(),
  );
}

async function serveFolder(app: FastifyInstance, folder: string): Promise<void> {
  await app.register(fastifyStatic, {
    root: folder,
    prefix: FILES,
    index: false,
    redirect: false,
    dotfiles: "ignore",
    cacheControl: false,
    setHeaders(reply, path) {
      void reply.header("cache-control", REVALIDATE);
      if (/\.(pbf|mvt)$/.test(path) && isGzip(path)) void reply.header("content-encoding", "gzip");
    },
  });
}

/** A range beyond the end keeps its own status, with which readers find out how long the file is. */
function answerRange(error: FastifyError, _: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (error.statusCode !== 416) throw error;
  const { headers } = error as FastifyError & { headers?: Record<string, string> };
  return reply
    .code(416)
    .headers(headers ?? {})
    .header("cache-control", "no-store")
    .send();
}

/** Tools cut tiles into folders compressed, without a name that says so. */
function isGzip(path: string): boolean {
  const file = openSync(path, "r");
  try {
    const start = Buffer.alloc(2);
    readSync(file, start, 0, 2, 0);
    return start[0] === 0x1f && start[1] === 0x8b;
  } finally {
    closeSync(file);
  }
}
