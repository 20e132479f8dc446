/** What SQL says of reports and presence, in plain queries: what the columns are held to. */
import type { ReportFilter } from "@trygg/shared/reports/filter.ts";
import { BINS_PER_WEEK, hasBin, maskOfBins } from "@trygg/shared/time/bins.ts";

type Rows = <T extends object>(sql: string, values?: unknown[]) => Promise<T[]>;

interface Tally {
  reports: number;
  voices: number;
}

const VOICE = "coalesce(voice_dark, voice_day)";
const TALLY = `count(*)::int as reports, count(distinct ${VOICE})::int as voices`;

/** The filter as a condition, with its values from `$1` on. */
export function conditionOf(filter: ReportFilter, near: ReadonlySet<string>): [string, unknown[]] {
  const values: unknown[] = [];
  const value = (given: unknown) => `$${values.push(given)}`;
  const { from, to, months, bins, light, feeling, reasons, areas, impact, measures } = filter;
  const conditions = [
    "weight = 1",
    from && `received_on >= ${value(from)}`,
    to && `received_on <= ${value(to)}`,
    months?.length && `extract(month from received_on)::int = any(${value(months)}::int[])`,
    bins?.length && `bins & ${value(maskOfBins(bins).toString())}::bigint <> 0`,
    light && `light in (${value(light)}, 'both')`,
    feeling && `feeling = ${value(feeling)}`,
    reasons?.length && `reasons && ${value(reasons)}::text[]`,
    areas?.length && `area = any(${value(areas)}::text[])`,
    impact !== undefined && `impact >= ${value(impact)}`,
    measures && `(square = any(${value([...near])}::text[])) = ${value(measures === "with")}`,
  ];
  return [conditions.filter(Boolean).join(" and "), values];
}

export async function plainTallies(rows: Rows, filter: ReportFilter, near: ReadonlySet<string>) {
  const [where, values] = conditionOf(filter, near);
  const grouped = <K extends string>(key: K, from = "reports") =>
    rows<Tally & Record<K, string>>(
      `select ${key}, ${TALLY} from ${from} where ${where} group by 1 order by voices desc, ${key} collate "C"`,
      values,
    );
  const [total] = await rows<Tally>(`select ${TALLY} from reports where ${where}`, values);
  const squareReasons = await rows<{ square: string; reason: string; voices: number }>(
    `select square, reason, count(distinct ${VOICE})::int as voices from reports, unnest(reasons) as reason
     where ${where} group by 1, 2 order by voices desc, reason collate "C"`,
    values,
  );
  return {
    total,
    squares: await rows<Tally & { square: string; area: string }>(
      `select square, area, ${TALLY} from reports where ${where} group by 1, 2 order by voices desc, square collate "C"`,
      values,
    ),
    areas: await grouped("area"),
    reasons: await grouped("reason", "reports, unnest(reasons) as reason"),
    squareReasons,
  };
}

/** Worry by square and bin as its definition says, row by row. */
export async function plainWorry(rows: Rows, filter: ReportFilter, near: ReadonlySet<string>) {
  const [where, values] = conditionOf(filter, near);
  const found = await rows<{ square: string; bins: string; voice: string }>(
    `select square, bins::text, encode(${VOICE}, 'hex') as voice from reports where ${where}`,
    values,
  );
  const own = new Map<string, number>();
  for (const { square, voice } of found)
    own.set(`${square} ${voice}`, (own.get(`${square} ${voice}`) ?? 0) + 1);
  const cells = new Map<string, { worry: number; voices: Set<string> }>();
  for (const { square, bins, voice } of found) {
    const mask = BigInt(bins);
    const all = Array.from({ length: BINS_PER_WEEK }, (_, bin) => bin).filter((bin) => hasBin(mask, bin));
    for (const bin of all) {
      const cell = cells.get(`${square} ${bin}`) ?? { worry: 0, voices: new Set<string>() };
      cell.worry += 1 / (own.get(`${square} ${voice}`) ?? 1) / all.length;
      cell.voices.add(voice);
      cells.set(`${square} ${bin}`, cell);
    }
  }
  return { cells, total: own.size };
}

export async function plainPresence(
  rows: Rows,
  from: Date,
  to: Date,
  hours: number[],
  dark: boolean | undefined,
) {
  const where = `hour >= $1 and hour < $2 and hour_of_week = any($3) and ($4::boolean is null or dark = $4)`;
  const values = [from, to, hours, dark ?? null];
  return {
    squares: await rows<{ square: string; minutes: number; patrols: number; last: Date }>(
      `select square, sum(seconds) / 60.0::float8 as minutes, count(distinct patrol_id)::int as patrols, max(hour) as last
       from patrol_visits where ${where} group by 1 order by square collate "C"`,
      values,
    ),
    bins: await rows<{ square: string; bin: number; minutes: number }>(
      `select square, hour_of_week / 3 as bin, sum(seconds) / 60.0::float8 as minutes
       from patrol_visits where ${where} group by 1, 2`,
      values,
    ),
  };
}
