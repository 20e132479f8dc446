/** The latest situation picture for everybody: put together from the releases, and from nothing else. */
import type { z } from "zod";
import type { lagesbild } from "@trygg/shared/lagesbild/schema.ts";
import type { Services } from "../context.ts";
import { Refusal } from "../refusal.ts";
import { headOf } from "../releases/head.ts";

export function readLatestLagesbild({ releases }: Services): z.infer<typeof lagesbild> {
  const reports = releases.reports();
  if (!reports) throw new Refusal("notFound", "expected a release; none has been made yet");
  const presence = releases.presence();
  return {
    release: headOf(reports.manifest),
    window: reports.manifest.window,
    areas: reports.unsafePlaces.features.map(({ properties }) => properties),
    reasons: reports.reasons.rows,
    presence: presence && {
      release: headOf(presence.manifest),
      window: presence.manifest.window,
      areas: presence.patrolCoverage.features.map(({ properties }) => properties),
    },
    caveats: [...reports.manifest.caveats, ...(presence?.manifest.caveats ?? [])],
  };
}
