/** Sends a file to be tried or stored, and follows how far the server has read it. */
import type { ImportKindName, ImportLine, ImportOrder, ImportOutcome } from "@trygg/shared/imports/schema.ts";

/** In the shape of the procedures' errors, so that the same words are found for it. */
export class ImportFailure extends Error {
  readonly data: { error: string };

  constructor({ code, message }: { code: string; message: string }) {
    super(message);
    this.name = "ImportFailure";
    this.data = { error: code };
  }
}

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
  if (!response.ok || !response.body) throw new ImportFailure(await refusalOf(response));
  for await (const line of linesOf(response.body)) {
    if ("progress" in line) onProgress(line.progress);
    else if ("outcome" in line) return line.outcome;
    else throw new ImportFailure(line.error);
  }
  throw new ImportFailure({ code: "offline", message: "expected an outcome; the answer ended before it" });
}

async function refusalOf(response: Response): Promise<{ code: string; message: string }> {
  const { error } = (await response.json()) as { error: { message: string; data: { error: string } } };
  return { code: error.data.error, message: error.message };
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
