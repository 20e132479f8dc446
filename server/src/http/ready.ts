/** How a file that lies ready in memory is answered: in the form the reader understands, or not at all when the reader has it. */
import type { IncomingHttpHeaders } from "node:http";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { ReadyFile } from "../releases/latest.ts";

/** A file whose address names its content never changes. */
export const FOREVER = "public, max-age=31536000, immutable";
/** A file that may change is asked for again each time, which costs a 304. */
export const REVALIDATE = "public, max-age=0, must-revalidate";

export type Form = "plain" | "gzip" | "brotli" | "known";

/** Which form of a file a reader wants; `known` when it has the file. */
export function formFor({ etag }: ReadyFile, asked: IncomingHttpHeaders): Form {
  if (matchesTag(asked["if-none-match"], etag)) return "known";
  return chooseEncoding(asked["accept-encoding"]);
}

/** The headers of a form, and its body. */
export function answerIn(
  form: Form,
  file: ReadyFile,
  cacheControl: string,
): { status: 200 | 304; headers: Record<string, string>; body: Buffer | undefined } {
  const headers = {
    "cache-control": cacheControl,
    etag: file.etag,
    vary: "accept-encoding",
    "cross-origin-resource-policy": "cross-origin",
    "access-control-allow-origin": "*",
  };
  if (form === "known") return { status: 304, headers, body: undefined };
  const encoding = form === "brotli" ? "br" : form;
  return {
    status: 200,
    headers: {
      ...headers,
      "content-type": file.mediaType,
      ...(form === "plain" ? {} : { "content-encoding": encoding }),
    },
    body: file[form],
  };
}

export function sendReady(
  request: FastifyRequest,
  reply: FastifyReply,
  file: ReadyFile,
  cacheControl: string,
): FastifyReply {
  const { status, headers, body } = answerIn(formFor(file, request.headers), file, cacheControl);
  return reply.code(status).headers(headers).send(body);
}

function matchesTag(header: string | undefined, etag: string): boolean {
  return header?.split(",").some((tag) => tag.trim().replace(/^W\//, "") === etag) ?? false;
}

/** What browsers ask for is the same few words over and over. */
const chosen = new Map<string, Form>();
const MOST_CHOSEN = 100;

export function chooseEncoding(accepted: string | string[] | undefined = ""): Form {
  const words = String(accepted);
  const known = chosen.get(words);
  if (known) return known;
  const offered = words.split(",").map((part) => part.trim().toLowerCase());
  const takes = (name: string) =>
    offered.some((part) => part === name || (part.startsWith(`${name};`) && !/q=0(\.0*)?$/.test(part)));
  const form = takes("br") ? "brotli" : takes("gzip") ? "gzip" : "plain";
  if (chosen.size < MOST_CHOSEN) chosen.set(words, form);
  return form;
}
