/** Whether somebody has an account ("A2"): answers to wrong passwords, 500 pairs of an account that is there and one that is not. */
import { makeDataFolder, removeDataFolder, startBuiltServer } from "../src/testing/process.ts";
import { type Result, median, rounded, timed } from "./figures.ts";

const PAIRS = 500;
const MOST_GAP_MS = 5;

export async function proveEnumeration(): Promise<Result> {
  const folder = makeDataFolder();
  const server = await startBuiltServer({ DATA_DIR: folder, LIMITS: "off" });
  try {
    const ask = (email: string) =>
      timed(async () => {
        const answer = await fetch(`${server.url}/trpc/accounts.signIn`, {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify({ email, password: "a wrong password" }),
        });
        const text = await answer.text();
        const names = [...answer.headers.keys()].toSorted().join();
        return `${answer.status} ${names} ${answer.headers.get("content-length")} ${text}`;
      });
    const answers = new Set<string>();
    const gaps: number[] = [];
    for (let pair = 0; pair < PAIRS; pair++) {
      // Which comes first takes turns, so that nothing but the account tells them apart.
      const emails = ["polis@demo.local", `n${String(pair).padStart(4, "0")}@demo.local`];
      const ms = new Map<string, number>();
      for (const email of pair % 2 ? emails : emails.toReversed()) {
        const asked = await ask(email);
        answers.add(asked.value);
        ms.set(email, asked.ms);
      }
      const [there = 0, absent = 0] = emails.map((email) => ms.get(email) ?? 0);
      gaps.push(there - absent);
    }
    const gap = Math.abs(median(gaps));
    return {
      name: "enumeration",
      n: PAIRS,
      different_answers: answers.size,
      median_gap_ms: rounded(gap),
      holds: answers.size === 1 && gap <= MOST_GAP_MS,
    };
  } finally {
    await server.kill("SIGTERM");
    await removeDataFolder(folder);
  }
}
