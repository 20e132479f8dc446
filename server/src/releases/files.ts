/** A public file, checked against its schema on the way out and compressed once for all who will read it. */
import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { z } from "zod";

const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify<Buffer, { level: number }, Buffer>(gzip);

export interface PublicFile {
  name: string;
  mediaType: string;
  plain: Buffer;
  gzip: Buffer;
  brotli: Buffer;
  sha256: string;
}

/** Throws when the content has a key or value that its schema does not know. */
export async function publicFile<T extends z.ZodType>(
  name: string,
  mediaType: string,
  schema: T,
  content: z.input<T>,
): Promise<PublicFile> {
  const plain = Buffer.from(JSON.stringify(schema.parse(content)));
  return {
    name,
    mediaType,
    plain,
    sha256: createHash("sha256").update(plain).digest("hex"),
    ...(await compress(plain)),
  };
}

export async function compress(plain: Buffer): Promise<{ gzip: Buffer; brotli: Buffer }> {
  const [brotli, zipped] = await Promise.all([
    compressBrotli(plain, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: plain.length } }),
    compressGzip(plain, { level: 9 }),
  ]);
  return { brotli, gzip: zipped };
}
