/**
 * A line between the browser and the server that can be cut where it hurts: before a report has arrived, or after it is
 * stored and before the answer is back.
 */
import { type IncomingMessage, type ServerResponse, createServer, request } from "node:http";
import type { AddressInfo } from "node:net";

/** Of a report that is sent: everything else passes, unless the line is down. */
export type Cut = "none" | "before" | "after" | "down";

export interface BadLine {
  address: string;
  cut: Cut;
  /** Reports that were sent over it. */
  sent: number;
  close(): Promise<void>;
}

export async function openBadLine(server: string): Promise<BadLine> {
  const { hostname, port } = new URL(server);
  const pass = async (asked: IncomingMessage, answer: ServerResponse) => {
    const body = await bytesOf(asked);
    const isReport = asked.url?.startsWith("/trpc/reports.submit") === true;
    if (isReport) line.sent += 1;
    if (line.cut === "down" || (isReport && line.cut === "before")) return asked.socket.destroy();
    const { method, url, headers } = asked;
    const onward = request({ hostname, port, method, path: url, headers }, (answered) => {
      const cutHere = isReport && line.cut === "after";
      if (!cutHere) return void answered.pipe(answer.writeHead(answered.statusCode ?? 502, answered.headers));
      // The server has answered in full, so the report is stored; nobody hears of it.
      answered.resume().once("end", () => asked.socket.destroy());
    });
    onward.once("error", () => asked.socket.destroy());
    answer.once("close", () => onward.destroy());
    onward.end(body);
  };
  const proxy = createServer((asked, answer) => void pass(asked, answer).catch(() => asked.socket.destroy()));
  await new Promise<void>((resolve) => {
    proxy.listen(0, "127.0.0.1", resolve);
  });
  const line: BadLine = {
    address: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    cut: "none",
    sent: 0,
    close: () =>
      new Promise((resolve) => {
        proxy.close(() => resolve());
        proxy.closeAllConnections();
      }),
  };
  return line;
}

async function bytesOf(asked: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of asked) parts.push(part as Buffer);
  return Buffer.concat(parts);
}
