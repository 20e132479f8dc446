/** The squares that some measure concerns: round the place it is for, or all of its area where it names none. */
import { metresBetween, metresToLine, metresToSurface } from "@trygg/shared/geo/distance.ts";
import { SQUARE_SIDE, squareCentre } from "@trygg/shared/geo/square.ts";
import { type LngLat, toLngLat } from "@trygg/shared/geo/sweref.ts";
import type { ReportFilter } from "@trygg/shared/reports/filter.ts";
import type { Services } from "../context.ts";
import { type MeasureRow, selectMeasures } from "./store.ts";

/** Metres from the middle of a square to the measure. */
const NEAR = SQUARE_SIDE;

/** Measures that were declined concern nothing. */
export async function squaresWithMeasures({ db, town }: Services): Promise<Set<string>> {
  const measures = (await selectMeasures(db)).filter(({ state }) => state !== "declined");
  return new Set(
    measures.flatMap((measure) =>
      (town.areas.get(measure.area)?.squares ?? []).filter((square) => isNear(measure, square)),
    ),
  );
}

/** The measures that concern a square: of its area, and round the place they are for. */
export async function measuresNear({ db, town }: Services, square: string): Promise<string[]> {
  return (await selectMeasures(db))
    .filter((measure) => town.areas.get(measure.area)?.squares.includes(square) && isNear(measure, square))
    .map(({ id }) => id);
}

/** The same squares, for a filter that does not ask about measures at no cost. */
export async function squaresFor(services: Services, { measures }: ReportFilter): Promise<Set<string>> {
  return measures ? squaresWithMeasures(services) : new Set();
}

function isNear({ where }: MeasureRow, square: string): boolean {
  return !where || metresTo(where, toLngLat(squareCentre(square))) <= NEAR;
}

function metresTo(where: NonNullable<MeasureRow["where"]>, at: LngLat): number {
  switch (where.type) {
    case "Point": {
      const [lng, lat] = where.coordinates;
      return metresBetween(at, { lng, lat });
    }
    case "LineString":
      return metresToLine(at, where.coordinates);
    case "Polygon":
      return metresToSurface(at, where.coordinates);
  }
}
