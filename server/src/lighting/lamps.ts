/** Every lamp with owner and status, for staff and for everybody: nothing about a lamp is secret. */
import { roundDegrees } from "@trygg/shared/geo/square.ts";
import { toLngLat } from "@trygg/shared/geo/sweref.ts";
import type { Lamp } from "@trygg/shared/lighting/schema.ts";
import type { Services } from "../context.ts";
import { type LampRow, selectLamps } from "./store.ts";

export async function listLamps({ db }: Pick<Services, "db">): Promise<Lamp[]> {
  return (await selectLamps(db)).map(toLamp);
}

/** Where it came from is no part of the lamp. */
export function toLamp({ east, north, importId: _importId, ...row }: LampRow): Lamp {
  const { lng, lat } = toLngLat({ east, north });
  // Seven decimals are a centimetre; six would move a lamp when it is saved unchanged.
  const round = (degrees: number) => roundDegrees(degrees * 10) / 10;
  return { ...row, at: { lng: round(lng), lat: round(lat) } };
}
