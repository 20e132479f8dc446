/** The part of a street that its bridge carries over water. */
import { lineIntersect } from "@turf/turf";
import { type Bridge, BRIDGES } from "../description/bridges.ts";
import { distanceAlong, lengthOf, slice } from "../geometry/cutting.ts";
import type { Line, Surface } from "../geometry/shapes.ts";
import type { DrawnStreet } from "./streets.ts";

export interface DrawnBridge {
  bridge: Bridge;
  line: Line;
  width: number;
}

/** Metres that a deck lies on land at each end. */
const ABUTMENT = 2.5;

export function drawBridges(streets: readonly DrawnStreet[], water: Surface): DrawnBridge[] {
  return BRIDGES.map((bridge) => {
    const carried = streets.find(({ street }) => street.id === bridge.street);
    const banks = carried ? lineIntersect(carried.line, water).features : [];
    const [first, last] = [banks[0], banks.at(-1)];
    if (!carried || !first || !last) throw new RangeError(`expected "${bridge.street}" to cross water`);
    const along = [first, last].map(({ geometry }) => distanceAlong(carried.line, geometry.coordinates));
    const from = Math.max(0, Math.min(...along) - ABUTMENT);
    const to = Math.min(lengthOf(carried.line), Math.max(...along) + ABUTMENT);
    return { bridge, line: slice(carried.line, from, to), width: carried.street.width };
  });
}
