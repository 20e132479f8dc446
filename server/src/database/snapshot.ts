/**
 * Reads many rows, and what has changed since, as they stood at one moment. Long lists come as PostgreSQL's binary copy:
 * a million rows are read in the time that as objects they would take to be made.
 */
import type { Readable } from "node:stream";
import { drizzle } from "drizzle-orm/node-postgres";
import type pg from "pg";
import { to as copyTo } from "pg-copy-streams";
import type { Database } from "./open.ts";

export interface Snapshot {
  db: Database;
  /** Calls back for each row of a query; the fields of a row are only good until the next. */
  copy(query: string, onRow: (row: CopiedRow) => void): Promise<void>;
}

export async function readSnapshot<T>(db: Database, work: (snapshot: Snapshot) => Promise<T>): Promise<T> {
  const client = await poolOf(db).connect();
  let broken: Error | undefined;
  try {
    await client.query("begin isolation level repeatable read read only");
    // A million rows may take longer than any other statement of ours should.
    await client.query("set local statement_timeout = 0");
    const answer = await work({
      db: drizzle(client),
      copy: (query, onRow) =>
        readCopy(client.query(copyTo(`copy (${query}) to stdout (format binary)`)), onRow),
    });
    await client.query("commit");
    return answer;
  } catch (error) {
    broken = error as Error;
    throw error;
  } finally {
    // A connection that failed in the middle of a copy cannot be trusted with the next question.
    client.release(broken);
  }
}

/** The pool that a handle stands on; a transaction has none, and needs no snapshot of its own. */
function poolOf(db: Database): pg.Pool {
  const pool = (db as Database & { $client?: pg.Pool }).$client;
  if (!pool) throw new Error("a snapshot is read from the store itself, not within a transaction");
  return pool;
}

/** Fields of one row, by their places in the query. */
export interface CopiedRow {
  isNull(field: number): boolean;
  /** int2, int4 and date (days since 2000). */
  int(field: number): number;
  /** The upper and lower half of eight bytes: of an int8, or of the first eight of a bytea; 0 where there are none. */
  high(field: number): number;
  low(field: number): number;
  text(field: number): string;
  /** Calls back for each element of a one-dimensional text[]. */
  texts(field: number, onText: (text: string) => void): void;
}

const SIGNATURE_BYTES = 11;
const NULL = 0xffffffff;

/** Format of PostgreSQL's `COPY … BINARY`: a header, then for each row the number of fields, and each with its length. */
async function readCopy(stream: Readable, onRow: (row: CopiedRow) => void): Promise<void> {
  let [buffer, begun] = [Buffer.alloc(0) as Buffer, false];
  let [starts, lengths] = [new Uint32Array(0), new Uint32Array(0)];
  const row: CopiedRow = {
    isNull: (field) => lengths[field] === NULL,
    int: (field) =>
      lengths[field] === 2
        ? buffer.readInt16BE(starts[field] as number)
        : buffer.readInt32BE(starts[field] as number),
    high: (field) => (lengths[field] === NULL ? 0 : buffer.readUInt32BE(starts[field] as number)),
    low: (field) => (lengths[field] === NULL ? 0 : buffer.readUInt32BE((starts[field] as number) + 4)),
    text: (field) =>
      buffer.toString("latin1", starts[field], (starts[field] as number) + (lengths[field] as number)),
    texts(field, onText) {
      const start = starts[field] as number;
      if (lengths[field] === NULL || buffer.readInt32BE(start) === 0) return;
      // Dimensions, flags, type, then count and lower bound of the one dimension.
      const count = buffer.readInt32BE(start + 12);
      let at = start + 20;
      for (let index = 0; index < count; index++) {
        const length = buffer.readInt32BE(at);
        onText(buffer.toString("latin1", at + 4, at + 4 + length));
        at += 4 + length;
      }
    },
  };

  /** Reads whole rows from a place on and returns where the first that is not whole begins. */
  function readRows(from: number): number {
    for (let at = from; ;) {
      if (at + 2 > buffer.length) return at;
      const fields = buffer.readInt16BE(at);
      if (fields < 0) return buffer.length;
      if (starts.length !== fields) [starts, lengths] = [new Uint32Array(fields), new Uint32Array(fields)];
      let end = at + 2;
      for (let field = 0; field < fields; field++) {
        if (end + 4 > buffer.length) return at;
        const length = buffer.readUInt32BE(end);
        starts[field] = end + 4;
        lengths[field] = length;
        end += 4 + (length === NULL ? 0 : length);
      }
      if (end > buffer.length) return at;
      onRow(row);
      at = end;
    }
  }

  for await (const chunk of stream as AsyncIterable<Buffer>) {
    buffer = buffer.length === 0 ? chunk : Buffer.concat([buffer, chunk]);
    let at = 0;
    if (!begun) {
      // Signature, flags, and the length of an extension that there is none of.
      if (buffer.length < SIGNATURE_BYTES + 8) continue;
      [at, begun] = [SIGNATURE_BYTES + 8, true];
    }
    buffer = buffer.subarray(readRows(at));
  }
}
