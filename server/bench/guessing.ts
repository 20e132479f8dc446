/** Guessing passwords ("A1"): ten thousand wrong tries at one account and at 500, from one network and from 200. */
import { makeDataFolder, removeDataFolder, startBuiltServer } from "../src/testing/process.ts";
import type { Result } from "./figures.ts";

const GUESSES = 10_000;
const AT_ONCE = 16;
const LEAST_BLOCKED = 0.99;
const QUARTER_S = 900;
const someone = { email: "polis@demo.local", password: "demo-karlshamn" };

export async function* proveGuessing(): AsyncIterable<Result> {
  const demonstration = makeDataFolder();
  try {
    const first = await startBuiltServer({ DATA_DIR: demonstration });
    await first.kill("SIGTERM");
    for (const accounts of [1, 500])
      for (const networks of [1, 200]) yield guess(demonstration, accounts, networks);
  } finally {
    await removeDataFolder(demonstration);
  }
}

async function guess(demonstration: string, accounts: number, networks: number): Promise<Result> {
  const folder = makeDataFolder(demonstration);
  const server = await startBuiltServer({ DATA_DIR: folder });
  // The server believes what a balancer on its own machine says of addresses; nobody has these.
  const signIn = async (input: object, network: number, cookie = "") => {
    const answer = await fetch(`${server.url}/trpc/accounts.signIn`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "x-forwarded-for": `198.18.${Math.floor(network / 250)}.${network % 250}`,
        cookie,
      },
      body: JSON.stringify(input),
    });
    await answer.arrayBuffer();
    return answer;
  };
  try {
    const before = await signIn(someone, 9999);
    const device = before.headers.getSetCookie().find((line) => line.startsWith("device=")) ?? "";
    const statuses = new Map<number, number>();
    let sent = 0;
    const work = async () => {
      while (sent < GUESSES) {
        const number = sent++;
        const email = number % accounts === 0 ? someone.email : `person${number % accounts}@demo.local`;
        const { status } = await signIn({ email, password: `guess ${number}` }, number % networks);
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    const blocked = (statuses.get(429) ?? 0) / GUESSES;
    const known = await signIn(someone, 9999, device);
    const stranger = await signIn(someone, 0);
    const back = stranger.status === 200 ? 0 : Number(stranger.headers.get("retry-after"));
    const hits = statuses.get(200) ?? 0;
    return {
      name: "guessing",
      n: GUESSES,
      accounts,
      networks,
      hits,
      looked_at: statuses.get(401) ?? 0,
      blocked,
      known_browser: known.status,
      right_user_back_s: back,
      holds: hits === 0 && blocked >= LEAST_BLOCKED && known.status === 200 && back <= QUARTER_S,
    };
  } finally {
    await server.kill("SIGTERM");
    await removeDataFolder(folder);
  }
}
