/** The only queries on the tables of patrols, their visits and stays. */
import type { Occasion } from "@trygg/shared/patrols/occasions.ts";
import type { PatrolKind } from "@trygg/shared/patrols/schema.ts";
import { and, asc, desc, eq, gte, isNotNull, isNull, lt, sql } from "drizzle-orm";
import { inBatches } from "../database/batches.ts";
import type { Database } from "../database/open.ts";
import { noteChange } from "../database/row-changes.ts";
import { patrolStays, patrolVisits, patrols } from "./table.ts";

const OCCASION_LOCK = 7_201_005;

type NewVisit = Omit<typeof patrolVisits.$inferInsert, "patrolId">;
type NewStay = Omit<typeof patrolStays.$inferInsert, "patrolId">;

const counted = {
  id: patrols.id,
  kind: patrols.kind,
  parties: patrols.parties,
  confirmedParties: patrols.confirmedParties,
  occasionDate: patrols.occasionDate,
  duplicateOf: patrols.duplicateOf,
};

export async function findByClientKey(db: Database, clientKey: string) {
  const [found] = await db.select(counted).from(patrols).where(eq(patrols.clientKey, clientKey));
  return found;
}

/** The first log of the same kind, area and three-hour block. */
async function findSameOccasion(db: Database, kind: PatrolKind, occasion: Occasion): Promise<string | null> {
  const [found] = await db
    .select({ id: patrols.id })
    .from(patrols)
    .where(
      and(
        eq(patrols.kind, kind),
        eq(patrols.occasionArea, occasion.area),
        eq(patrols.occasionDate, occasion.date),
        eq(patrols.occasionBin, occasion.bin),
        isNull(patrols.duplicateOf),
      ),
    )
    .orderBy(asc(patrols.from))
    .limit(1);
  return found?.id ?? null;
}

/** Logs of one occasion pass one by one, so that of two at the same moment the second is found to be a duplicate. */
async function lockOccasion(db: Database, kind: PatrolKind, { area, date, bin }: Occasion): Promise<void> {
  const name = `${kind} ${area} ${date} ${bin}`;
  await db.execute(sql`select pg_advisory_xact_lock(${OCCASION_LOCK}, hashtext(${name}))`);
}

interface NewPatrol {
  patrol: Omit<typeof patrols.$inferInsert, "occasionArea" | "occasionDate" | "occasionBin" | "duplicateOf">;
  occasion: Occasion | null;
  visits: NewVisit[];
  stays: NewStay[];
}

/** Stores a patrol whole with its visits and stays; the same client key twice gives the first. */
export async function insertPatrol(db: Database, { patrol, occasion, visits, stays }: NewPatrol) {
  return db.transaction(async (tx) => {
    if (occasion) await lockOccasion(tx, patrol.kind, occasion);
    const [stored] = await tx
      .insert(patrols)
      .values({
        ...patrol,
        occasionArea: occasion?.area ?? null,
        occasionDate: occasion?.date ?? null,
        occasionBin: occasion?.bin ?? null,
        duplicateOf: occasion ? await findSameOccasion(tx, patrol.kind, occasion) : null,
      })
      .onConflictDoNothing()
      .returning(counted);
    if (!stored) {
      const first = await findByClientKey(tx, patrol.clientKey);
      if (!first) throw new Error("a patrol with this client key vanished while it was stored");
      return first;
    }
    const own = <T extends { seconds: number }>(rows: T[]) =>
      rows.filter(({ seconds }) => seconds > 0).map((row) => ({ ...row, patrolId: stored.id }));
    for (const batch of inBatches(own(visits))) await tx.insert(patrolVisits).values(batch);
    for (const batch of inBatches(own(stays))) await tx.insert(patrolStays).values(batch);
    await noteChange(
      tx,
      "patrols",
      visits.map(({ hour }) => monthOf(hour)),
    );
    return stored;
  });
}

/** Latest first. */
export async function selectPatrols(db: Database, limit: number) {
  return db
    .select({
      ...counted,
      from: patrols.from,
      to: patrols.to,
      area: patrols.occasionArea,
      loggedBy: patrols.loggedBy,
    })
    .from(patrols)
    .orderBy(desc(patrols.from), patrols.id)
    .limit(limit);
}

export const countLogged = (db: Database, from: Date) => db.$count(patrols, gte(patrols.from, from));

export const countUnconfirmed = (db: Database) =>
  db.$count(patrols, sql`not ${patrols.parties} <@ ${patrols.confirmedParties}`);

/** Every occasion that may count in a period of local days. */
export async function selectOccasions(db: Database, from: string, to: string) {
  return db
    .select(counted)
    .from(patrols)
    .where(
      and(
        isNotNull(patrols.occasionDate),
        isNull(patrols.duplicateOf),
        gte(patrols.occasionDate, from),
        sql`${patrols.occasionDate} <= ${to}`,
      ),
    );
}

/** Confirms a party that somebody else named. */
export async function confirmParties(db: Database, id: string): Promise<boolean> {
  const confirmed = await db
    .update(patrols)
    .set({ confirmedParties: sql`${patrols.parties}` })
    .where(eq(patrols.id, id))
    .returning({ id: patrols.id });
  return confirmed.length > 0;
}

/** Deletes patrols that ended earlier, with their visits and stays. */
export async function deletePatrolsBefore(db: Database, before: Date): Promise<number> {
  return db.transaction(async (tx) => {
    const gone = await tx
      .delete(patrols)
      .where(lt(patrols.to, before))
      .returning({ from: patrols.from, to: patrols.to });
    await noteChange(
      tx,
      "patrols",
      gone.flatMap(({ from, to }) => [monthOf(from), monthOf(to)]),
    );
    return gone.length;
  });
}

/** The month in UTC. */
const monthOf = (at: Date) => at.toISOString().slice(0, 7);

/**
 * All visits, or those of a month in UTC, as a query for a binary copy: square, hour since 1970, hour of the week,
 * darkness, seconds, and eight bytes of the patrol's id.
 */
export function copyOfVisits(month: string | null = null): string {
  const start = `timestamptz '${month}-01 00:00:00+00'`;
  // Months in UTC, whatever the server's own time zone.
  const chosen =
    month === null
      ? "true"
      : `hour >= ${start} and hour < (${start} at time zone 'UTC' + interval '1 month') at time zone 'UTC'`;
  return `select square, (extract(epoch from hour) / 3600)::int, hour_of_week, dark::int, seconds,
    substr(uuid_send(patrol_id), 1, 8) from patrol_visits where ${chosen}`;
}

/** Seconds inside each area per hour, for the weekly release. */
export async function selectStays(db: Database, from: Date, to: Date) {
  return db
    .select({
      area: patrolStays.area,
      hour: patrolStays.hour,
      dark: patrolStays.dark,
      seconds: patrolStays.seconds,
    })
    .from(patrolStays)
    .where(and(gte(patrolStays.hour, from), lt(patrolStays.hour, to)));
}
