/** A page as the browser can read it packed. What is drawn for one visitor is packed fast, not small. */
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { FastifyReply, FastifyRequest } from "fastify";
import { chooseEncoding } from "./ready.ts";

const packBrotli = promisify(brotliCompress);
const packGzip = promisify(gzip);
const FAST = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };

export async function sendPacked(
  { headers }: FastifyRequest,
  reply: FastifyReply,
  page: string,
): Promise<FastifyReply> {
  const form = chooseEncoding(headers["accept-encoding"]);
  if (form === "brotli") return reply.header("content-encoding", "br").send(await packBrotli(page, FAST));
  if (form === "gzip") return reply.header("content-encoding", "gzip").send(await packGzip(page));
  return reply.send(page);
}
