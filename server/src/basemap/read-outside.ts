/** Reads a small file from a host that `OUTBOUND` allows. Read at start only, so what fails is one plain line. */
import { assertOutbound } from "../outbound.ts";
import { StartRefusal } from "../refusal.ts";

const WITHIN_MS = 10_000;
const LARGEST = 10_000_000;
const MOST_REDIRECTS = 3;

export async function readOutside(address: string, outbound: readonly string[]): Promise<string> {
  // Redirects are followed by hand: each host on the way must be allowed.
  let url = new URL(address);
  for (let turn = 0; turn <= MOST_REDIRECTS; turn++) {
    assertOutbound("BASEMAP", url, outbound);
    const response = await fetchOnce(url);
    const onwards = response.headers.get("location");
    if (response.status < 300 || response.status >= 400 || onwards === null) return textOf(response, url);
    url = new URL(onwards, url);
  }
  throw new StartRefusal(`BASEMAP: expected an address that leads somewhere, got "${address}"`);
}

async function fetchOnce(url: URL): Promise<Response> {
  try {
    return await fetch(url, { redirect: "manual", signal: AbortSignal.timeout(WITHIN_MS) });
  } catch (error) {
    throw unanswered(url, error);
  }
}

async function textOf(response: Response, url: URL): Promise<string> {
  if (!response.ok)
    throw new StartRefusal(`BASEMAP: expected a file at "${url.href}", got status ${response.status}`);
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const part of response.body ?? []) {
      size += part.length;
      if (size > LARGEST)
        throw new StartRefusal(`BASEMAP: expected at most ${LARGEST} bytes, got more from "${url.href}"`);
      parts.push(part);
    }
  } catch (error) {
    throw error instanceof StartRefusal ? error : unanswered(url, error);
  }
  return Buffer.concat(parts).toString("utf8");
}

function unanswered(url: URL, error: unknown): StartRefusal {
  const { cause, message } = error as Error;
  const because = cause instanceof Error ? cause.message : message;
  return new StartRefusal(`BASEMAP: expected an answer from "${url.href}", got none (${because})`);
}
