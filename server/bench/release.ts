/** A release over a hundred thousand reports, and the attack on it apart, against the bare reading of the same rows. */
import { attackRelease } from "../src/releases/attack/attack.ts";
import { reportFiles, tellReportsRelease } from "../src/releases/reports-release.ts";
import { windowOf } from "../src/releases/window.ts";
import { type Result, rounded, timed } from "./figures.ts";
import { openStage } from "./stage.ts";
import { inventWorkload, storeWorkload } from "./workload.ts";

const REPORTS = 100_000;
const RELEASE_WITHIN_MS = 5000;
const ATTACK_WITHIN_MS = 300_000;

export async function measureRelease(): Promise<Result> {
  const stage = await openStage();
  try {
    const { services, client } = stage;
    const window = windowOf(services, "reports");
    // So few of them in the quiet places that some figures must be hidden.
    await storeWorkload(client, inventWorkload(services.town, { count: REPORTS, ...window, tail: 4 }));
    const bare = await timed(() => client.query("select * from reports where weight = 1"));
    const told = await timed(async () => {
      const { tables } = await tellReportsRelease(services, window);
      await reportFiles(services.town, tables);
      return tables;
    });
    const attack = await timed(() => attackRelease(services, window, told.value));
    return {
      name: "release",
      n: REPORTS,
      median_ms: rounded(told.ms),
      p99_ms: rounded(told.ms),
      baseline: rounded(bare.ms),
      ratio: rounded(told.ms / bare.ms),
      attack_ms: rounded(attack.ms),
      hidden: attack.value.tables.hidden,
      isolated: attack.value.tables.isolated.length,
      mean_advantage: rounded(attack.value.pairs.mean),
      holds: told.ms <= RELEASE_WITHIN_MS && attack.ms <= ATTACK_WITHIN_MS,
    };
  } finally {
    await stage.close();
  }
}
