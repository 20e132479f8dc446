/**
 * Arbitrary filters of staff (bins of the week, reasons, darkness, period) to voices per square, at 10,000, 100,000 and a
 * million reports: through the columns, beside a bare loop over the same columns and masks, and beside PostgreSQL
 * grouping by the stored square. The answers are compared before anything is timed. Also how long the columns take to
 * fill, and how many bytes of them a report takes.
 */
import type { ReportFilter } from "@trygg/shared/reports/filter.ts";
import { FIRST_DAY } from "@trygg/shared/reports/points.ts";
import { addDays, daysBetween } from "@trygg/shared/time/local.ts";
import type { Services } from "../src/context.ts";
import { type Random, makeRandom } from "../src/demonstration/random.ts";
import { type Block, DARK, LIGHT, REASONS, dayAt } from "../src/reports/columns/block.ts";
import { type ReportColumns, bytesOf } from "../src/reports/columns/columns.ts";
import { fillColumns } from "../src/reports/columns/fill.ts";
import { countSquares } from "../src/reports/columns/tally.ts";
import { conditionOf } from "../src/testing/plain-answers.ts";
import { type Result, median, quantile, rounded, timed } from "./figures.ts";
import { type Stage, openStage } from "./stage.ts";
import { inventWorkload, storeWorkload } from "./workload.ts";

const SIZES = [10_000, 100_000, 1_000_000];
const PERIOD = { from: "2023-11-23", to: "2026-11-22" };
const FILTERS = 20;
const ROUNDS = 15;
/** SQL takes so long that it is asked less often. */
const SQL_ROUNDS = 2;

/** Times the bare loop at most, and times faster than SQL at least, from so many reports on. */
const OF_LOOP = 1.5;
const TIMES_SQL = new Map([
  [100_000, 30],
  [1_000_000, 60],
]);
const MOST_GROWTH = 4;
const MOST_BYTES = 64;

/** One size under measurement. */
interface Ground {
  size: number;
  stage: Stage;
  columns: ReportColumns;
  fillMs: number;
  ours: number[];
  loop: number[];
  sql: number[];
}

export async function* measureFilter(): AsyncGenerator<Result> {
  const grounds: Ground[] = [];
  try {
    for (const size of SIZES) grounds.push(await prepare(size));
    const [{ stage } = { stage: undefined }] = grounds;
    const filters = stage ? inventFilters(stage.services, makeRandom("filters")) : [];
    for (const ground of grounds)
      for (const filter of filters) await compare(ground.stage, ground.columns, filter);
    // All sizes in turn, so that a machine that grows slower does so for all.
    for (let round = 0; round < ROUNDS; round++)
      for (const filter of filters)
        for (const ground of grounds) await ask(ground, filter, round < SQL_ROUNDS);
    let before: number | undefined;
    for (const ground of grounds) {
      const result = resultOf(ground);
      const growth = before === undefined ? 1 : result.median_ms / before;
      before = result.median_ms;
      yield { ...result, growth: rounded(growth), holds: result.holds && growth <= MOST_GROWTH };
    }
  } finally {
    for (const { stage } of grounds) await stage.close();
  }
}

async function prepare(size: number): Promise<Ground> {
  const stage = await openStage();
  const { services, client } = stage;
  await storeWorkload(client, inventWorkload(services.town, { count: size, ...PERIOD }));
  const { value, ms } = await timed(() => fillColumns(services.db, services.town));
  for (const block of value.columns.blocks.values())
    daysOf.set(
      block,
      Uint16Array.from({ length: block.count }, (_, row) => dayAt(block, row)),
    );
  return { size, stage, columns: value.columns, fillMs: ms, ours: [], loop: [], sql: [] };
}

const NOWHERE: ReadonlySet<string> = new Set();

async function ask({ stage, columns, ours, loop, sql }: Ground, filter: ReportFilter, sqlToo: boolean) {
  ours.push((await timed(() => countSquares(columns, filter, NOWHERE))).ms);
  loop.push((await timed(() => bareLoop(columns, filter))).ms);
  if (sqlToo) sql.push((await timed(() => askSql(stage, filter))).ms);
}

