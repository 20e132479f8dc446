/** Measures as they leave the store, for staff and for everybody. They hold nothing of reports. */
import type { Measure, MeasureLight, PublicMeasure } from "@trygg/shared/measures/schema.ts";
import type { Services } from "../context.ts";
import { lightNow } from "./light.ts";
import { type MeasureRow, selectLight, selectMeasures } from "./store.ts";

export async function publicMeasures({ db }: Services): Promise<PublicMeasure[]> {
  const light = await selectLight(db);
  return (await selectMeasures(db)).map((row) => toPublicMeasure(row, light.get(row.id)));
}

/** What everybody may read of a measure: all but its cost, its plan and its version. */
export function toPublicMeasure(row: MeasureRow, light?: MeasureLight): PublicMeasure {
  const { id, kind, area, title, state, updatedOn } = row;
  const optional = {
    where: row.where,
    reason: row.reason,
    owner: row.owner,
    from: row.from,
    to: row.to,
    publicText: row.publicText,
    measuredLux: row.measuredLux,
    light: lightNow(light, row),
  };
  return { id, kind, area, title, state, updatedOn, ...present(optional) };
}

export function toMeasure(row: MeasureRow, light?: MeasureLight): Measure {
  return { ...toPublicMeasure(row, light), version: row.version, ...present({ cost: row.cost }) };
}

/** Leaves out what is null: an absent key is shorter and says the same. */
function present<T extends object>(values: T): { [K in keyof T]?: NonNullable<T[K]> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null)) as {
    [K in keyof T]?: NonNullable<T[K]>;
  };
}
