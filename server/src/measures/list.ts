/** Every measure with what staff may read of it. */
import type { Measure } from "@trygg/shared/measures/schema.ts";
import type { StaffContext } from "../context.ts";
import { toMeasure } from "./public.ts";
import { selectAnswers, selectMeasures } from "./store.ts";

/** Answers are counted as they come in, and so they are for those who see reports as they come in. */
const seesAnswers = ["planner", "police", "coordinator"];

export async function listMeasures({ db, session }: StaffContext): Promise<Measure[]> {
  const answers = seesAnswers.includes(session.role) ? await selectAnswers(db) : new Map<string, never>();
  return (await selectMeasures(db)).map((row) => {
    const told = answers.get(row.id);
    return { ...toMeasure(row), ...(told ? { answers: told } : {}) };
  });
}
