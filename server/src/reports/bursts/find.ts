/**
 * Sets bursts apart: reports of one feeling that come from one place in such numbers within a week that chance does not
 * explain them (`statistics/bursts.ts` in shared). They count nowhere until a coordinator has looked at them. Nothing of
 * who sent them is asked: only where, when and how many.
 */
import { squareAt, squareCentre, SQUARE_SIDE } from "@trygg/shared/geo/square.ts";
import type { Feeling } from "@trygg/shared/reports/terms.ts";
import {
  LEAST,
  MOST_OF_SQUARE,
  USUAL_WEEKS,
  type Usual,
  WINDOW_DAYS,
  expectedInWeek,
  fewestOfBurst,
  secretMargin,
} from "@trygg/shared/statistics/bursts.ts";
import { addDays, daysBetween } from "@trygg/shared/time/local.ts";
import type { Services } from "../../context.ts";
import type { Database } from "../../database/open.ts";
import {
  type Looked,
  type SquareWeek,
  firstReportDay,
  joinBursts,
  lockBursts,
  selectBusy,
  selectWeek,
  storeBurst,
} from "./store.ts";

/** Looks at every week that ends within some days, in order of time. Does nothing where limits are off. */
export async function setBurstsApart(services: Services, looked: Looked): Promise<void> {
  if (!services.limits) return;
  const found = await services.db.transaction(async (tx) => {
    await lockBursts(tx);
    const late = await joinBursts(tx, looked, WINDOW_DAYS);
    let bursts = 0;
    const weeks = new Map<string, Week>();
    for (const { square, feeling, day } of await selectBusy(tx, looked, {
      days: WINDOW_DAYS,
      least: LEAST,
    })) {
      const week = weeks.get(`${feeling} ${day}`) ?? (await readWeek(tx, services, feeling, day));
      weeks.set(`${feeling} ${day}`, week);
      const usual = usualOf(week, square);
      const fewest = fewestOfBurst(usual) + marginOf(services, square, feeling, day);
      if ((week.squares.get(square)?.here ?? 0) < fewest) continue;
      const { from } = week;
      const touching = around(square);
      await storeBurst(tx, { feeling, square, from, to: day, touching, usual: expectedInWeek(usual) });
      bursts += 1;
      // Those that follow are counted without it.
      weeks.clear();
    }
    return late + bursts + (bursts > 0 ? await joinBursts(tx, looked, WINDOW_DAYS) : 0);
  });
  if (found > 0) services.changes.tell("reports");
}

/** What all squares have told in a week, and what is usual in the town. */
interface Week extends Pick<Usual, "weeks" | "town" | "growth"> {
  from: string;
  squares: Map<string, SquareWeek>;
}

async function readWeek(db: Database, { town }: Services, feeling: Feeling, to: string): Promise<Week> {
  const from = addDays(to, 1 - WINDOW_DAYS);
  const before = addDays(from, -7 * USUAL_WEEKS);
  const first = (await firstReportDay(db)) ?? from;
  const weeks = Math.max(0, daysBetween(first > before ? first : before, from)) / 7;
  const rows = await selectWeek(db, feeling, { before, from, to });
  const told = (of: (row: SquareWeek) => number) =>
    rows.reduce((sum, row) => sum + Math.min(of(row), MOST_OF_SQUARE), 0);
  const now = told((row) => row.here);
  const usually = weeks > 0 ? told((row) => row.before / weeks) : 0;
  const squares = [...town.areas.values()].reduce((sum, area) => sum + area.squares.length, 0);
  return {
    from,
    squares: new Map(rows.map((row) => [row.square, row])),
    weeks,
    town: Math.max(now, usually) / squares,
    growth: usually > 0 ? Math.max(1, now / usually) : 1,
  };
}

const usualOf = ({ squares, ...week }: Week, square: string): Usual => ({
  ...week,
  here: squares.get(square)?.before ?? 0,
});

/** The same for all of a calendar week, so that trying again tells nothing new; another in the next. */
function marginOf({ hash }: Services, square: string, feeling: Feeling, day: string): number {
  const week = Math.floor(daysBetween("1970-01-05", day) / 7);
  return secretMargin((hash("burst", square, feeling, String(week)).readUIntBE(0, 6) + 1) / 2 ** 48);
}

/** A square and those that touch it, corners too. */
function around(square: string): string[] {
  const { east, north } = squareCentre(square);
  const steps = [-SQUARE_SIDE, 0, SQUARE_SIDE];
  return steps.flatMap((dx) => steps.map((dy) => squareAt({ east: east + dx, north: north + dy })));
}
