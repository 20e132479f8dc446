/**
 * The walkable network: every street, path and quay cut at each crossing and where a bridge begins and ends. Ends
 * that meet are the same numbers, so that a route can be found by comparing coordinates.
 */
import { booleanPointInPolygon, distance, lineIntersect } from "@turf/turf";
import { distanceAlong, lengthOf, meetings, slice, spotAt } from "../geometry/cutting.ts";
import type { Line, Position, Surface } from "../geometry/shapes.ts";
import { type Drawn, drawn } from "../geometry/write.ts";
import type { DrawnStreet, Stretch } from "./streets.ts";

/** Crossings nearer to each other than this are one; metres. */
const SAME = 1.5;

/** Pieces shorter than this are what is left over at a crossing; metres. */
const SHORTEST = 2;

export function drawNetwork(streets: readonly DrawnStreet[], water: Surface): Drawn[] {
  const stretches = streets.flatMap((drawnStreet) => drawnStreet.stretches);
  const nodeAt = nodeFinder();
  return stretches.flatMap((stretch) =>
    edgesOf(stretch, stretches, water).map((edge) => {
      const inner = edge.geometry.coordinates.slice(1, -1);
      const first = nodeAt(edge.geometry.coordinates[0] as Position);
      const last = nodeAt(edge.geometry.coordinates.at(-1) as Position);
      const joined: Line = {
        ...edge,
        geometry: { type: "LineString", coordinates: [first, ...inner, last] },
      };
      const overWater = booleanPointInPolygon(spotAt(edge, lengthOf(edge) / 2), water);
      return drawn(joined, {
        street: stretch.street.id,
        ...(stretch.street.name ? { name: stretch.street.name } : {}),
        kind: overWater ? "bridge" : stretch.kind,
        width: stretch.street.width,
        certainty: stretch.street.certainty,
      });
    }),
  );
}

function edgesOf(stretch: Stretch, others: readonly Stretch[], water: Surface): Line[] {
  const end = lengthOf(stretch.line);
  const crossed = others
    .filter((other) => other !== stretch)
    .flatMap((other) => meetings(stretch.line, other.line));
  const banks = lineIntersect(stretch.line, water).features.map(({ geometry }) =>
    distanceAlong(stretch.line, geometry.coordinates),
  );
  const cuts = [...crossed, ...banks]
    .filter((at) => at > SHORTEST && at < end - SHORTEST)
    .sort((one, next) => one - next)
    .filter((at, index, all) => at - (all[index - 1] ?? -9) > SHORTEST);
  const marks = [0, ...cuts, end];
  return marks.slice(1).map((to, index) => slice(stretch.line, marks[index] as number, to));
}

/** The one rounded position that stands for all ends that meet. */
function nodeFinder(): (spot: Position) => Position {
  const nodes: Position[] = [];
  return (spot) => {
    const known = nodes.find((node) => distance(node, spot, { units: "meters" }) < SAME);
    if (known) return known;
    const rounded = spot.map((degrees) => Math.round(degrees * 1e6) / 1e6);
    nodes.push(rounded);
    return rounded;
  };
}
