/** Outlines of the described buildings, and the lines of their roofs. */
import { polygon } from "@turf/turf";
import type { Corrections } from "../description/corrections.ts";
import { type Building, describeBuildings, type Shape, type Wing } from "../description/buildings.ts";
import { eastNorth, type Spot } from "../description/frame.ts";
import type { Area, Position } from "../geometry/shapes.ts";
import { joined, pieces, without } from "../geometry/surfaces.ts";
import { toDegrees } from "../geometry/town-frame.ts";

export interface DrawnBuilding {
  building: Building;
  outline: Area;
  /** Ridges, one for each wing. */
  roof: Position[][];
}

export function drawBuildings(corrections: Corrections): DrawnBuilding[] {
  return describeBuildings(corrections).map((building) => {
    const outline = outlineOf(building.shape);
    return { building, outline, roof: ridgesOf(building.shape).map((ridge) => ridge.map(toDegrees)) };
  });
}

/** The ridge of a roof runs along the longer side of its wing. */
export function ridgeOf([uLow, uHigh, vLow, vHigh]: Wing): [Spot, Spot] {
  const [u, v] = [(uLow + uHigh) / 2, (vLow + vHigh) / 2];
  return uHigh - uLow > vHigh - vLow
    ? [
        [uLow, v],
        [uHigh, v],
      ]
    : [
        [u, vLow],
        [u, vHigh],
      ];
}

function outlineOf(shape: Shape): Area {
  if ("round" in shape) return ring(regular(shape.round.at, shape.round.radius, shape.round.sides));
  if ("fort" in shape) return fort(shape.fort.at, shape.fort.half);
  const wings =
    "wings" in shape
      ? shape.wings.map(cornersOf)
      : shape.compassWings.map((wing) => cornersOf(wing).map((spot) => fromCompass(spot, shape.about)));
  const [outline] = pieces(joined(wings.map(ring)));
  if (!outline) throw new Error("expected wings that make a building");
  return outline;
}

function ridgesOf(shape: Shape): Spot[][] {
  if ("wings" in shape) return shape.wings.map(ridgeOf);
  if ("compassWings" in shape) {
    return shape.compassWings.map((wing) => ridgeOf(wing).map((spot) => fromCompass(spot, shape.about)));
  }
  return [];
}

function cornersOf([uLow, uHigh, vLow, vHigh]: Wing): Spot[] {
  return [
    [uLow, vLow],
    [uHigh, vLow],
    [uHigh, vHigh],
    [uLow, vHigh],
  ];
}

function fromCompass([east, north]: Spot, about: Spot): Spot {
  const [u, v] = eastNorth(east, north);
  return [about[0] + u, about[1] + v];
}

function regular([u, v]: Spot, radius: number, sides: number): Spot[] {
  return Array.from({ length: sides }, (_, side): Spot => {
    const angle = ((side + 0.5) * 2 * Math.PI) / sides;
    return [u + radius * Math.cos(angle), v + radius * Math.sin(angle)];
  });
}

/** Curtain walls with a bastion at each corner, round an open court. */
function fort(at: Spot, half: number): Area {
  const corner: Spot[] = [
    [half, -0.42 * half],
    [half, 0.42 * half],
    [half * 1.18, half * 0.5],
    [half * 1.4, half * 1.4],
    [half * 0.5, half * 1.18],
    [0.42 * half, half],
  ];
  const quarters: ((spot: Spot) => Spot)[] = [
    ([x, y]) => [x, y],
    ([x, y]) => [-y, x],
    ([x, y]) => [-x, -y],
    ([x, y]) => [y, -x],
  ];
  const here = ([u, v]: Spot): Spot => [at[0] + u, at[1] + v];
  const court = cornersOf([-0.62 * half, 0.62 * half, -0.62 * half, 0.62 * half]);
  const walls = ring(quarters.flatMap((turned) => corner.map(turned)).map(here));
  return pieces(without(walls, [ring(court.map(here))]))[0] ?? walls;
}

function ring(spots: readonly Spot[]): Area {
  const corners = spots.map(toDegrees);
  return polygon([[...corners, corners[0] as Position]]);
}
