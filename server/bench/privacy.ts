/** Attacks on privacy at full size: planted reports, homes, probes, side channels, averaging, a partner, and retention. */
import { addDays } from "@trygg/shared/time/local.ts";
import { loadDemonstration } from "../src/demonstration/load.ts";
import { makeRandom } from "../src/demonstration/random.ts";
import { publishRelease } from "../src/releases/publish.ts";
import { windowOf } from "../src/releases/window.ts";
import { askAgain } from "../src/testing/privacy/averaging.ts";
import { followToTheEnd } from "../src/testing/privacy/expiry.ts";
import type { Finding, Ground } from "../src/testing/privacy/ground.ts";
import { guessHomes } from "../src/testing/privacy/homes.ts";
import { guessOneReport } from "../src/testing/privacy/partner.ts";
import { plantReports } from "../src/testing/privacy/planted.ts";
import { probe } from "../src/testing/privacy/probes.ts";
import { listenToSides } from "../src/testing/privacy/side-channels.ts";
import type { Result } from "./figures.ts";
import { type Stage, openStage } from "./stage.ts";
import { inventWorkload, storeWorkload } from "./workload.ts";

const attacks: Record<
  string,
  { on: "demonstration" | "workload" | "empty"; run(ground: Ground): Promise<Finding> }
> = {
  "planted (P1 P2 P3)": { on: "workload", run: (ground) => plantReports(ground, 100) },
  "homes (P4)": { on: "empty", run: (ground) => guessHomes(ground, 1000, 6) },
  "probes (P6)": { on: "demonstration", run: (ground) => probe(ground, 10_000) },
  "side channels (P8)": { on: "demonstration", run: (ground) => listenToSides(ground, 1000) },
  "averaging (P11)": { on: "demonstration", run: (ground) => askAgain(ground, 1000) },
  "partner, one release (P12)": { on: "demonstration", run: (ground) => guessOneReport(ground, 1000, 1) },
  "partner, twelve releases (P12)": {
    on: "demonstration",
    run: (ground) => guessOneReport(ground, 1000, 12),
  },
  "retention (P13)": { on: "demonstration", run: followToTheEnd },
};

/** Reports behind which single ones are planted. */
const BACKGROUND = 5000;

export async function* provePrivacy(): AsyncGenerator<Result> {
  for (const [name, { on, run }] of Object.entries(attacks)) {
    const stage = await openStage({ demonstration: true });
    try {
      await prepare[on](stage);
      const { tried, found, ...figures } = await run(await stage.openGround(makeRandom(name)));
      yield { name: `privacy: ${name}`, n: tried, found, ...figures, holds: found === 0 };
    } finally {
      await stage.close();
    }
  }
}

const prepare: Record<"demonstration" | "workload" | "empty", (stage: Stage) => Promise<void>> = {
  demonstration: ({ services }) => loadDemonstration(services),
  async workload({ services, client }) {
    const window = windowOf(services, "reports");
    const period = { from: window.from, to: addDays(window.to, 20) };
    await storeWorkload(client, inventWorkload(services.town, { count: BACKGROUND, ...period, tail: 4 }));
    await publishRelease(services, "reports");
    await publishRelease(services, "presence");
  },
  empty: async () => undefined,
};
