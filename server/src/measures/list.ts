/** Every measure with what staff may read of it. */
import type { Measure } from "@trygg/shared/measures/schema.ts";
import type { StaffContext } from "../context.ts";
import { countLinked } from "../reports/single/store.ts";
import { toMeasure } from "./public.ts";
import { selectAnswers, selectLight, selectMeasures } from "./store.ts";

/** What is counted as it comes in, and linked reports, are for those who see reports as they come in. */
const seesReports = ["planner", "police", "coordinator"];

export async function listMeasures({ db, session }: StaffContext): Promise<Measure[]> {
  const sees = seesReports.includes(session.role);
  const answers = sees ? await selectAnswers(db) : new Map<string, never>();
  const linked = sees ? await countLinked(db) : new Map<string, never>();
  const light = await selectLight(db);
  return (await selectMeasures(db)).map((row) => {
    const [told, reports] = [answers.get(row.id), linked.get(row.id)];
    return {
      ...toMeasure(row, light.get(row.id)),
      ...(told ? { answers: told } : {}),
      ...(reports ? { reports } : {}),
    };
  });
}
