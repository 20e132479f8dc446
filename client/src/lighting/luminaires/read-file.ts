/** The text of a photometric file: UTF-8 where it is that, else what such files are usually written in. */
export async function readText(file: Blob): Promise<string> {
  const bytes = await file.arrayBuffer();
  try {
    return plainEnds(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return plainEnds(new TextDecoder("windows-1252").decode(bytes));
  }
}

/** Line ends take room where the text is sent. */
const plainEnds = (text: string) => text.replace(/\r\n?/g, "\n");
