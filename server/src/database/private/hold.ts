/**
 * Who uses a private cluster. Each process holds a shared lock in the cluster itself while it works, and the server
 * holds one more that only one may have; PostgreSQL lets go of both when a process dies, so no lock is ever stale.
 */
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { StartRefusal } from "../../refusal.ts";
import { type Cluster, isAlive, openCluster } from "./cluster.ts";

const USERS_LOCK = 7_201_001;
const HOLDER_LOCK = 7_201_002;
/** How long a dead holder's connection may take to end. */
const DEAD_HOLDER_MS = 10_000;
const AGAIN_MS = 500;

export interface Hold {
  /** Lets go; the last one out stops the cluster. */
  release(): Promise<void>;
}

/** Joins the users of a cluster. */
export async function useCluster(cluster: Cluster): Promise<Hold> {
  const client = await connect(cluster, `user pid=${process.pid}`);
  await client.query("select pg_advisory_lock_shared($1)", [USERS_LOCK]);
  return { release: () => leave(cluster, client) };
}

/**
 * Joins as the one server of a cluster, or throws a StartRefusal that names the process which already is.
 * `label` tells other processes who holds it, for example "port 3000". When PostgreSQL goes down meanwhile, it is
 * started again and held again.
 */
export async function holdCluster(cluster: Cluster, dataDir: string, label: string): Promise<Hold> {
  const released = new AbortController();
  let held = { cluster, client: await takeHold(cluster, dataDir, label) };
  const watch = () => void held.client.once("end", () => void takeAgain());

  async function takeAgain(): Promise<void> {
    while (!released.signal.aborted)
      try {
        const again = await openCluster(dataDir);
        held = { cluster: again, client: await takeHold(again, dataDir, label) };
        watch();
        return;
      } catch (error) {
        if (error instanceof HeldByAnother) return giveWay(error);
        await sleep(AGAIN_MS);
      }
  }

  watch();
  return {
    async release() {
      released.abort();
      await leave(held.cluster, held.client);
    },
  };
}

class HeldByAnother extends StartRefusal {}

/** Another server has taken the folder while PostgreSQL was down: this one stops as if it were told to. */
function giveWay({ message }: Error): void {
  console.error(message);
  process.kill(process.pid, "SIGTERM");
}

async function takeHold(cluster: Cluster, dataDir: string, label: string): Promise<pg.Client> {
  const client = await connect(cluster, `server pid=${process.pid} ${label}`);
  for (const start = Date.now(); ; await sleep(50)) {
    const { rows } = await client.query<{ held: boolean }>("select pg_try_advisory_lock($1) as held", [
      HOLDER_LOCK,
    ]);
    if (rows[0]?.held) break;
    const holder = await findHolder(client);
    const dead = holder !== null && !isAlive(holder.pid);
    if (holder && (!dead || Date.now() - start > DEAD_HOLDER_MS)) {
      await client.end();
      throw new HeldByAnother(
        `DATA_DIR: "${dataDir}" is in use by the server with process id ${holder.pid} (${holder.label}): stop it first, or choose another folder`,
      );
    }
  }
  await client.query("select pg_advisory_lock_shared($1)", [USERS_LOCK]);
  return client;
}

async function connect(cluster: Cluster, name: string): Promise<pg.Client> {
  const client = new pg.Client({
    ...cluster.connection("postgres"),
    application_name: name,
    keepAlive: true,
  });
  // Losing this connection means that the cluster went down: its end is what is listened for.
  client.on("error", () => undefined);
  await client.connect();
  return client;
}

async function findHolder(client: pg.Client): Promise<{ pid: number; label: string } | null> {
  const { rows } = await client.query<{ name: string }>(
    `select a.application_name as name from pg_locks l join pg_stat_activity a using (pid)
     where l.locktype = 'advisory' and l.objid = $1 and l.granted and a.pid <> pg_backend_pid()`,
    [HOLDER_LOCK],
  );
  const parts = /^server pid=(\d+) (.*)$/.exec(rows[0]?.name ?? "");
  return parts ? { pid: Number(parts[1]), label: String(parts[2]) } : null;
}

async function leave(cluster: Cluster, client: pg.Client): Promise<void> {
  try {
    await client.query("select pg_advisory_unlock_all()");
    const { rows } = await client.query<{ alone: boolean }>("select pg_try_advisory_lock($1) as alone", [
      USERS_LOCK,
    ]);
    await client.end();
    if (rows[0]?.alone) await cluster.stop();
  } catch {
    // The cluster is already down: nothing to let go of.
    await client.end().catch(() => undefined);
  }
}
