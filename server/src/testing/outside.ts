/** A host beyond our own, on this machine: answers with the given files to pages of any site. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export interface Outside {
  origin: string;
  host: string;
  close(): Promise<void>;
}

/** `answers` gives text or bytes for a path; what it has nothing for is not found. */
export async function openOutside(
  answers: (path: string, origin: string) => string | Uint8Array | undefined,
): Promise<Outside> {
  const server = createServer((request, response) => {
    const body = answers(request.url ?? "/", originOf());
    response.writeHead(body === undefined ? 404 : 200, { "access-control-allow-origin": "*" }).end(body);
  });
  const originOf = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  return {
    origin: originOf(),
    host: new URL(originOf()).host,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
