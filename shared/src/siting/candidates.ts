/** What may be done about the light of a town: its options on each lamp, and new lamps beside streets that have none. */
import { indexThings } from "../geo/nearby.ts";
import { type GridPosition, toGrid, toLngLat } from "../geo/sweref.ts";
import { type Lamp, untoldLight } from "../lighting/schema.ts";
import type { LightingLamp } from "../lighting/source-of.ts";
import type { LightingOption } from "../lighting/town.ts";
import type { WalkPoint } from "../place/walk-points.ts";
import type { Site } from "./schema.ts";

export interface Candidate extends Site {
  option: LightingOption;
  /** Null where no lamp stands yet. */
  before: LightingLamp | null;
  after: LightingLamp;
}

/** Metres from one new lamp to the next along a street, and from them to a lamp that stands. */
export const POLE_SPACING = 18;
/** Metres from the middle of a street to where a pole may stand. */
const BESIDE = 2.5;

/** Where a new lamp may stand: to the right of a street, turned to face it. */
export interface PoleSite extends GridPosition {
  /** Degrees clockwise from north. */
  direction: number;
}

/** Those of points along the streets that have no lamp near, moved beside the street. */
export function poleSites(points: readonly WalkPoint[], lamps: readonly GridPosition[]): PoleSite[] {
  const standing = indexThings(lamps);
  return points
    .filter((point) => standing.nearest(point, 1, POLE_SPACING).length === 0)
    .map(({ east, north, towards }) => ({
      east: east + BESIDE * Math.sin(towards),
      north: north - BESIDE * Math.cos(towards),
      direction: (360 - (towards * 180) / Math.PI) % 360,
    }));
}

/** In the order of the lamps, of the sites, and of the town's options. */
export function candidatesOf(
  options: readonly LightingOption[],
  lamps: readonly Lamp[],
  poles: readonly PoleSite[],
): Candidate[] {
  const onLamps = lamps.flatMap((lamp) =>
    options.flatMap((option) => {
      const after = changedBy(option, lamp);
      return after ? [{ at: lamp.at, lamp: lamp.id, option, before: lamp, after }] : [];
    }),
  );
  const anew = poles.flatMap((pole) => options.flatMap((option) => newLamp(option, pole) ?? []));
  return [...onLamps, ...anew];
}

/** A new lamp by an option, which stands turned as told, or nobody knows how; null where the option is none. */
export function newLamp(
  option: LightingOption,
  { direction = null, ...grid }: GridPosition & { direction?: number | null },
): Candidate | null {
  if (option.kind !== "pole") return null;
  const { height, flux, luminaire } = option;
  const at = toLngLat(grid);
  const after = { ...untoldLight, at, height, flux, luminaire, direction, status: "working" as const };
  return { at, lamp: null, option, before: null, after };
}

/** The lamp as an option leaves it; null where the option does not concern it. What is off is off on purpose. */
export function changedBy(option: LightingOption, lamp: Lamp): LightingLamp | null {
  const { kind, height, flux, luminaire } = option;
  if (lamp.status === "off") return null;
  switch (kind) {
    case "pole":
      return null;
    case "repair":
      return lamp.status === "broken" ? { ...lamp, status: "working" } : null;
    case "head":
      return {
        ...lamp,
        status: "working",
        height: height ?? lamp.height,
        flux: flux ?? lamp.flux,
        luminaire: luminaire ?? lamp.luminaire,
      };
    case "flux":
      return lamp.status === "working" ? { ...lamp, flux: flux ?? lamp.flux } : null;
    case "dimming":
      return lamp.status === "working" && lamp.dimming !== null ? { ...lamp, dimming: null } : null;
  }
}

/** Whether two sites are the same lamp, or new lamps within so many metres. */
export function isSameSite(
  one: Site,
  other: { at: Site["at"]; lamp?: string | null | undefined },
  metres: number,
) {
  if (one.lamp !== null || (other.lamp ?? null) !== null) return one.lamp === (other.lamp ?? null);
  const [a, b] = [toGrid(one.at), toGrid(other.at)];
  return Math.hypot(a.east - b.east, a.north - b.north) <= metres;
}
