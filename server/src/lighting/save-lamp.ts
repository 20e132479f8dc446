/** Adds a lamp or changes one. */
import { randomUUID } from "node:crypto";
import { toGrid } from "@trygg/shared/geo/sweref.ts";
import { type Lamp, type LampInput, UNKNOWN_OWNER } from "@trygg/shared/lighting/schema.ts";
import { audit } from "../audit/audit.ts";
import type { StaffContext } from "../context.ts";
import { refuseOutside } from "../place/misplaced.ts";
import type { Town } from "../place/town.ts";
import { Refusal } from "../refusal.ts";
import { lightOf } from "./lay-over.ts";
import { toLamp } from "./lamps.ts";
import { changeLamps, insertLamps, lockLamps } from "./store.ts";

export async function saveLamp(context: StaffContext, { id, at, ...fields }: LampInput): Promise<Lamp> {
  const { db, town, changes } = context;
  refuseOutside(town, at);
  refuseUnknownOwner(town, fields.owner);
  const grid = toGrid(at);
  const round = (metres: number) => Math.round(metres * 100) / 100;
  const row = {
    east: round(grid.east),
    north: round(grid.north),
    area: town.areaAt(grid) ?? null,
    importId: null,
  };
  const lamp = await db.transaction(async (tx) => {
    if (id === undefined) {
      const added = { id: `lamp-${randomUUID().slice(0, 8)}`, ...lightOf(undefined), ...fields, ...row };
      await insertLamps(tx, [added]);
      return added;
    }
    const [before] = await lockLamps(tx, [id]);
    if (!before) throw new Refusal("notFound", `expected the id of a lamp, got "${id}"`, { value: id });
    const after = { id, ...lightOf(before), ...fields, ...row };
    const by = { at: new Date(context.now()), accountId: context.session.accountId, importId: null };
    await changeLamps(tx, [{ before, after }], by);
    return after;
  });
  await audit(context, "lighting.saveLamp", { id: lamp.id, status: lamp.status });
  changes.tell("lighting");
  return toLamp(lamp);
}

function refuseUnknownOwner({ service }: Town, owner: string): void {
  const known = [...service.lampOwners.map(({ id }) => id), UNKNOWN_OWNER];
  if (!known.includes(owner))
    throw new Refusal("unknownOwner", `expected one of ${known.join(", ")}, got "${owner}"`, {
      value: owner,
    });
}
