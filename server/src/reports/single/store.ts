/** The only queries on single reports as staff read them, and on what they note beside them. */
import type { ListPart } from "@trygg/shared/reports/marks.ts";
import type { ReportFilter } from "@trygg/shared/reports/filter.ts";
import type { GridPosition } from "@trygg/shared/geo/sweref.ts";
import { type SQL, and, between, count, eq, inArray, isNotNull, isNull, ne, sql } from "drizzle-orm";
import type { Database } from "../../database/open.ts";
import { matches } from "../filter-sql.ts";
import { singleReport } from "../store.ts";
import { reportMarks, reportMeasures, reports, seenAreas } from "../table.ts";

/** Also when its whole area was read on a day after it came. */
const seenOn = sql<string | null>`least(${reportMarks.seenOn}, (
  select min(${seenAreas.day}) from ${seenAreas}
  where ${seenAreas.area} = ${reports.area} and ${seenAreas.day} > ${reports.receivedOn}))::text`;

/** A duplicate is answered by what answers its original. */
const linked = sql<string[]>`array(
  select distinct ${reportMeasures.measureId} from ${reportMeasures}
  where ${reportMeasures.reportId} in (${reports.id}, ${reportMarks.duplicateOf}) order by 1)`;

// Each looks for one thing, so that PostgreSQL joins the tables instead of asking for every report.
const isUnseen = sql`${reportMarks.seenOn} is null and not exists (
  select from ${seenAreas} where ${seenAreas.area} = ${reports.area} and ${seenAreas.day} > ${reports.receivedOn})`;
const isUnlinked = sql`not exists (
    select from ${reportMeasures} where ${reportMeasures.reportId} = ${reports.id})
  and not exists (select from ${reportMeasures} where ${reportMeasures.reportId} = ${reportMarks.duplicateOf})`;
const isAnsweredBy = (measure: string) => sql`exists (
  select from ${reportMeasures} where ${reportMeasures.measureId} = ${measure}
    and ${reportMeasures.reportId} in (${reports.id}, ${reportMarks.duplicateOf}))`;

const partIs: Record<ListPart, SQL> = {
  unseen: isUnseen,
  linked: sql`not (${isUnlinked})`,
  unlinked: isUnlinked,
};

/** What a list shows: a filter, with the squares that some measure concerns, and what it is narrowed to. */
export interface Listed {
  filter: ReportFilter;
  near: ReadonlySet<string>;
  only?: ListPart | undefined;
  measure?: string | undefined;
  at?: GridPosition | undefined;
}

const isListed = ({ filter, near, only, measure, at }: Listed) =>
  and(
    matches(filter, near),
    only && partIs[only],
    measure === undefined ? undefined : isAnsweredBy(measure),
    at && and(eq(reports.east, at.east), eq(reports.north, at.north)),
  );

/** How many there are of each day, the newest first. */
export async function countDays(db: Database, listed: Listed): Promise<{ day: string; count: number }[]> {
  return db
    .select({ day: reports.receivedOn, count: count() })
    .from(reports)
    .leftJoin(reportMarks, eq(reportMarks.reportId, reports.id))
    .where(isListed(listed))
    .groupBy(reports.receivedOn)
    .orderBy(sql`1 desc`);
}

const told = {
  ...singleReport,
  seenOn,
  duplicateOf: reportMarks.duplicateOf,
  linked,
};

const selectTold = (db: Database) =>
  db.select(told).from(reports).leftJoin(reportMarks, eq(reportMarks.reportId, reports.id)).$dynamic();

export type SingleReport = Awaited<ReturnType<typeof selectTold>>[number];

/** Single reports, newest day first and each day in an order of its own that stays. */
export async function selectListed(
  db: Database,
  listed: Listed,
  { skip, count: most }: { skip: number; count: number },
): Promise<SingleReport[]> {
  return selectTold(db)
    .where(isListed(listed))
    .orderBy(sql`${reports.receivedOn} desc`, reports.id)
    .limit(most)
    .offset(skip);
}

/** One report that counts; undefined where it does not, or is not there. */
export async function findSingle(db: Database, id: string): Promise<SingleReport | undefined> {
  const [found] = await selectTold(db).where(and(matches({}), eq(reports.id, id)));
  return found;
}

/** Other reports in a box round one, in metres each way. */
export async function selectRound(
  db: Database,
  { id, east, north }: GridPosition & { id: string },
  metres: number,
): Promise<SingleReport[]> {
  return selectTold(db).where(
    and(
      matches({}),
      ne(reports.id, id),
      between(reports.east, east - metres, east + metres),
      between(reports.north, north - metres, north + metres),
    ),
  );
}

export async function selectDuplicates(db: Database, id: string): Promise<string[]> {
  const found = await db
    .select({ id: reportMarks.reportId })
    .from(reportMarks)
    .innerJoin(reports, eq(reports.id, reportMarks.reportId))
    .where(and(matches({}), eq(reportMarks.duplicateOf, id)))
    .orderBy(reportMarks.reportId);
  return idsIn(found);
}

const idsIn = (rows: { id: string }[]) => rows.map(({ id }) => id);

