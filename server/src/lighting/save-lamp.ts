/** Adds a lamp or changes one. */
import { randomUUID } from "node:crypto";
import { toGrid } from "@trygg/shared/geo/sweref.ts";
import type { Lamp, LampInput } from "@trygg/shared/lighting/schema.ts";
import { audit } from "../accounts/audit.ts";
import type { StaffContext } from "../context.ts";
import { refuseOutside } from "../place/misplaced.ts";
import { Refusal } from "../refusal.ts";
import { toLamp } from "./lamps.ts";
import { insertLamps, updateLamp } from "./store.ts";

export async function saveLamp(context: StaffContext, { id, at, ...fields }: LampInput): Promise<Lamp> {
  const { db, town, changes } = context;
  refuseOutside(town, at);
  const grid = toGrid(at);
  const round = (metres: number) => Math.round(metres * 100) / 100;
  const row = {
    ...fields,
    east: round(grid.east),
    north: round(grid.north),
    area: town.areaAt(grid) ?? null,
  };
  const lamp = { id: id ?? `lamp-${randomUUID().slice(0, 8)}`, ...row };
  if (id === undefined) await insertLamps(db, [lamp]);
  else if (!(await updateLamp(db, id, row)))
    throw new Refusal("notFound", `expected the id of a lamp, got "${id}"`, { value: id });
  await audit(context, "lighting.saveLamp", { id: lamp.id, status: lamp.status });
  changes.tell("lighting");
  return toLamp(lamp);
}
