/**
 * All raw points to the staff map, over HTTP: made from the columns and sent by the product, beside a bare writer that
 * sends the same columns without being asked for anything, and beside PostgreSQL's rows as JSON through tRPC. Both hold
 * the same reports, which is compared before anything is timed.
 */
import { once } from "node:events";
import { type Server, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import {
  WORDS_PER_POINT,
  binsOfRest,
  dayOfRest,
  kindOfRest,
  readPoints,
} from "@trygg/shared/reports/points.ts";
import { initTRPC } from "@trpc/server";
import { fastifyTRPCPlugin } from "@trpc/server/adapters/fastify";
import Fastify, { type FastifyInstance } from "fastify";
import type pg from "pg";
import { readSession } from "../src/accounts/session.ts";
import type { Services } from "../src/context.ts";
import type { Block } from "../src/reports/columns/block.ts";
import type { ReportColumns } from "../src/reports/columns/columns.ts";
import { giveReason } from "../src/reports/list.ts";
import { openSessionFor } from "../src/testing/people.ts";
import { type Result, median, quantile, rounded, timed } from "./figures.ts";
import { openStage } from "./stage.ts";
import { inventWorkload, storeWorkload } from "./workload.ts";

const SIZES = [10_000, 100_000, 1_000_000];
const PERIOD = { from: "2023-11-23", to: "2026-11-22" };
const ANYWHERE = { port: 0, host: "127.0.0.1" };
const ROUNDS = 31;
const WARM_UP = 15;
/** Windows of staff that ask at once. Alone, an answer mostly waits for the session and its entry in the log. */
const WINDOWS = 4;
/** Rows as JSON take so long that they are asked for less often. */
const JSON_ROUNDS = 2;
const OF_WRITER = 0.67;
const TIMES_JSON = 40;
/** From so many reports on: below, a look takes no longer than its entry in the log. */
const HELD_FROM = 100_000;

export async function* measurePoints(): AsyncGenerator<Result> {
  for (const size of SIZES) yield await measure(size);
}

async function measure(size: number): Promise<Result> {
  const stage = await openStage();
  const { services, client } = stage;
  await storeWorkload(client, inventWorkload(services.town, { count: size, ...PERIOD }));
  const app = await stage.openApp();
  const writer = openWriter(await services.columns.reports());
  const rows = await openRows(client);
  try {
    const session = await openSessionWithReason(services);
    const ask = {
      ours: bytesFrom(await app.listen(ANYWHERE), "/reports/points", {
        method: "POST",
        headers: { cookie: `session=${session}`, "content-type": "application/json" },
        body: "{}",
      }),
      bare: bytesFrom(await listen(writer), "/"),
      json: bytesFrom(await rows.listen(ANYWHERE), "/trpc/points"),
    };
    await compare(await ask.ours(), await ask.bare(), await ask.json());
    for (let call = 0; call < WARM_UP; call++)
      for (const name of ["ours", "bare"] as const) await ask[name]();
    const alone = { ours: [] as number[], bare: [] as number[], json: [] as number[] };
    const abreast = { ours: [] as number[], bare: [] as number[] };
    for (let round = 0; round < ROUNDS; round++) {
      for (const name of ["ours", "bare"] as const) {
        alone[name].push((await timed(ask[name])).ms);
        const { ms } = await timed(() => Promise.all(Array.from({ length: WINDOWS }, ask[name])));
        abreast[name].push(ms / WINDOWS);
      }
      if (round < JSON_ROUNDS) alone.json.push((await timed(ask.json)).ms);
    }
    const ofWriter = median(abreast.bare) / median(abreast.ours);
    const timesJson = median(alone.json) / median(alone.ours);
    return {
      name: "points",
      n: size,
      median_ms: rounded(median(abreast.ours)),
      baseline: rounded(median(abreast.bare)),
      /** Share of the bare writer's rate, several windows at once. */
      ratio: rounded(ofWriter),
      alone_ms: rounded(median(alone.ours)),
      alone_p99_ms: rounded(quantile(alone.ours, 0.99)),
      alone_ratio: rounded(median(alone.bare) / median(alone.ours)),
      json_ms: rounded(median(alone.json)),
      times_json: rounded(timesJson),
      holds: size < HELD_FROM || (ofWriter >= OF_WRITER && timesJson >= TIMES_JSON),
    };
  } finally {
    await rows.close();
    writer.close();
    await stage.close();
  }
}

/** A planner who has said why. */
async function openSessionWithReason(services: Services): Promise<string> {
  const token = await openSessionFor(services, { role: "planner" });
  const session = await readSession(services, token);
  if (session) await giveReason({ ...services, session }, "A measurement");
  return token;
}

async function listen(server: Server): Promise<string> {
  server.listen(ANYWHERE);
  await once(server, "listening");
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const bytesFrom =
  (address: string, path: string, options: RequestInit = {}) =>
  async () => {
    const answer = await fetch(address + path, options);
    if (!answer.ok) throw new Error(`${path}: expected 200, got ${answer.status}: ${await answer.text()}`);
    return answer.arrayBuffer();
  };

/** The same words written row by row, by nothing but a server and a loop. */
function openWriter({ blocks }: ReportColumns): Server {
  const columns = [...blocks.values()].map(columnsOf);
  const count = columns.reduce((sum, { rows }) => sum + rows, 0);
  return createServer((_, answer) => {
    const words = new Uint32Array(count * WORDS_PER_POINT);
    let at = 0;
    for (const { rows, cell, reasons, day, kind, bins } of columns) {
      for (let row = 0; row < rows; row++) {
        words[at] = cell[row] as number;
        words[at + 1] = reasons[row] as number;
        words[at + 2] = (day[row] as number) | ((kind[row] as number) << 16) | ((bins[row] as number) << 24);
        at += WORDS_PER_POINT;
      }
    }
    answer.setHeader("content-length", words.byteLength);
    answer.end(new Uint8Array(words.buffer));
  });
}

/** Each field of a block in a column of its own. */
function columnsOf({ count: rows, points }: Block) {
  const word = (at: number) => Uint32Array.from({ length: rows }, (_, row) => points[row * 3 + at] as number);
  const [cell, reasons, rest] = [word(0), word(1), word(2)];
  return {
    rows,
    cell,
    reasons,
    day: Uint16Array.from(rest, dayOfRest),
    kind: Uint8Array.from(rest, kindOfRest),
    bins: Uint8Array.from(rest, binsOfRest),
  };
}

/** Rows of the table as JSON, by the framework that the product's other answers go through. */
async function openRows(client: pg.Client): Promise<FastifyInstance> {
  const t = initTRPC.create();
  const router = t.router({
    points: t.procedure.query(async () => {
      const { rows } = await client.query<{ east: number; north: number }>(
        "select id, east, north, square, area, received_on::text, feeling, reasons, bins, light, impact from reports where weight = 1",
      );
      return rows;
    }),
  });
  const app = Fastify();
  await app.register(fastifyTRPCPlugin, { prefix: "/trpc", trpcOptions: { router } });
  return app;
}

/** The same reports, whatever the order: as many, in the same cells. */
async function compare(ours: ArrayBuffer, bare: ArrayBuffer, json: ArrayBuffer): Promise<void> {
  const { head, words } = readPoints(ours);
  const bareWords = new Uint32Array(bare);
  const rows = (
    JSON.parse(new TextDecoder().decode(json)) as { result: { data: { east: number; north: number }[] } }
  ).result.data;
  const cells = rows.map(
    ({ east, north }) => ((north - head.north) / head.step) * head.width + (east - head.east) / head.step,
  );
  const sum = (list: ArrayLike<number>, step: number) => {
    let total = 0;
    for (let at = 0; at < list.length; at += step) total += list[at] as number;
    return `${list.length / step} reports, cells together ${total}`;
  };
  const [a, b, c] = [sum(words, WORDS_PER_POINT), sum(bareWords, WORDS_PER_POINT), sum(cells, 1)];
  if (a !== b || a !== c) throw new Error(`expected the same reports, got ${a}; bare ${b}; rows ${c}`);
}