/** Marks reports as read, or takes that back; those that are changed by it. */
export async function storeSeen(db: Database, ids: string[], on: string | null): Promise<string[]> {
  if (on === null)
    return idsIn(
      await db
        .update(reportMarks)
        .set({ seenOn: null })
        .where(and(inArray(reportMarks.reportId, ids), isNotNull(reportMarks.seenOn)))
        .returning({ id: reportMarks.reportId }),
    );
  // Held until they are marked: a report that is taken back meanwhile is left out.
  const { rows } = await db.execute<{ id: string }>(sql`
    insert into ${reportMarks} as marks (report_id, seen_on)
    select id, ${on}::date from ${reports}
    where weight = 1 and id = any(${sql.param(ids)}::uuid[]) order by id for key share
    on conflict (report_id) do update set seen_on = excluded.seen_on where marks.seen_on is null
    returning report_id as id`);
  return idsIn(rows);
}

export async function clearDuplicates(db: Database, ids: string[]): Promise<string[]> {
  return idsIn(
    await db
      .update(reportMarks)
      .set({ duplicateOf: null })
      .where(and(inArray(reportMarks.reportId, ids), isNotNull(reportMarks.duplicateOf)))
      .returning({ id: reportMarks.reportId }),
  );
}

/**
 * Says that reports tell of the same as an original, and are read. Undefined where there is no such original; null where
 * it is a duplicate itself or one of the others has duplicates: nothing points at what points on.
 */
export async function storeDuplicates(
  db: Database,
  ids: string[],
  original: string,
  on: string,
): Promise<string[] | null | undefined> {
  return db.transaction(async (tx) => {
    // All of them are held, in one order, so that no two calls make a ring.
    const there = idsIn(
      await tx
        .select({ id: reports.id })
        .from(reports)
        .where(and(matches({}), inArray(reports.id, [...ids, original])))
        .orderBy(reports.id)
        .for("no key update"),
    );
    if (!there.includes(original)) return undefined;
    const others = there.filter((id) => id !== original);
    const [chained] = await tx
      .select({ id: reportMarks.reportId })
      .from(reportMarks)
      .where(
        sql`${reportMarks.duplicateOf} = any(${sql.param(others)}::uuid[])
          or (${reportMarks.reportId} = ${original} and ${reportMarks.duplicateOf} is not null)`,
      )
      .limit(1);
    if (chained) return null;
    if (others.length === 0) return [];
    return idsIn(
      await tx
        .insert(reportMarks)
        .values(others.map((reportId) => ({ reportId, duplicateOf: original, seenOn: on })))
        .onConflictDoUpdate({
          target: reportMarks.reportId,
          set: { duplicateOf: original, seenOn: sql`coalesce(${reportMarks.seenOn}, excluded.seen_on)` },
          setWhere: isNull(reportMarks.duplicateOf),
        })
        .returning({ id: reportMarks.reportId }),
    );
  });
}

/** Says that a measure answers reports, or takes that back (null); those that are changed by it. */
export async function storeLinks(
  db: Database,
  ids: string[],
  measureId: string,
  on: string | null,
): Promise<string[]> {
  if (on === null)
    return idsIn(
      await db
        .delete(reportMeasures)
        .where(and(inArray(reportMeasures.reportId, ids), eq(reportMeasures.measureId, measureId)))
        .returning({ id: reportMeasures.reportId }),
    );
  const { rows } = await db.execute<{ id: string }>(sql`
    insert into ${reportMeasures} (report_id, measure_id, linked_on)
    select id, ${measureId}::uuid, ${on}::date from ${reports}
    where weight = 1 and id = any(${sql.param(ids)}::uuid[]) order by id for key share
    on conflict do nothing
    returning report_id as id`);
  return idsIn(rows);
}

/** What a resident is told of the marks of a report: those of days before one, which are over. */
export async function findMarksBefore(
  db: Database,
  { id, area, receivedOn }: Pick<typeof reports.$inferSelect, "id" | "area" | "receivedOn">,
  day: string,
): Promise<{ seenOn: string | null; linked: string[] }> {
  const { rows } = await db.execute<{ seenOn: string | null; linked: string[] }>(sql`
    select (
      select min(day)::text from (
        select seen_on as day from ${reportMarks} where report_id = ${id}
        union all select day from ${seenAreas} where area = ${area} and day > ${receivedOn}
      ) days where day < ${day}
    ) as "seenOn", array(
      select distinct measure_id from ${reportMeasures}
      where linked_on < ${day}
        and report_id in (${id}, (select duplicate_of from ${reportMarks} where report_id = ${id}))
    ) as linked`);
  return rows[0] ?? { seenOn: null, linked: [] };
}

/** How many reports each measure answers, duplicates of those too. */
export async function countLinked(db: Database): Promise<Map<string, number>> {
  const { rows } = await db.execute<{ measure: string; count: number }>(sql`
    select measure, count(*)::int from (
      select measure_id as measure, report_id from ${reportMeasures}
      union
      select measure_id, m.report_id from ${reportMeasures} l join ${reportMarks} m on m.duplicate_of = l.report_id
    ) answered join ${reports} r on r.id = report_id and r.weight = 1
    group by measure`);
  return new Map(rows.map((row) => [row.measure, row.count]));
}
