/** The only queries on the tables of lamps. */
import type { GridPosition } from "@trygg/shared/geo/sweref.ts";
import type { Distribution } from "@trygg/shared/photometry/distribution.ts";
import { and, asc, between, desc, eq, exists, getTableColumns, sql } from "drizzle-orm";
import type { Database } from "../database/open.ts";
import { lampChanges, lamps, luminaires } from "./table.ts";

export type LampRow = typeof lamps.$inferSelect;

/** Rows that one statement takes at a time: PostgreSQL counts at most 65,535 parameters. */
const AT_ONCE = 2000;

export async function selectLamps(db: Database): Promise<LampRow[]> {
  return db.select().from(lamps).orderBy(asc(lamps.id));
}

/** The lamps of a square box around a point of the national grid. */
export async function selectLampsAround(
  db: Database,
  { east, north }: GridPosition,
  metres: number,
): Promise<LampRow[]> {
  return db
    .select()
    .from(lamps)
    .where(
      and(
        between(lamps.east, east - metres, east + metres),
        between(lamps.north, north - metres, north + metres),
      ),
    )
    .orderBy(asc(lamps.id));
}

/** How the luminaires that some lamp has spread their light, by their ids. */
export async function selectDistributions(db: Database): Promise<Map<string, Distribution>> {
  const rows = await db
    .select({ id: luminaires.id, distribution: luminaires.distribution })
    .from(luminaires)
    .where(
      exists(
        db
          .select({ one: sql`1` })
          .from(lamps)
          .where(eq(lamps.luminaire, luminaires.id)),
      ),
    )
    .orderBy(asc(luminaires.id));
  return new Map(rows.map(({ id, distribution }) => [id, distribution]));
}

/** Those of the named lamps that there are, kept from every other change until the transaction ends. */
export async function lockLamps(tx: Database, ids: string[]): Promise<LampRow[]> {
  return tx
    .select()
    .from(lamps)
    .where(sql`${lamps.id} = any(${sql.param(ids)})`)
    .orderBy(asc(lamps.id))
    .for("update");
}

export async function insertLamps(db: Database, rows: (typeof lamps.$inferInsert)[]): Promise<void> {
  for (let from = 0; from < rows.length; from += AT_ONCE)
    await db.insert(lamps).values(rows.slice(from, from + AT_ONCE));
}

export interface LampChange {
  before: LampRow;
  after: LampRow;
}

export type ChangedBy = Pick<typeof lampChanges.$inferInsert, "at" | "accountId" | "importId">;

/** Changes lamps and keeps what each was until now. */
export async function changeLamps(tx: Database, changed: LampChange[], by: ChangedBy): Promise<void> {
  const history = changed.map(({ before: { id, ...before } }) => ({ lampId: id, before, ...by }));
  for (let from = 0; from < history.length; from += AT_ONCE)
    await tx.insert(lampChanges).values(history.slice(from, from + AT_ONCE));
  for (let from = 0; from < changed.length; from += AT_ONCE)
    await tx
      .insert(lamps)
      .values(changed.slice(from, from + AT_ONCE).map(({ after }) => after))
      .onConflictDoUpdate({ target: lamps.id, set: asGiven });
}

/** Every column but the id, as the row that met a lamp of its id has it. */
const { id: _id, ...rest } = getTableColumns(lamps);
const asGiven = Object.fromEntries(
  Object.entries(rest).map(([key, column]) => [key, sql`excluded.${sql.identifier(column.name)}`]),
);

/** What a lamp was before, the latest first. */
export async function selectLampChanges(db: Database, id: string) {
  return db.select().from(lampChanges).where(eq(lampChanges.lampId, id)).orderBy(desc(lampChanges.id));
}
