/** What an extract must cover, and what of the town is drawn from it. */
import { squarePolygon } from "@trygg/shared/geo/square.ts";
import { Refusal } from "../../refusal.ts";
import type { Town } from "../town.ts";
import type { Box, Extract } from "./extract.ts";

/** Degrees of latitude beyond the town's bounds that are drawn: panels let the map be moved so that they are seen. */
const BEYOND = 0.006;

/** Degrees of latitude beyond what is drawn from which elements are read, so that what crosses its edge is whole. */
const ACROSS = 0.004;

export const drawnRound = (bounds: Box) => widened(bounds, BEYOND);
export const readRound = (bounds: Box) => widened(bounds, BEYOND + ACROSS);

function widened({ west, south, east, north }: Box, degrees: number): Box {
  return {
    west: west - 2 * degrees,
    south: south - degrees,
    east: east + 2 * degrees,
    north: north + degrees,
  };
}

export function overlap(one: Box, other: Box): Box {
  return {
    west: Math.max(one.west, other.west),
    south: Math.max(one.south, other.south),
    east: Math.min(one.east, other.east),
    north: Math.min(one.north, other.north),
  };
}

/** The map must hold every release area, or reports could be left where nothing is drawn. */
export function refuseElsewhere({ covers, lines }: Extract, town: Town, name: string): void {
  const centre = centreOf(town);
  const inside =
    covers.west <= centre.west &&
    covers.south <= centre.south &&
    covers.east >= centre.east &&
    covers.north >= centre.north;
  if (!inside)
    throw new Refusal(
      "badFile",
      `${name}: expected an extract that covers the centre of ${town.place.name} (${sides(centre)}), got ${sides(covers)}`,
    );
  if (!lines.some(({ tags }) => "highway" in tags))
    throw new Refusal("badFile", `${name}: expected streets in ${town.place.name}, got none`);
}

function centreOf({ areas }: Town): Box {
  const corners = [...areas.values()].flatMap(({ squares }) =>
    squares.flatMap((square) => squarePolygon(square).coordinates[0] ?? []),
  );
  const [lngs, lats] = [corners.map(([lng = 0]) => lng), corners.map(([, lat = 0]) => lat)];
  return {
    west: Math.min(...lngs),
    south: Math.min(...lats),
    east: Math.max(...lngs),
    north: Math.max(...lats),
  };
}

const sides = ({ west, south, east, north }: Box) =>
  west <= east ? [west, south, east, north].map((degrees) => degrees.toFixed(4)).join(", ") : "nothing";
