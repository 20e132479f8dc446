/** The refusal of a position outside the centre, saying what may be wrong with it. */
import type { LngLat } from "@trygg/shared/geo/sweref.ts";
import { explainMisplaced } from "@trygg/shared/place/position.ts";
import { Refusal } from "../refusal.ts";
import type { Town } from "./town.ts";

/** Throws a Refusal unless the centre covers the position. */
export function refuseOutside(town: Town, at: LngLat): void {
  if (!town.covers(at)) throw misplaced(town, at);
}

export function misplaced(town: Town, at: LngLat): Refusal {
  const why = explainMisplaced(at, town.covers);
  const got = `got longitude ${at.lng}, latitude ${at.lat}`;
  switch (why.code) {
    case "swappedCoordinates":
      return new Refusal(
        why.code,
        `expected longitude, then latitude; ${got}, which lies in the town when they change places`,
        { suggestion: why.suggestion },
      );
    case "gridAsDegrees":
      return new Refusal(why.code, `expected degrees; ${got}, which are metres of SWEREF 99 TM`, {
        suggestion: why.suggestion,
      });
    case "outsidePlace":
      return new Refusal(why.code, `expected a position in the part of town that the map covers; ${got}`);
  }
}
