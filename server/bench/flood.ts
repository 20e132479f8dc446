/** A flood ("F1"): one network sends ten thousand reports as fast as it can, while somebody else sends one now and then. */
import { report } from "../src/testing/samples.ts";
import { makeDataFolder, removeDataFolder, startBuiltServer } from "../src/testing/process.ts";
import type { Result } from "./figures.ts";

const SENDS = 10_000;
const MOST_THROUGH = 60;
const AT_ONCE = 16;
const OTHERS = 20;
/** Addresses that nobody has: the server believes what a balancer on its own machine says. */
const [FLOOD, OTHER] = ["198.51.100.7", "203.0.113.9"];

export async function proveFlood(): Promise<Result> {
  const folder = makeDataFolder();
  const server = await startBuiltServer({ DATA_DIR: folder });
  try {
    const send = async (from: string) => {
      const answer = await fetch(`${server.url}/trpc/reports.submit`, {
        method: "POST",
        headers: { "content-type": "application/json", "x-forwarded-for": from },
        body: JSON.stringify(report()),
      });
      await answer.arrayBuffer();
      return answer.status;
    };
    const statuses = new Map<number, number>();
    let [sent, others] = [0, 0];
    const work = async () => {
      while (sent < SENDS) {
        const isOthersTurn = ++sent % (SENDS / OTHERS) === 0;
        const status = await send(FLOOD);
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
        if (isOthersTurn && (await send(OTHER)) === 200) others += 1;
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    const through = statuses.get(200) ?? 0;
    const refused = statuses.get(429) ?? 0;
    return {
      name: "flood",
      n: SENDS,
      through,
      refused,
      others_through: others,
      others_sent: OTHERS,
      holds: through <= MOST_THROUGH && through + refused >= SENDS && others === OTHERS,
    };
  } finally {
    await server.kill("SIGTERM");
    await removeDataFolder(folder);
  }
}
