/** A lamp as a source of light at an hour, what nobody has told of it being as the town takes it to be. */
import type { LngLat } from "../geo/sweref.ts";
import { toGrid } from "../geo/sweref.ts";
import type { Distribution } from "../photometry/distribution.ts";
import type { LightSource } from "../photometry/source.ts";
import { localTime } from "../time/local.ts";
import { lampsBurn } from "../time/sun.ts";
import type { Lamp } from "./schema.ts";
import type { DimmingPlan, LightingFile } from "./town.ts";

/** When light is computed. */
export interface LampHour {
  /** Whether lamps that work burn then. */
  burning: boolean;
  /** 0–23 by the town's clocks; null is before any dimming. */
  hour: number | null;
}

/** In the dark, and nothing dimmed. */
export const inFull: LampHour = { burning: true, hour: null };

export function lampHourAt(
  instant: number,
  { timeZone, centre }: { timeZone: string; centre: LngLat },
): LampHour {
  return { burning: lampsBurn(instant, centre), hour: localTime(instant, timeZone).hour };
}

/** What a lamp is computed with. */
export interface LightGiven {
  lighting: Pick<LightingFile, "maintenance" | "usual" | "standIn" | "dimming">;
  /** By id; a lamp whose luminaire is not among them is computed with the stand-in. */
  luminaires: ReadonlyMap<string, Distribution>;
  clock: LampHour;
}

/** What the light of a lamp hangs on. */
export type LightingLamp = Pick<
  Lamp,
  "at" | "height" | "flux" | "status" | "luminaire" | "direction" | "tilt" | "dimming" | "screened"
>;

/** Null where the lamp gives no light: it is broken or off, or it is day. */
export function sourceOf(
  lamp: LightingLamp,
  { lighting, luminaires, clock }: LightGiven,
): LightSource | null {
  if (lamp.status !== "working" || !clock.burning) return null;
  const luminaire = lamp.luminaire === null ? undefined : luminaires.get(lamp.luminaire);
  const plan = lighting.dimming.find(({ id }) => id === lamp.dimming);
  const flux = lamp.flux ?? luminaire?.flux ?? lighting.usual.flux;
  return {
    ...toGrid(lamp.at),
    height: lamp.height ?? lighting.usual.height,
    flux: flux * lighting.maintenance * shareAt(plan, clock.hour) * (1 - lamp.screened),
    // C90 faces `direction`, clockwise from north; C0 lies 90° clockwise of it, counted the other way from east.
    c0: lamp.direction === null ? null : radians(-lamp.direction),
    tilt: radians(lamp.tilt),
    shape: luminaire ?? lighting.standIn,
  };
}

/** What share of its light a lamp gives by a plan at an hour. */
export function shareAt(plan: DimmingPlan | undefined, hour: number | null): number {
  if (hour === null) return 1;
  return plan?.steps.find((step) => holds(step, hour))?.share ?? 1;
}

/** From an hour until another, past midnight where the first is the later; all day where they are the same. */
function holds({ from, to }: { from: number; to: number }, hour: number): boolean {
  return from < to ? from <= hour && hour < to : from <= hour || hour < to;
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
