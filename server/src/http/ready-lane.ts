/**
 * A lane of its own for the latest release files: they are answered before the framework is asked, because half of town
 * may look at the map in the same minute. The bytes and headers are those of the framework's own route, which serves
 * everything else: the policy's headers are read off one of its answers once it listens.
 */
import { type IncomingMessage, type ServerResponse, createServer } from "node:http";
import type { FastifyInstance, FastifyServerFactory } from "fastify";
import type { LatestReleases, ReadyFile } from "../releases/latest.ts";
import { FOREVER, type Form, REVALIDATE, answerIn, formFor } from "./ready.ts";

interface Limits {
  requestTimeout: number;
  keepAliveTimeout: number;
}

interface Prepared {
  status: 200 | 304;
  /** Names and values in turn. */
  head: string[];
  body: Buffer | undefined;
}

export interface ReadyLane {
  serverFactory: FastifyServerFactory;
  /** Opens the lane once the framework's routes stand. */
  open(app: FastifyInstance): void;
}

/** Headers of the framework's answer that belong to the one file, or to the one connection. */
const ofOneAnswer = new Set([
  "cache-control",
  "etag",
  "vary",
  "cross-origin-resource-policy",
  "access-control-allow-origin",
  "content-type",
  "content-encoding",
  "content-length",
  "date",
  "connection",
]);

export function openReadyLane(releases: LatestReleases, limits: Limits): ReadyLane {
  let policy: Record<string, string> | undefined;
  let stopping = false;
  const prepared = new WeakMap<ReadyFile, Partial<Record<Form, Prepared>>>();

  function answer({ method, url = "", headers }: IncomingMessage, response: ServerResponse): boolean {
    if (!policy || stopping || (method !== "GET" && method !== "HEAD")) return false;
    const file = releases.atPath(url);
    if (!file) return false;
    const form = formFor(file, headers);
    const { status, head, body } = prepared.get(file)?.[form] ?? prepare(file, form, url);
    response.writeHead(status, head).end(method === "HEAD" ? undefined : body);
    return true;
  }

  function prepare(file: ReadyFile, form: Form, url: string): Prepared {
    const listed = url.endsWith("/latest.json") || url.endsWith("/index.json");
    const { status, headers, body } = answerIn(form, file, listed ? REVALIDATE : FOREVER);
    const length = body ? { "content-length": String(body.length) } : {};
    const made = { status, head: Object.entries({ ...policy, ...headers, ...length }).flat(), body };
    prepared.set(file, { ...prepared.get(file), [form]: made });
    return made;
  }

  return {
    serverFactory(handler) {
      const server = createServer((request, response) => {
        if (!answer(request, response)) handler(request, response);
      });
      server.requestTimeout = limits.requestTimeout;
      server.keepAliveTimeout = limits.keepAliveTimeout;
      return server;
    },
    open(app) {
      app.addHook("onListen", async () => {
        const { headers } = await app.inject({ method: "GET", url: "/releases/latest.json" });
        policy = Object.fromEntries(
          Object.entries(headers).flatMap(([name, value]) =>
            ofOneAnswer.has(name) ? [] : [[name, String(value)]],
          ),
        );
      });
      // Who is being let go is told so, which only the framework does.
      app.addHook("preClose", async () => {
        stopping = true;
      });
    },
  };
}
