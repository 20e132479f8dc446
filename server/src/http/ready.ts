/** Sends a file that lies ready in memory in the form the reader understands, or nothing when the reader has it. */
import type { FastifyReply, FastifyRequest } from "fastify";
import type { ReadyFile } from "../releases/latest.ts";

/** A file whose address names its content never changes. */
export const FOREVER = "public, max-age=31536000, immutable";
/** A file that may change is asked for again each time, which costs a 304. */
export const REVALIDATE = "public, max-age=0, must-revalidate";

export function sendReady(
  request: FastifyRequest,
  reply: FastifyReply,
  file: ReadyFile,
  cacheControl: string,
): FastifyReply {
  void reply
    .header("cache-control", cacheControl)
    .header("etag", file.etag)
    .header("vary", "accept-encoding")
    .header("cross-origin-resource-policy", "cross-origin")
    .header("access-control-allow-origin", "*");
  if (matchesTag(request.headers["if-none-match"], file.etag)) return reply.code(304).send();
  const encoding = chooseEncoding(request.headers["accept-encoding"] ?? "");
  if (encoding) void reply.header("content-encoding", encoding.name);
  return reply.type(file.mediaType).send(encoding ? file[encoding.form] : file.plain);
}

function matchesTag(header: string | undefined, etag: string): boolean {
  return header?.split(",").some((tag) => tag.trim().replace(/^W\//, "") === etag) ?? false;
}

function chooseEncoding(accepted: string): { name: string; form: "brotli" | "gzip" } | null {
  const offered = accepted.split(",").map((part) => part.trim().toLowerCase());
  const takes = (name: string) =>
    offered.some((part) => part === name || (part.startsWith(`${name};`) && !/q=0(\.0*)?$/.test(part)));
  if (takes("br")) return { name: "br", form: "brotli" };
  return takes("gzip") ? { name: "gzip", form: "gzip" } : null;
}
