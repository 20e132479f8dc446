/** In which encoding a text was written: by its byte order mark, by its zero bytes, or by whether it is UTF-8 at all. */
import { isUtf8 } from "node:buffer";
import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";

export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

const LOOKED_AT = 4096;

export async function encodingOf(path: string): Promise<Encoding> {
  const marked = markedEncoding(await readStart(path));
  if (marked) return marked;
  const decoder = new TextDecoder("utf-8", { fatal: true });
  try {
    for await (const chunk of createReadStream(path)) decoder.decode(chunk as Buffer, { stream: true });
    decoder.decode();
    return "utf-8";
  } catch (error) {
    if (error instanceof TypeError) return "windows-1252";
    throw error;
  }
}

async function readStart(path: string): Promise<Buffer> {
  const handle = await open(path);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(LOOKED_AT), 0, LOOKED_AT, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

function markedEncoding(start: Uint8Array): Encoding | undefined {
  if (start[0] === 0xff && start[1] === 0xfe) return "utf-16le";
  if (start[0] === 0xfe && start[1] === 0xff) return "utf-16be";
  // In Western text every second byte of UTF-16 is zero, and none of any other encoding.
  const zeros = [0, 0];
  for (const [index, byte] of start.entries()) if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (Math.max(even, odd) < start.length / 4) return undefined;
  return odd > even ? "utf-16le" : "utf-16be";
}

/** The same of bytes that are in memory already. */
export function encodingOfBytes(bytes: Uint8Array): Encoding {
  const marked = markedEncoding(bytes.subarray(0, LOOKED_AT));
  return marked ?? (isUtf8(bytes) ? "utf-8" : "windows-1252");
}

export const decodeWhole = (bytes: Uint8Array): string =>
  new TextDecoder(encodingOfBytes(bytes)).decode(bytes);

/** The text of a file piece by piece, without its byte order mark. */
export async function* decodeFile(
  path: string,
  encoding: Encoding,
  onBytes: (count: number) => void,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of createReadStream(path)) {
    onBytes((chunk as Buffer).length);
    yield decoder.decode(chunk as Buffer, { stream: true });
  }
  yield decoder.decode();
}
