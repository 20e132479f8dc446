/** Sends a file to be tried or stored, and follows how far the server has read it. */
import type { ImportKindName, ImportLine, ImportOrder, ImportOutcome } from "@trygg/shared/imports/schema.ts";
import { RouteFailure } from "../api.ts";

export async function sendFile(
  kind: ImportKindName,
  file: File,
  order: Omit<ImportOrder, "name">,
  onProgress: (share: number) => void,
): Promise<ImportOutcome> {
  const response = await fetch(`/imports/${kind}`, {
    method: "POST",
    headers: {
      "content-type": "application/octet-stream",
      "import-order": encodeURIComponent(JSON.stringify({ name: file.name, ...order })),
    },
    body: file,
  });
  if (!response.ok) throw await RouteFailure.of(response);
  for await (const line of response.body ? linesOf(response.body) : []) {
    if ("progress" in line) onProgress(line.progress);
    else if ("outcome" in line) return line.outcome;
    else throw new RouteFailure(line.error);
  }
  throw new RouteFailure({ code: "offline", message: "expected an outcome; the answer ended before it" });
}

async function* linesOf(body: ReadableStream<Uint8Array<ArrayBuffer>>): AsyncGenerator<ImportLine> {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let begun = "";
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const lines = (begun + value).split("\n");
    begun = lines.pop() ?? "";
    for (const line of lines) yield JSON.parse(line) as ImportLine;
  }
}
