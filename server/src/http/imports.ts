/**
 * Files that staff bring in at the desk: `POST /imports/<kind>` with the file alone as the body, and the order in a
 * header. Who may is decided before a byte is read. Answers in lines of JSON: the share that is done, then the outcome.
 */
import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { PassThrough, type Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import {
  type ImportKindName,
  type ImportLine,
  LARGEST_UPLOAD,
  importKind,
  importOrder,
  importersOf,
} from "@trygg/shared/imports/schema.ts";
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Services, Session } from "../context.ts";
import { runImport } from "../imports/run.ts";
import { explain } from "../procedure.ts";
import { Refusal } from "../refusal.ts";
import type { Settings } from "../settings.ts";
import { sessionCookies } from "./session-cookie.ts";
import { requireRole, sessionOf } from "./staff.ts";

/** No form of another site can send it. */
const MEDIA_TYPE = "application/octet-stream";
/** Smallest step of progress that is worth a line. */
const STEP = 0.02;

interface Allowed {
  kind: ImportKindName;
  session: Session;
}

export async function serveImports(
  app: FastifyInstance,
  services: Services,
  settings: Settings,
): Promise<void> {
  const { session: cookie } = sessionCookies(settings);
  const allowed = new WeakMap<FastifyRequest, Allowed>();
  // Reading takes memory by the size of the file: one at a time on a node.
  let busy = false;

  await app.register(async (scope) => {
    // Handed on as it comes in; nothing gathers it in memory.
    scope.addContentTypeParser(MEDIA_TYPE, (_request, body, done) => done(null, body));
    scope.addHook("onRequest", async (request) => {
      const { kind } = request.params as { kind: string };
      allowed.set(request, await allow(services, kind, cookie.read(request)));
      refuseLarge(Number(request.headers["content-length"] ?? 0));
    });

    scope.post<{ Body: Readable }>("/imports/:kind", async (request, reply) => {
      const { kind, session } = allowed.get(request) as Allowed;
      const { name, ...order } = readOrder(request.headers["import-order"]);
      if (busy)
        throw new Refusal("tooManyRequests", "expected one file at a time; another is being read", {
          retryAfterSeconds: 5,
        });
      busy = true;
      const folder = await mkdtemp(join(tmpdir(), "trygg-upload-"));
      const tidy = async () => {
        busy = false;
        await rm(folder, { recursive: true, force: true });
      };
      const path = join(folder, "file");
      const lines = new PassThrough();
      try {
        const size = await keep(request.body, path);
        const file = { name: basename(name), path, size };
        const work = runImport(services, { kind, file, ...order }, session, tellProgress(lines));
        void work
          .then(
            (outcome) => tell(lines, { outcome }),
            (error: unknown) => tell(lines, { error: errorOf(request, error) }),
          )
          .finally(tidy)
          .finally(() => lines.end());
      } catch (error) {
        await tidy();
        throw error;
      }
      return reply
        .header("cache-control", "private, no-store")
        .type("application/x-ndjson; charset=utf-8")
        .send(lines);
    });
  });
}

async function allow(services: Services, given: string, token: string | undefined): Promise<Allowed> {
  const session = await sessionOf(services, token);
  const kind = importKind.safeParse(given);
  if (!kind.success)
    throw new Refusal("notFound", `expected one of ${importKind.options.join(", ")}, got "${given}"`);
  requireRole(session, importersOf[kind.data]);
  return { kind: kind.data, session };
}

function readOrder(header: string | string[] | undefined) {
  let given: unknown;
  try {
    given = JSON.parse(decodeURIComponent(String(header)));
  } catch {
    throw new Refusal("invalidInput", "import-order: expected JSON in percent-encoding");
  }
  const parsed = importOrder.safeParse(given);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Refusal("invalidInput", `import-order: ${issue?.path.join(".")}: ${issue?.message}`);
}

/** Writes the body to a file and returns its size. */
async function keep(body: Readable, path: string): Promise<number> {
  let size = 0;
  await pipeline(
    body,
    async function* measure(chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) {
        size += chunk.length;
        refuseLarge(size);
        yield chunk;
      }
    },
    createWriteStream(path, { mode: 0o600 }),
  );
  return size;
}

function refuseLarge(bytes: number): void {
  if (bytes > LARGEST_UPLOAD)
    throw new Refusal(
      "tooLarge",
      `expected a file of at most ${LARGEST_UPLOAD / 1024 ** 2} MB; the command line takes larger ones`,
    );
}

function tellProgress(lines: PassThrough): (share: number) => void {
  let told = 0;
  return (share) => {
    if (share - told < STEP) return;
    told = share;
    tell(lines, { progress: share });
  };
}

const tell = (lines: PassThrough, line: ImportLine) => lines.write(`${JSON.stringify(line)}\n`);

function errorOf(request: FastifyRequest, error: unknown): { code: string; message: string } {
  const { code, message } = explain(error);
  if (code === "internal") request.log.error({ err: error }, "failed");
  return { code, message };
}
