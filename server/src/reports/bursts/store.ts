/** The only queries on bursts and what belongs to them. A report that is set apart weighs 0, so that nothing counts it. */
import type { Burst, BurstDecision } from "@trygg/shared/reports/bursts.ts";
import type { Feeling } from "@trygg/shared/reports/terms.ts";
import { and, eq, inArray, isNull, lt, sql } from "drizzle-orm";
import type { Database } from "../../database/open.ts";
import { noteChange } from "../../database/row-changes.ts";
import { bursts, reports, withdrawals } from "../table.ts";

const BURST_LOCK = 7_201_007;

/** One look for bursts or decision at a time on all nodes, until the transaction ends. */
export async function lockBursts(db: Database): Promise<void> {
  await db.execute(sql`select pg_advisory_xact_lock(${BURST_LOCK})`);
}

/** Days, both included, and squares that are looked at; null means all squares. */
export interface Looked {
  from: string;
  to: string;
  squares: string[] | null;
}

const among = ({ squares }: Looked, of = sql`square`) =>
  squares ? sql`${of} = any(${sql.param(squares)}::text[])` : sql`true`;

/**
 * Lets reports belong to the burst that their square and feeling had in the days before them, once more for those that
 * have just come to belong. They are set apart with it, or count where that was decided in these days. Says how many.
 */
export async function joinBursts(db: Database, looked: Looked, days: number): Promise<number> {
  const { rows } = await db.execute<{ month: string }>(sql`
    with members as (
      select distinct burst, square, feeling, received_on as day from reports
      where burst is not null and ${among(looked)}
        and received_on between ${looked.from}::date - ${days - 1}::int and ${looked.to}
    )
    update reports late set burst = near.burst, weight = case when near.counts then late.weight else 0 end
    from (
      select distinct on (r.id) r.id, b.id as burst, b.decision is not null as counts
      from reports r
        join members m on m.square = r.square and m.feeling = r.feeling
          and m.day between r.received_on - ${days - 1}::int and r.received_on
        join bursts b on b.id = m.burst
      where r.burst is null and r.weight = 1 and ${among(looked, sql`r.square`)}
        and r.received_on between ${looked.from} and ${looked.to}
        and (b.decision is null or (b.decision = 'counts' and b.decided_on > r.received_on - ${days}::int))
      order by r.id, b.id
    ) near
    where late.id = near.id
    returning to_char(late.received_on, 'YYYY-MM') as month`);
  await noteMonths(db, rows);
  return rows.length + (rows.length > 0 ? await joinBursts(db, looked, days) : 0);
}

interface Busy {
  square: string;
  feeling: Feeling;
  /** The last of the days that are added up. */
  day: string;
}

/** Squares and feelings with as many reports within some days, in order of time; those without work done count twice. */
export async function selectBusy(
  db: Database,
  looked: Looked,
  { days, least }: { days: number; least: number },
): Promise<Busy[]> {
  const { rows } = await db.execute<Busy & Record<string, unknown>>(sql`
    with daily as (
      select square, feeling, received_on as day, count(*) + count(*) filter (where unproven) as came
      from reports
      where weight = 1 and burst is null and ${among(looked)}
        and received_on between ${looked.from}::date - ${days - 1}::int and ${looked.to}
      group by square, feeling, received_on
    ), summed as (
      select square, feeling, day, sum(came) over (
        partition by square, feeling order by day
        range between make_interval(days => ${days - 1}::int) preceding and current row
      ) as came from daily
    )
    select square, feeling, day::text from summed where came >= ${least} and day >= ${looked.from}
    order by day, square, feeling`);
  return rows;
}

export interface SquareWeek {
  square: string;
  /** Voices of the week that belong to no burst; those without work done count twice. */
  here: number;
  /** Reports of the days before the week. */
  before: number;
}

/** Every square that one feeling was told of in a week or in the days before it. */
export async function selectWeek(
  db: Database,
  feeling: Feeling,
  { before, from, to }: { before: string; from: string; to: string },
): Promise<SquareWeek[]> {
  const voice = sql`coalesce(voice_dark, voice_day)`;
  const thisWeek = sql`received_on >= ${from} and burst is null`;
  const { rows } = await db.execute<SquareWeek & Record<string, unknown>>(sql`
    select square, (count(distinct ${voice}) filter (where ${thisWeek})
        + count(distinct ${voice}) filter (where ${thisWeek} and unproven))::int as here,
      (count(*) filter (where received_on < ${from}))::int as before
    from reports
    where weight = 1 and feeling = ${feeling} and received_on between ${before} and ${to}
    group by square`);
  return rows;
}

/** The first day that any report is left from. */
export async function firstReportDay(db: Database): Promise<string | undefined> {
  const [first] = await db
    .select({ day: reports.receivedOn })
    .from(reports)
    .orderBy(reports.receivedOn)
    .limit(1);
  return first?.day;
}

