/**
 * The need for light of every square with streets in it, by its parts: voices that feel unsafe in the dark, drawn towards
 * their mean; how much of the wanted light is missing; and how near a stop is on foot.
 */
import { type LampHour, inFull, lampHourAt, sourceOf } from "@trygg/shared/lighting/source-of.ts";
import type { ReportFilter } from "@trygg/shared/reports/filter.ts";
import { demandOf } from "@trygg/shared/siting/demand.ts";
import { litPoints, luxAt } from "@trygg/shared/siting/lux-at.ts";
import type { NeedSquare } from "@trygg/shared/siting/schema.ts";
import type { Services } from "../../context.ts";
import { squaresFor } from "../../measures/near.ts";
import type { Place } from "@trygg/shared/place/schema.ts";
import { countSquares } from "../../reports/columns/tally.ts";
import { toLamp } from "../lamps/lamps.ts";
import { selectDistributions, selectLamps } from "../store.ts";
import { type StreetPoint, nearness, streetPoints, wayOf } from "./streets.ts";

/** How lamps burn at an instant; need is about the dark, so that by day, or at no instant, they burn in full. */
export function darkHour(instant: string | undefined, place: Place): LampHour {
  const hour = instant === undefined ? inFull : lampHourAt(Date.parse(instant), place);
  return hour.burning ? hour : inFull;
}

export async function measureSquares(
  services: Services,
  filter: ReportFilter,
  clock: LampHour,
): Promise<NeedSquare[]> {
  const { db, town } = services;
  const { lighting } = town;
  const points = streetPoints(town);
  const [lamps, luminaires] = await Promise.all([selectLamps(db), selectDistributions(db)]);
  const lux = luxAt(
    litPoints(points),
    lamps.flatMap((lamp) => sourceOf(toLamp(lamp), { lighting, luminaires, clock }) ?? []),
  );
  const squares = [...groupBySquare(points, lux)];
  const voices = await voicesIn(services, filter, squares);
  const demand = demandOf(
    voices,
    town.footfall && squares.map(([square]) => town.footfall?.get(square) ?? 0),
  );
  const most = Math.max(...demand, Number.MIN_VALUE);
  return squares.map(([square, here], place) => {
    const [first] = here as [LitPoint];
    const lowest = here.reduce((least, each) => (each.lux < least.lux ? each : least), first);
    const near = here.reduce((best, each) => (nearness(each) > nearness(best) ? each : best), first);
    return {
      square,
      area: first.area,
      parts: {
        voices: (demand[place] ?? 0) / most,
        dark:
          here.reduce((sum, { lux: has, wanted }) => sum + Math.max(0, 1 - has / wanted), 0) / here.length,
        ways: nearness(near),
      },
      smoothed: demand[place] ?? 0,
      voices: voices[place] ?? 0,
      lowest: lowest.lux,
      wanted: lowest.wanted,
      class: lowest.class,
      way: wayOf(near),
    };
  });
}

type LitPoint = StreetPoint & { lux: number };

function groupBySquare(points: readonly StreetPoint[], lux: Float64Array): Map<string, LitPoint[]> {
  const squares = new Map<string, LitPoint[]>();
  for (const [place, point] of points.entries()) {
    const here = squares.get(point.square) ?? [];
    squares.set(point.square, here);
    here.push({ ...point, lux: lux[place] as number });
  }
  return squares;
}

async function voicesIn(
  services: Services,
  filter: ReportFilter,
  squares: readonly (readonly [string, unknown])[],
) {
  const near = await squaresFor(services, filter);
  const columns = await services.columns.reports();
  const inTheDark: ReportFilter = { ...filter, feeling: "unsafe", light: "dark" };
  const { voices } = countSquares(columns, inTheDark, near);
  return squares.map(([square]) => voices[columns.squares.numbers.get(square) ?? -1] ?? 0);
}
