/** Nothing but node: sends one body with a tag to whoever asks. Started with the body's file, prints its address. */
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

const body = readFileSync(process.argv[2] ?? "");
const server = createServer((_, response) => {
  response.writeHead(200, {
    "content-type": "application/geo+json",
    "content-encoding": "br",
    "content-length": body.length,
    etag: '"one"',
  });
  response.end(body);
});
server.listen(0, "127.0.0.1", () =>
  console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`),
);
