/**
 * Where light may help most: areas and squares by how many voices feel unsafe there in the dark, with the lamps that
 * reach them and whether they burn.
 */
import { distanceToSquare } from "@trygg/shared/geo/square.ts";
import { LAMP_REACH, type LampStatus } from "@trygg/shared/lighting/schema.ts";
import type { ReportFilter } from "@trygg/shared/reports/filter.ts";
import type { Services } from "../context.ts";
import { squaresFor } from "../measures/near.ts";
import { tallyAreas, tallySquareReasons, tallySquares } from "../reports/columns/tally.ts";
import { type LampRow, selectLamps } from "./store.ts";

const REASONS = 3;

export type LampCount = Record<LampStatus, number>;

export async function findNeed(services: Services, filter: ReportFilter) {
  const { db, town } = services;
  const inTheDark: ReportFilter = { ...filter, feeling: "unsafe", light: "dark" };
  const [lamps, near] = await Promise.all([selectLamps(db), squaresFor(services, filter)]);
  const columns = await services.columns.reports();
  const { areas } = tallyAreas(columns, inTheDark, near);
  const reasons = tallySquareReasons(columns, inTheDark, near);
  const reaching = (ids: string[]) =>
    countLamps(lamps.filter((lamp) => ids.some((square) => distanceToSquare(lamp, square) <= LAMP_REACH)));
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
  };
}

function countLamps(lamps: LampRow[]): LampCount {
  const counted: LampCount = { working: 0, broken: 0, off: 0 };
  for (const { status } of lamps) counted[status] += 1;
  return counted;
}
