/** The lamps near a point, those that do not burn first: what somebody who reports a lamp that is out must know at once. */
import { metresBetween } from "../geo/distance.ts";
import type { LngLat } from "../geo/sweref.ts";
import type { Lamp } from "./schema.ts";

/** Metres: further away than this a lamp is another place's. */
export const LAMP_NEAR = 40;

/** More would be a list to read instead of an answer. */
const MOST = 3;

/** What everybody may know of a lamp, with how far away it stands. */
export type NearLamp = Pick<Lamp, "id" | "status" | "owner" | "statusSince" | "statusSource"> & {
  metres: number;
};

export interface LampsNear {
  shown: NearLamp[];
  /** Lamps near the point that are not shown: all of them are known to burn, or stand further away. */
  more: number;
}

export function lampsNear(
  lamps: readonly (Omit<NearLamp, "metres"> & Pick<Lamp, "at">)[],
  at: LngLat,
): LampsNear {
  const near = lamps
    .map(({ id, status, owner, statusSince, statusSource, at: stands }) => ({
      id,
      status,
      owner,
      statusSince,
      statusSource,
      metres: Math.round(metresBetween(at, stands)),
    }))
    .filter(({ metres }) => metres <= LAMP_NEAR)
    .sort((a, b) => Number(a.status === "working") - Number(b.status === "working") || a.metres - b.metres);
  return { shown: near.slice(0, MOST), more: Math.max(0, near.length - MOST) };
}
