/** A public file, checked against its schema on the way out and compressed once for all who will read it. */
import { createHash } from "node:crypto";
import { stringify } from "csv-stringify/sync";
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
  return ready(name, mediaType, JSON.stringify(schema.parse(content)));
}

/** Rows as CSV (RFC 4180, UTF-8), in the columns of their schema. Throws like `publicFile`. */
export async function publicTable<T extends z.ZodObject>(
  name: string,
  row: T,
  rows: z.input<T>[],
): Promise<PublicFile> {
  const text = stringify(
    rows.map((each) => row.parse(each)),
    // What a spreadsheet would take for a formula is written as text.
    { header: true, columns: Object.keys(row.shape), escape_formulas: true, record_delimiter: "\r\n" },
  );
  return ready(name, "text/csv", text);
}

async function ready(name: string, mediaType: string, text: string): Promise<PublicFile> {
  const plain = Buffer.from(text);
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
