/** The streets of the centre as points at even distances, each with the light that is wanted there. */
import { type SquareId, squareAt } from "@trygg/shared/geo/square.ts";
import { toLngLat } from "@trygg/shared/geo/sweref.ts";
import { type LightingArea, lightingAreasFile } from "@trygg/shared/lighting/areas.ts";
import { leastWanted } from "@trygg/shared/lighting/least.ts";
import { nearestGoals } from "@trygg/shared/place/network.ts";
import { type WalkPoint, walkPoints } from "@trygg/shared/place/walk-points.ts";
import { booleanPointInPolygon } from "@turf/turf";
import { readImported } from "../../place/imported.ts";
import type { Town } from "../../place/town.ts";

/** Metres from point to point. */
const STEP = 7.5;

export interface StreetPoint extends WalkPoint {
  square: SquareId;
  area: string;
  class: LightingArea["class"];
  /** Lux that are wanted at least. */
  wanted: number;
  /** The nearest stop on foot; null where no street leads to one. */
  stop: { name: string; metres: number } | null;
}

/** Metres on foot from which a stop no longer counts. */
const WAY_REACH = 800;

/** How near a stop is on foot: 1 at it, 0 beyond reach. */
export const nearness = ({ stop }: StreetPoint): number =>
  stop ? Math.max(0, 1 - stop.metres / WAY_REACH) : 0;

/** The way to it as it is told; null where it is beyond reach. */
export const wayOf = (point: StreetPoint) =>
  point.stop && nearness(point) > 0 ? { to: point.stop.name, metres: Math.round(point.stop.metres) } : null;

const known = new WeakMap<Town, StreetPoint[]>();

/** Found once for each town, which an import or a setting replaces. */
export function streetPoints(town: Town): StreetPoint[] {
  const points = known.get(town) ?? findPoints(town);
  known.set(town, points);
  return points;
}

function findPoints(town: Town): StreetPoint[] {
  const { network, lighting } = town;
  const stops = town.places.filter(({ kind }) => kind === "stop");
  const reached = nearestGoals(
    network,
    stops.map(({ at }) => at),
  );
  const planned = readImported(town, "lighting-areas.json", lightingAreasFile)?.areas ?? [];
  const classAt = (point: WalkPoint, area: string) => {
    const { lng, lat } = toLngLat(point);
    const within = planned.find((each) => each.class && booleanPointInPolygon([lng, lat], each.geometry));
    return within?.class ?? lighting.classes[area] ?? null;
  };
  const stopFrom = ({ edge, along }: WalkPoint): StreetPoint["stop"] => {
    const { from, to, lengthMetres = 0 } = network.edges[edge] ?? {};
    const ways = [
      { node: from, more: along },
      { node: to, more: lengthMetres - along },
    ].flatMap(({ node, more }) => {
      const way = node === undefined ? undefined : reached[node];
      return way ? [{ name: stops[way.goal]?.name ?? "", metres: way.metres + more }] : [];
    });
    return ways.toSorted((a, b) => a.metres - b.metres)[0] ?? null;
  };
  return walkPoints(network, STEP).flatMap((point) => {
    const area = town.areaAt(point);
    if (area === undefined) return [];
    const wantedClass = classAt(point, area);
    return {
      ...point,
      square: squareAt(point),
      area,
      class: wantedClass,
      wanted: leastWanted(wantedClass, lighting.leastLux),
      stop: stopFrom(point),
    };
  });
}
