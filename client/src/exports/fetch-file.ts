/** Fetches a file that the server makes for whoever asks, and gives it to the browser to keep. */
import { RouteFailure } from "../api.ts";

export async function fetchFile(path: string, input?: object): Promise<void> {
  const response = await fetch(path, {
    method: "POST",
    ...(input ? { headers: { "content-type": "application/json" }, body: JSON.stringify(input) } : {}),
  });
  if (!response.ok) throw await RouteFailure.of(response);
  const [, name = "export"] =
    /filename="([^"]+)"/.exec(response.headers.get("content-disposition") ?? "") ?? [];
  const url = URL.createObjectURL(await response.blob());
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
