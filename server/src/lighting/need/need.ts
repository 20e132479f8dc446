/**
 * Where light may help most: areas and squares by how many voices feel unsafe there in the dark, with the lamps that
 * reach them and whether they burn; and the parts of the need of every square with streets.
 */
import { type Nearby, indexThings } from "@trygg/shared/geo/nearby.ts";
import { SQUARE_SIDE, distanceToSquare, squareCorner } from "@trygg/shared/geo/square.ts";
import { LAMP_REACH, type LampStatus } from "@trygg/shared/lighting/schema.ts";
import type { ReportFilter } from "@trygg/shared/reports/filter.ts";
import type { NeedInput } from "@trygg/shared/siting/schema.ts";
import type { Services } from "../../context.ts";
import { squaresFor } from "../../measures/near.ts";
import { tallyAreas, tallySquareReasons, tallySquares } from "../../reports/columns/tally.ts";
import { darkHour, measureSquares } from "./need-squares.ts";
import { type LampRow, selectLamps } from "../store.ts";

const REASONS = 3;

export type LampCount = Record<LampStatus, number>;

export async function findNeed(services: Services, { hour, ...filter }: NeedInput) {
  const { db, town } = services;
  const inTheDark: ReportFilter = { ...filter, feeling: "unsafe", light: "dark" };
  const [lamps, near] = await Promise.all([selectLamps(db), squaresFor(services, filter)]);
  const columns = await services.columns.reports();
  const { areas } = tallyAreas(columns, inTheDark, near);
  const reasons = tallySquareReasons(columns, inTheDark, near);
  const nearby = indexThings(lamps);
  // A lamp that reaches two squares of an area counts once.
  const reaching = (ids: string[]) => {
    const places = new Set(ids.flatMap((square) => placesReaching(square, lamps, nearby)));
    return countLamps([...places].map((place) => lamps[place] as LampRow));
  };
  return {
    areas: areas.map(({ area, voices }) => ({
      area,
      voices,
      lamps: reaching(town.areas.get(area)?.squares ?? []),
    })),
    squares: tallySquares(columns, inTheDark, near).map(({ square, area, voices }) => ({
      square,
      area,
      voices,
      reasons: (reasons.get(square) ?? []).slice(0, REASONS),
      lamps: reaching([square]),
    })),
    footfall: town.footfall !== null,
    parts: await measureSquares(services, filter, darkHour(hour, town.place)),
  };
}

/** Places in the list of the lamps whose light reaches a square. */
function placesReaching(square: string, lamps: LampRow[], nearby: Nearby): number[] {
  const { east, north } = squareCorner(square);
  const end = SQUARE_SIDE + LAMP_REACH;
  return nearby
    .inBox({ east: east - LAMP_REACH, north: north - LAMP_REACH }, { east: east + end, north: north + end })
    .filter((place) => distanceToSquare(lamps[place] as LampRow, square) <= LAMP_REACH);
}

function countLamps(lamps: LampRow[]): LampCount {
  const counted: LampCount = { working: 0, broken: 0, off: 0 };
  for (const { status } of lamps) counted[status] += 1;
  return counted;
}
