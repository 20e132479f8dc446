/** Services for tests: real ones, on a database of their own, with a clock that stands still until it is moved. */
import { loadDemonstration } from "../demonstration/load.ts";
import { DAY_MS } from "@trygg/shared/time/local.ts";
import pg from "pg";
import { TestRunner, afterAll, inject, onTestFinished } from "vitest";
import type { Services } from "../context.ts";
import { writeStoreFact } from "../database/facts.ts";
import { type Store, openStore } from "../database/open.ts";
import { equip } from "../services.ts";
import { databaseUrl, templateName, withServer } from "./postgres.ts";

/** What nobody waits for must not fail unseen. */
const log = {
  error: ({ err }: { err: unknown }, message: string) => console.error(message, err),
  warn: () => undefined,
};
/** The day on which the demonstration stands, at noon in Karlshamn. */
const NOON = Date.parse("2026-11-23T11:00:00Z");
const SECRET = "a secret for tests that is long enough";
/** Held while the template with the demonstration is made, so that it is made once. */
const TEMPLATE_LOCK = 7_201_099;

export interface TestClock {
  /** The present instant, milliseconds. */
  now: number;
  /** `2026-03-29T01:30:00+01:00`, or a day, which means noon in Karlshamn. */
  set(time: string): void;
  advance(ms: number): void;
}

export interface TestServices extends Services {
  clock: TestClock;
  store: Store;
  /** Rows of a query in plain SQL: what stands in the tables, past every verb. */
  rows<T extends object = Record<string, unknown>>(sql: string, values?: unknown[]): Promise<T[]>;
  /** A second node on the same database, with the same clock. */
  openNode(): Promise<Services>;
}

interface Wanted {
  /** Starts from the loaded demonstration instead of an empty store. */
  demonstration?: boolean;
  /** When the clock stands. */
  at?: string;
  limits?: boolean;
}

/** Opens services on a database of their own, closed at the end of the test, or of the file when called outside one. */
export async function openTestServices(wanted: Wanted = {}): Promise<TestServices> {
  const { demonstration = false, at, limits = false } = wanted;
  const clock = makeClock();
  if (at) clock.set(at);
  const [server, prefix] = [inject("postgres"), inject("prefix")];
  const template = demonstration
    ? await demonstrationTemplate(server, prefix)
    : templateName(prefix, "empty");
  const name = `${prefix}_${process.pid}_${(count += 1)}`;
  await withServer(server, (client) => client.query(`create database ${name} template ${template}`));

  const store = await openStore({ databaseUrl: databaseUrl(server, name), dataDir: "" });
  const plain = new pg.Client(store.connection);
  plain.on("error", () => undefined);
  await plain.connect();
  const open = () =>
    equip(store, { place: "karlshamn", now: () => clock.now, secret: SECRET, demonstration, limits, log });
  const opened: Services[] = [];
  const openNode = async () => {
    const services = await open();
    opened.push(services);
    return services;
  };
  closeAtEnd(async () => {
    for (const { afterwards, changes } of opened) {
      await afterwards.finished();
      await changes.close();
    }
    await plain.end();
    await store.close();
    await withServer(server, (client) => client.query(`drop database ${name} with (force)`));
  });
  // Added to the services themselves: a copy would keep the town as it is now.
  return Object.assign(await openNode(), {
    clock,
    store,
    openNode,
    rows: async <T extends object>(sql: string, values: unknown[] = []) => {
      await Promise.all(opened.map(({ afterwards }) => afterwards.finished()));
      return (await plain.query<T>(sql, values)).rows;
    },
  });
}

let count = 0;

/** Closes something at the end of the test, or of the file when called outside one. */
export function closeAtEnd(close: () => Promise<void>): void {
  if (TestRunner.getCurrentTest()) onTestFinished(close);
  else afterAll(close);
}

function makeClock(): TestClock {
  const clock: TestClock = {
    now: NOON,
    set(time) {
      clock.now =
        time.length === 10
          ? NOON + Math.round((Date.parse(time) - Date.parse("2026-11-23")) / DAY_MS) * DAY_MS
          : Date.parse(time);
    },
    advance(ms) {
      clock.now += ms;
    },
  };
  return clock;
}

/** Makes the template with the loaded demonstration at the first call of all test files, and finds it afterwards. */
async function demonstrationTemplate(server: string, prefix: string): Promise<string> {
  const name = templateName(prefix, "demonstration");
  await withServer(server, async (client) => {
    await client.query("select pg_advisory_lock($1)", [TEMPLATE_LOCK]);
    const { rowCount } = await client.query("select 1 from pg_database where datname = $1", [name]);
    if (rowCount === 0) {
      const draft = `${name}_draft`;
      await client.query(`create database ${draft} template ${templateName(prefix, "empty")}`);
      await loadInto(databaseUrl(server, draft));
      await client.query(`alter database ${draft} rename to ${name}`);
    }
  });
  return name;
}

async function loadInto(url: string): Promise<void> {
  const store = await openStore({ databaseUrl: url, dataDir: "" });
  const services = await equip(store, {
    place: "karlshamn",
    now: () => NOON,
    secret: SECRET,
    demonstration: true,
    limits: false,
    log,
  });
  await writeStoreFact(store.db, "demonstration", true);
  await loadDemonstration(services);
  await services.changes.close();
  await store.close();
}
