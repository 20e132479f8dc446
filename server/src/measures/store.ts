/** The only queries on the tables of measures and of the answers about them. */
import type { FrozenPlan, PlanChoice } from "@trygg/shared/measures/plan.ts";
import type { MeasureAnswers, MeasureLight } from "@trygg/shared/measures/schema.ts";
import type { Effect } from "@trygg/shared/reports/terms.ts";
import { and, desc, eq, inArray, lt, sql } from "drizzle-orm";
import type { Database } from "../database/open.ts";
import { answeredReceipts, measureAnswers, measureLight, measurePlans, measures } from "./table.ts";

export type MeasureRow = typeof measures.$inferSelect;

export async function selectMeasures(db: Database): Promise<MeasureRow[]> {
  return db.select().from(measures).orderBy(desc(measures.updatedOn), measures.title, measures.id);
}

export async function findMeasure(db: Database, id: string): Promise<MeasureRow | undefined> {
  const [found] = await db.select().from(measures).where(eq(measures.id, id));
  return found;
}

export async function insertMeasure(db: Database, row: typeof measures.$inferInsert): Promise<MeasureRow> {
  const [stored] = await db.insert(measures).values(row).returning();
  if (!stored) throw new Error("the measure was not stored");
  return stored;
}

/** Replaces a measure if it still has the version that was read; undefined when it has another or is gone. */
export async function updateMeasure(
  db: Database,
  id: string,
  version: number | undefined,
  row: Omit<typeof measures.$inferInsert, "id" | "version">,
): Promise<MeasureRow | undefined> {
  const [stored] = await db
    .update(measures)
    .set({ ...row, version: sql`${measures.version} + 1` })
    .where(and(eq(measures.id, id), version === undefined ? undefined : eq(measures.version, version)))
    .returning();
  return stored;
}

/** Keeps what the plan of a measure shall be, which changes nothing that people read of it. */
export async function updatePlanChoice(db: Database, id: string, choice: PlanChoice | null): Promise<void> {
  await db.update(measures).set({ planChoice: choice }).where(eq(measures.id, id));
}

/** The frozen plans of a measure, the latest first. */
export async function selectPlans(db: Database, id: string): Promise<FrozenPlan[]> {
  return db
    .select({ frozenOn: measurePlans.frozenOn, sha256: measurePlans.sha256, text: measurePlans.text })
    .from(measurePlans)
    .where(eq(measurePlans.measureId, id))
    .orderBy(desc(measurePlans.id));
}

export async function insertPlan(db: Database, row: typeof measurePlans.$inferInsert): Promise<void> {
  await db.insert(measurePlans).values(row);
}

/** Keeps the light of a measure's area at a moment, in place of that of an earlier one of the kind. */
export async function putLight(db: Database, row: typeof measureLight.$inferInsert): Promise<void> {
  const { computedOn, mean, min } = row;
  await db
    .insert(measureLight)
    .values(row)
    .onConflictDoUpdate({
      target: [measureLight.measureId, measureLight.moment],
      set: { computedOn, mean, min },
    });
}

/** The light of each measure that any is kept of. */
export async function selectLight(db: Database): Promise<Map<string, MeasureLight>> {
  const light = new Map<string, MeasureLight>();
  for (const { measureId, moment, computedOn, mean, min } of await db.select().from(measureLight))
    light.set(measureId, { ...light.get(measureId), [moment]: { on: computedOn, mean, min } });
  return light;
}

interface NewAnswer {
  tag: Buffer;
  month: string;
  area: string;
  measureId: string;
  answer: Effect;
  /** 0 where the report counts in nothing else either. */
  weight: number;
}

/** Counts an answer unless its tag has answered before; says whether it was the first. */
export async function countAnswer(
  db: Database,
  { tag, month, weight, ...cell }: NewAnswer,
): Promise<boolean> {
  return db.transaction(async (tx) => {
    const first = await tx.insert(answeredReceipts).values({ tag, month }).onConflictDoNothing().returning();
    if (first.length === 0) return false;
    if (weight > 0)
      await tx
        .insert(measureAnswers)
        .values({ ...cell, count: 1 })
        .onConflictDoUpdate({
          target: [measureAnswers.area, measureAnswers.measureId, measureAnswers.answer],
          set: { count: sql`${measureAnswers.count} + 1` },
        });
    return true;
  });
}

/** Which of some tags have answered, as hexadecimal text. */
export async function selectAnswered(db: Database, tags: Buffer[]): Promise<Set<string>> {
  if (tags.length === 0) return new Set();
  const found = await db
    .select({ tag: answeredReceipts.tag })
    .from(answeredReceipts)
    .where(inArray(answeredReceipts.tag, tags));
  return new Set(found.map(({ tag }) => tag.toString("hex")));
}

/** The counts of each measure that anybody has answered about. */
export async function selectAnswers(db: Database): Promise<Map<string, MeasureAnswers>> {
  const rows = await db
    .select({
      id: measureAnswers.measureId,
      answer: measureAnswers.answer,
      count: sql<number>`sum(${measureAnswers.count})::int`,
    })
    .from(measureAnswers)
    .groupBy(measureAnswers.measureId, measureAnswers.answer);
  const counts = new Map<string, MeasureAnswers>();
  for (const { id, answer, count } of rows)
    counts.set(id, { ...(counts.get(id) ?? { better: 0, same: 0, worse: 0 }), [answer]: count });
  return counts;
}

/** Forgets that receipts of months before a day have answered; the counts stay. */
export async function deleteAnsweredBefore(db: Database, day: string): Promise<void> {
  await db.delete(answeredReceipts).where(lt(answeredReceipts.month, `${day.slice(0, 7)}-01`));
}
