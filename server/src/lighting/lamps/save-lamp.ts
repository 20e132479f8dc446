/** Adds a lamp or changes one. */
import { randomUUID } from "node:crypto";
import { toGrid } from "@trygg/shared/geo/sweref.ts";
import { type LampInput, type StaffLamp, UNKNOWN_OWNER } from "@trygg/shared/lighting/schema.ts";
import { audit } from "../../audit/audit.ts";
import type { StaffContext } from "../../context.ts";
import type { Database } from "../../database/open.ts";
import { refuseOutside } from "../../place/misplaced.ts";
import type { Town } from "../../place/town.ts";
import { Refusal } from "../../refusal.ts";
import { lightOf } from "./lay-over.ts";
import { toStaffLamp } from "./lamps.ts";
import { keepLuminaire } from "../luminaires/store.ts";
import { changeLamps, insertLamps, lockLamps } from "../store.ts";

export async function saveLamp(
  context: StaffContext,
  { id, version, at, ...fields }: LampInput,
): Promise<StaffLamp> {
  const { db, town, changes } = context;
  refuseOutside(town, at);
  refuseUnknownOwner(town, fields.owner);
  refuseUnknownDimming(town, fields.dimming);
  const grid = toGrid(at);
  const round = (metres: number) => Math.round(metres * 100) / 100;
  const row = {
    east: round(grid.east),
    north: round(grid.north),
    area: town.areaAt(grid) ?? null,
    importId: null,
  };
  const lamp = await db.transaction(async (tx) => {
    await refuseUnknownLuminaire(tx, fields.luminaire);
    if (id === undefined) {
      const newId = `lamp-${randomUUID().slice(0, 8)}`;
      const added = { id: newId, ...lightOf(undefined), ...fields, ...row, version: 1 };
      await insertLamps(tx, [added]);
      return added;
    }
    const [before] = await lockLamps(tx, [id]);
    if (!before) throw new Refusal("notFound", `expected the id of a lamp, got "${id}"`, { value: id });
    if (version !== undefined && version !== before.version)
      throw new Refusal("conflict", `expected version ${before.version} of the lamp, got ${version}`);
    const after = { id, ...lightOf(before), ...fields, ...row, version: before.version };
    const by = { at: new Date(context.now()), accountId: context.session.accountId, importId: null };
    await changeLamps(tx, [{ before, after }], by);
    return { ...after, version: before.version + 1 };
  });
  await audit(context, "lighting.saveLamp", { id: lamp.id, status: lamp.status });
  changes.tell("lighting");
  return toStaffLamp(lamp);
}

function refuseUnknownOwner({ service }: Town, owner: string): void {
  const known = [...service.lampOwners.map(({ id }) => id), UNKNOWN_OWNER];
  if (!known.includes(owner))
    throw new Refusal("unknownOwner", `expected one of ${known.join(", ")}, got "${owner}"`, {
      value: owner,
    });
}

function refuseUnknownDimming({ lighting }: Town, dimming: string | null | undefined): void {
  const known = lighting.dimming.map(({ id }) => id);
  if (dimming && !known.includes(dimming))
    throw new Refusal("unknownDimming", `expected one of ${known.join(", ")}, got "${dimming}"`, {
      value: dimming,
    });
}

async function refuseUnknownLuminaire(tx: Database, luminaire: string | null | undefined): Promise<void> {
  if (luminaire && !(await keepLuminaire(tx, luminaire)))
    throw new Refusal("unknownLuminaire", `expected the id of a luminaire, got "${luminaire}"`, {
      value: luminaire,
    });
}