function resultOf({ size, columns, fillMs, ours, loop, sql }: Ground) {
  const [ofLoop, timesSql] = [median(ours) / median(loop), median(sql) / median(ours)];
  const bytes = bytesOf(columns) / size;
  return {
    name: "filter",
    n: size,
    median_ms: rounded(median(ours)),
    p99_ms: rounded(quantile(ours, 0.99)),
    baseline: rounded(median(loop)),
    ratio: rounded(ofLoop),
    sql_ms: rounded(median(sql)),
    times_sql: rounded(timesSql),
    fill_ms: rounded(fillMs),
    bytes_per_report: rounded(bytes),
    holds: ofLoop <= OF_LOOP && timesSql >= (TIMES_SQL.get(size) ?? 0) && bytes <= MOST_BYTES,
  };
}

/** As the desk asks: reasons of the feeling that is asked for. */
function inventFilters({ town }: Services, random: Random): ReportFilter[] {
  const reasons = [...town.reasons.values()];
  const some = <T>(list: readonly T[], most: number) => [
    ...new Set(Array.from({ length: random.whole(1, most) }, () => random.pick(list))),
  ];
  return Array.from({ length: FILTERS }, () => {
    const from = addDays(PERIOD.from, random.whole(0, 900));
    const feeling = random.pick(["unsafe", "safe"] as const);
    return {
      from,
      to: addDays(from, random.whole(30, 365)),
      bins: some([...Array(56).keys()], 3),
      reasons: some(
        reasons.filter((each) => each.feeling === feeling).map(({ id }) => id),
        3,
      ),
      light: random.pick(["dark", "light"] as const),
      feeling,
    };
  });
}

/** Looks at every row of the months in question: the same columns and masks without the order they are kept in. */
function bareLoop({ blocks, pairs, squares }: ReportColumns, filter: ReportFilter): Uint32Array {
  const { from = "", to = "", bins = [], light, feeling, reasons = [] } = filter;
  const voices = new Uint32Array(squares.names.length);
  const counted = new Uint8Array(pairs.pairs);
  const bit = feeling === "unsafe" ? 56 : 57;
  const wanted = light === "dark" ? DARK : LIGHT;
  const [first, last] = [daysBetween(FIRST_DAY, from), daysBetween(FIRST_DAY, to)];
  const given = reasons.map((id) => REASONS + (reasonNumbers.get(id) ?? 0));
  for (const [month, block] of blocks) {
    const { words, bits } = block.bits;
    const days = daysOf.get(block) as Uint16Array;
    if (month < from.slice(0, 7) || month > to.slice(0, 7)) continue;
    for (let row = 0; row < block.count; row++) {
      const day = days[row] as number;
      if (day < first || day > last) continue;
      const [word, mark] = [row >>> 5, 1 << (row & 31)];
      if (((bits[bit * words + word] as number) & mark) === 0) continue;
      if (((bits[wanted * words + word] as number) & mark) === 0) continue;
      let any = 0;
      for (let index = 0; index < bins.length; index++)
        any |= bits[(bins[index] as number) * words + word] as number;
      if ((any & mark) === 0) continue;
      any = 0;
      for (let index = 0; index < given.length; index++)
        any |= bits[(given[index] as number) * words + word] as number;
      if ((any & mark) === 0) continue;
      const pair = block.pair[row] as number;
      if (counted[pair] === 1) continue;
      counted[pair] = 1;
      const square = pairs.square[pair] as number;
      voices[square] = (voices[square] as number) + 1;
    }
  }
  return voices;
}

/** The day of each row, for the bare loop. */
const daysOf = new Map<Block, Uint16Array>();

let reasonNumbers = new Map<string, number>();

async function askSql(
  { client }: Stage,
  filter: ReportFilter,
): Promise<{ square: string; voices: number }[]> {
  const [where, values] = conditionOf(filter, NOWHERE);
  const { rows } = await client.query<{ square: string; voices: number }>(
    `select square, count(distinct coalesce(voice_dark, voice_day))::int as voices
     from reports where ${where} group by square`,
    values,
  );
  return rows;
}

/** Throws where one of the three answers otherwise than the others. */
async function compare(stage: Stage, columns: ReportColumns, filter: ReportFilter): Promise<void> {
  reasonNumbers = columns.reasons.numbers;
  const { voices } = countSquares(columns, filter, NOWHERE);
  const plain = new Map((await askSql(stage, filter)).map((row) => [row.square, row.voices]));
  const looped = bareLoop(columns, filter);
  for (const [number, square] of columns.squares.names.entries()) {
    const answers = [voices[number] ?? 0, looped[number] ?? 0, plain.get(square) ?? 0];
    if (new Set(answers).size > 1)
      throw new Error(
        `${square}: expected one answer, got ${answers.join(", ")} for ${JSON.stringify(filter)}`,
      );
  }
}