interface NewBurst {
  feeling: Feeling;
  square: string;
  from: string;
  to: string;
  /** Squares whose burst this one is part of. */
  touching: string[];
  usual: number;
}

/** Sets the reports of a square and feeling within some days apart, with the bursts that they touch as one. */
export async function storeBurst(db: Database, found: NewBurst): Promise<void> {
  const { feeling, square, from, to, touching, usual } = found;
  const near = await db
    .selectDistinct({ id: bursts.id, usual: bursts.usual })
    .from(bursts)
    .innerJoin(reports, eq(reports.burst, bursts.id))
    .where(
      and(
        eq(bursts.feeling, feeling),
        isNull(bursts.decision),
        inArray(reports.square, touching),
        sql`${reports.receivedOn} between ${from} and ${to}`,
      ),
    );
  const all = near.reduce((sum, each) => sum + each.usual, usual);
  const [made] = await db.insert(bursts).values({ feeling, usual: all }).returning({ id: bursts.id });
  const ids = near.map(({ id }) => id);
  if (ids.length > 0) {
    await db.update(reports).set({ burst: made?.id }).where(inArray(reports.burst, ids));
    await db.delete(bursts).where(inArray(bursts.id, ids));
  }
  const rows = await db
    .update(reports)
    .set({ burst: made?.id, weight: 0 })
    .where(
      and(
        eq(reports.square, square),
        eq(reports.feeling, feeling),
        eq(reports.weight, 1),
        isNull(reports.burst),
        sql`${reports.receivedOn} between ${from} and ${to}`,
      ),
    )
    .returning({ month: sql<string>`to_char(${reports.receivedOn}, 'YYYY-MM')` });
  await noteMonths(db, rows);
}

/** Those that wait, and those that were decided on after a day, in the order in which they ask for a look. */
export async function selectBursts(db: Database, decidedAfter: string): Promise<Burst[]> {
  const { rows } = await db.execute<Burst & Record<string, unknown>>(sql`
    select b.id, b.feeling, array_agg(r.square order by r.reports desc, r.square) as squares, sum(r.reports)::int as reports,
      sum(r.unproven)::int as unproven, b.usual, min(r.first)::text as from, max(r.last)::text as to,
      b.decision, b.decided_on::text as "decidedOn"
    from bursts b
      join (
        select burst, square, count(*) as reports, count(*) filter (where unproven) as unproven,
          min(received_on) as first, max(received_on) as last
        from reports where burst is not null group by burst, square
      ) r on r.burst = b.id
    where b.decision is null or b.decided_on > ${decidedAfter}
    group by b.id
    order by b.decision is not null, max(r.last) desc, b.id`);
  return rows;
}

/** What has been decided of a burst, held until the transaction ends. */
export async function lockBurst(db: Database, id: string) {
  const [found] = await db.select().from(bursts).where(eq(bursts.id, id)).for("update");
  return found;
}

/** Lets the reports of a burst count or not; how many there are. Those past their device's cap never count. */
export async function storeDecision(
  db: Database,
  id: string,
  decision: BurstDecision | null,
  on: string,
): Promise<number> {
  await db
    .update(bursts)
    .set({ decision, decidedOn: decision && on })
    .where(eq(bursts.id, id));
  const rows = await db
    .update(reports)
    .set({
      weight: sql`case when ${decision === "counts"} and coalesce(${reports.voiceDark}, ${reports.voiceDay}) is not null then 1 else 0 end`,
    })
    .where(eq(reports.burst, id))
    .returning({ month: sql<string>`to_char(${reports.receivedOn}, 'YYYY-MM')` });
  await noteMonths(db, rows);
  return rows.length;
}

/**
 * Deletes the reports of bursts that were taken away before a day, as if each had been withdrawn, and bursts that no
 * report is left of.
 */
export async function deleteRemovedBefore(db: Database, day: string, on: string): Promise<number> {
  return db.transaction(async (tx) => {
    const old = tx
      .select({ id: bursts.id })
      .from(bursts)
      .where(and(eq(bursts.decision, "removed"), lt(bursts.decidedOn, day)));
    const gone = await tx.delete(reports).where(inArray(reports.burst, old)).returning();
    for (const { id, receiptHash, clientKeyHash } of gone)
      await tx.insert(withdrawals).values({ reportId: id, receiptHash, clientKeyHash, withdrawnOn: on });
    await tx.execute(
      sql`delete from voices where tag = any(${sql.param(gone.flatMap(({ voiceDay, voiceDark }) => [voiceDay, voiceDark]).filter((tag) => tag !== null))}::bytea[])
        and not exists (select from reports r where r.voice_day = tag or r.voice_dark = tag)`,
    );
    await tx.execute(sql`delete from bursts b where not exists (select from reports r where r.burst = b.id)`);
    return gone.length;
  });
}

const noteMonths = (db: Database, rows: { month: string }[]) =>
  noteChange(
    db,
    "reports",
    rows.map(({ month }) => month),
  );
