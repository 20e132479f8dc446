/** The light of a lighting measure's area on the day of its decision and on the day on which it was done. */
import type { MeasureLight } from "@trygg/shared/measures/schema.ts";
import type { Services } from "../context.ts";
import { measureLight } from "../lighting/level/illuminance.ts";
import { selectLamps } from "../lighting/store.ts";
import { isDecided } from "./freeze.ts";
import type { MeasureRow } from "./store.ts";

type Moment = keyof MeasureLight;
type Stated = Pick<MeasureRow, "kind" | "state">;

/** Which moment a change of state is; none where it was past it already, or is about something else than light. */
export function momentOf(before: Stated | undefined, { kind, state }: Stated): Moment | null {
  if (kind !== "light" || !isDecided(state)) return null;
  if (state === "done") return before?.state === "done" ? null : "done";
  return before && isDecided(before.state) ? null : "decided";
}

/**
 * Computed as all lamps that work burn in the dark, before any dimming. Null where the town knows no lamps: an area
 * without a lamp is dark only where lamps are known elsewhere.
 */
export async function computeLight(
  services: Services,
  area: string,
): Promise<{ mean: number; min: number } | null> {
  if ((await selectLamps(services.db)).length === 0) return null;
  const { mean, min } = await measureLight(services, { area });
  return { mean, min };
}

/** What of it holds as things stand: a measure that was called done by mistake has no light of that day. */
export function lightNow(light: MeasureLight | undefined, { state }: Stated): MeasureLight | null {
  if (!light || !isDecided(state)) return null;
  const { decided, done } = light;
  const holds = { ...(decided ? { decided } : {}), ...(done && state === "done" ? { done } : {}) };
  return Object.keys(holds).length > 0 ? holds : null;
}
