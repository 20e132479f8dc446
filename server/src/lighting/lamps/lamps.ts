/** Every lamp with owner and status, for staff and for everybody: nothing about a lamp is secret. */
import { roundDegrees } from "@trygg/shared/geo/square.ts";
import { toLngLat } from "@trygg/shared/geo/sweref.ts";
import type { Lamp, StaffLamp } from "@trygg/shared/lighting/schema.ts";
import type { Services } from "../../context.ts";
import { type LampRow, selectLamps } from "../store.ts";

export async function listLamps({ db }: Pick<Services, "db">): Promise<Lamp[]> {
  return (await selectLamps(db)).map(toLamp);
}

/** As staff have them, who may change them. */
export async function listStaffLamps({ db }: Pick<Services, "db">): Promise<StaffLamp[]> {
  return (await selectLamps(db)).map(toStaffLamp);
}

export function toStaffLamp(row: LampRow): StaffLamp {
  return { ...toLamp(row), version: row.version };
}

/** Where it came from, and how often it has changed, is no part of the lamp. */
export function toLamp({
  east,
  north,
  importId: _importId,
  version: _version,
  ...row
}: Omit<LampRow, "version"> & Partial<Pick<LampRow, "version">>): Lamp {
  const { lng, lat } = toLngLat({ east, north });
  // Seven decimals are a centimetre; six would move a lamp when it is saved unchanged.
  const round = (degrees: number) => roundDegrees(degrees * 10) / 10;
  return { ...row, at: { lng: round(lng), lat: round(lat) } };
}
