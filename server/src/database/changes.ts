/**
 * Tells every node, and through them every signed-in window, that some kind of thing has changed. Sent after the
 * change is committed and never inside its transaction, where PostgreSQL would let only one commit pass at a time;
 * changes within a moment travel together. A poll catches what a lost notification did not bring.
 */
import { EventEmitter, on } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { type LiveEvent, type Topic, topics } from "@trygg/shared/live.ts";
import { sql } from "drizzle-orm";
import pg from "pg";
import type { Database, Store } from "./open.ts";
import { topicVersions } from "./table.ts";

const CHANNEL = "changes";
const GATHER_MS = 15;
const POLL_MS = 4000;
const RECONNECT_MS = 500;

export interface Changes {
  /** Says that something of this topic was committed. */
  tell(topic: Topic): void;
  /** Calls the listener at once for what this node tells, before any node hears of it. */
  hearOwn(listener: (topic: Topic) => void): void;
  /** Calls the listener for each change on any node. */
  listen(listener: (event: LiveEvent) => void): void;
  /** Each change on any node from now on, until the signal is given. */
  follow(signal: AbortSignal): AsyncGenerator<LiveEvent>;
  /** Ends all that follow, so that a server can stop without cutting anyone off. */
  endFollowing(): void;
  close(): Promise<void>;
}

export function openChanges({ db, connection }: Pick<Store, "db" | "connection">): Changes {
  const heard = new EventEmitter<{ change: [LiveEvent] }>().setMaxListeners(0);
  const seen = new Map<string, number>();
  const own: ((topic: Topic) => void)[] = [];
  const dirty = new Set<Topic>();
  const ending = new AbortController();
  const following = new AbortController();
  let gathering: NodeJS.Timeout | undefined;
  let sending: Promise<void> = Promise.resolve();

  function hear(topic: string, version: number): void {
    // Anybody may notify; only a number that is higher than the last one counts.
    if (!isTopic(topic) || !(version > (seen.get(topic) ?? 0))) return;
    seen.set(topic, version);
    heard.emit("change", { topic, version });
  }

  function send(): void {
    const gathered = [...dirty];
    dirty.clear();
    gathering = undefined;
    sending = sending.then(() => bump(db, gathered)).catch(() => undefined);
  }

  const watching = watch(connection, hear, ending.signal);
  const polling = poll(db, hear, ending.signal);

  return {
    tell(topic) {
      for (const listener of own) listener(topic);
      dirty.add(topic);
      gathering ??= setTimeout(send, GATHER_MS);
    },
    hearOwn(listener) {
      own.push(listener);
    },
    listen(listener) {
      heard.on("change", listener);
    },
    async *follow(until) {
      const signal = AbortSignal.any([until, following.signal]);
      try {
        for await (const [event] of on(heard, "change", { signal })) yield event as LiveEvent;
      } catch (error) {
        if (!signal.aborted) throw error;
      }
    },
    endFollowing() {
      following.abort();
    },
    async close() {
      if (gathering) {
        clearTimeout(gathering);
        send();
      }
      await sending;
      ending.abort();
      await Promise.all([watching, polling]);
    },
  };
}

const isTopic = (name: string): name is Topic => (topics as readonly string[]).includes(name);

async function bump(db: Database, changed: Topic[]): Promise<void> {
  for (const topic of changed) {
    const [row] = await db
      .insert(topicVersions)
      .values({ topic, version: 1 })
      .onConflictDoUpdate({
        target: topicVersions.topic,
        set: { version: sql`${topicVersions.version} + 1` },
      })
      .returning();
    await db.execute(sql`select pg_notify(${CHANNEL}, ${`${topic} ${row?.version ?? 0}`})`);
  }
}

/** Listens on a connection of its own, and again after every loss. */
async function watch(
  connection: pg.ClientConfig,
  hear: (topic: string, version: number) => void,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    const client = new pg.Client({ ...connection, application_name: "changes", keepAlive: true });
    const lost = new Promise<void>((resolve) => {
      client.on("error", () => resolve());
      client.on("end", () => resolve());
      signal.addEventListener("abort", () => resolve(), { once: true });
    });
    client.on("notification", ({ payload = "" }) => {
      const [topic = "", version = "0"] = payload.split(" ");
      hear(topic, Number(version));
    });
    try {
      await client.connect();
      await client.query(`listen ${CHANNEL}`);
      await lost;
    } catch {
      // The database is away; try again below.
    }
    await client.end().catch(() => undefined);
    await sleep(RECONNECT_MS, undefined, { signal }).catch(() => undefined);
  }
}

async function poll(
  db: Database,
  hear: (topic: string, version: number) => void,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    try {
      for (const { topic, version } of await db.select().from(topicVersions)) hear(topic, version);
    } catch {
      // The database is away; the next round will tell.
    }
    await sleep(POLL_MS, undefined, { signal }).catch(() => undefined);
  }
}
