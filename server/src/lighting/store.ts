/** The only queries on the tables of lamps. */
import type { GridPosition } from "@trygg/shared/geo/sweref.ts";
import { LAMP_CHANGES_SHOWN } from "@trygg/shared/lighting/schema.ts";
import { accounts } from "../accounts/table.ts";
import { imports } from "../imports/table.ts";
import type { Distribution } from "@trygg/shared/photometry/distribution.ts";
import { and, asc, between, desc, eq, exists, getTableColumns, inArray, or, sql } from "drizzle-orm";
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

/** How the luminaires that some lamp has, and others that are named, spread their light, by their ids. */
export async function selectDistributions(
  db: Database,
  named: string[] = [],
): Promise<Map<string, Distribution>> {
  const rows = await db
    .select({ id: luminaires.id, distribution: luminaires.distribution })
    .from(luminaires)
    .where(
      or(
        inArray(luminaires.id, named),
        exists(
          db
            .select({ one: sql`1` })
            .from(lamps)
            .where(eq(lamps.luminaire, luminaires.id)),
        ),
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

/** Changes lamps, which raises their versions, and keeps what each was until now. */
export async function changeLamps(tx: Database, changed: LampChange[], by: ChangedBy): Promise<void> {
  const history = changed.map(({ before: { id, ...before } }) => ({ lampId: id, before, ...by }));
  for (let from = 0; from < history.length; from += AT_ONCE)
    await tx.insert(lampChanges).values(history.slice(from, from + AT_ONCE));
  for (let from = 0; from < changed.length; from += AT_ONCE)
    await tx
      .insert(lamps)
      .values(
        changed
          .slice(from, from + AT_ONCE)
          .map(({ before, after }) => ({ ...after, version: before.version + 1 })),
      )
      .onConflictDoUpdate({ target: lamps.id, set: asGiven });
}

/** Every column but the id, as the row that met a lamp of its id has it. */
const { id: _id, ...rest } = getTableColumns(lamps);
const asGiven = Object.fromEntries(
  Object.entries(rest).map(([key, column]) => [key, sql`excluded.${sql.identifier(column.name)}`]),
);

/** What a lamp was before, the latest first, with the role of who changed it and the file that did. */
export async function selectLampChanges(db: Database, id: string, most = LAMP_CHANGES_SHOWN) {
  const { at, before, importId } = lampChanges;
  return db
    .select({ at, before, importId, role: accounts.role, file: imports.fileName })
    .from(lampChanges)
    .leftJoin(accounts, eq(accounts.id, lampChanges.accountId))
    .leftJoin(imports, eq(imports.id, lampChanges.importId))
    .where(eq(lampChanges.lampId, id))
    .orderBy(desc(lampChanges.id))
    .limit(most);
}
