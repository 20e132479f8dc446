/**
 * The ground on which light is counted: the streets, squares, quays and parks of a release area or of a drawn surface.
 * Water, buildings and the blocks with what lies behind the houses are left out, where the town's own map knows them.
 */
import { fillRings } from "@trygg/shared/geo/fill.ts";
import { SQUARE_SIDE, squareCorner } from "@trygg/shared/geo/square.ts";
import { type Ground, cellsOf, gridOfSquares, gridOver, stretchesOf } from "@trygg/shared/lighting/level.ts";
import type { IlluminanceInput } from "@trygg/shared/lighting/illuminance.ts";
import type { Grid } from "@trygg/shared/photometry/raster.ts";
import { areaGeometry } from "@trygg/shared/releases/schema.ts";
import type { MultiPolygon, Polygon, Position } from "geojson";
import { z } from "zod";
import { findArea } from "../../place/area.ts";
import { inTown, refuseBrokenRings } from "../../place/drawn.ts";
import { projected } from "../../place/squares-in.ts";
import { type Town, read } from "../../place/town.ts";
import { Refusal } from "../../refusal.ts";

/** Square metres of a drawn surface with all that lies between its outermost corners: a part of the centre, not all of it. */
const LARGEST = 400_000;

type Ring = Position[];

/** Throws a Refusal for an area that there is not, and for a surface that is broken, too large or without any ground. */
export function groundOf(town: Town, area: IlluminanceInput["area"]): Ground {
  if (typeof area === "string") return groundOfArea(town, area);
  refuseBrokenRings(area.coordinates);
  const rings = area.coordinates.map((ring) =>
    inTown(town, ring).map(({ east, north }): Position => [east, north]),
  );
  const box = boxOf(rings.flat());
  const size = (box.east - box.west) * (box.north - box.south);
  if (size > LARGEST)
    throw new Refusal(
      "badGeometry",
      `expected a surface within a box of at most ${LARGEST} m², got ${Math.round(size)} m²`,
    );
  const ground = groundIn(town, gridOver(box), [rings]);
  if (ground.stretches.length < 2) throw new Refusal("badGeometry", "expected a surface with ground on it");
  return ground;
}

/** They only change with the town. */
const grounds = new WeakMap<Town, Map<string, Ground>>();

function groundOfArea(town: Town, id: string): Ground {
  const known = grounds.get(town) ?? new Map<string, Ground>();
  grounds.set(town, known);
  const ground = known.get(id) ?? groundOfSquares(town, findArea(town, id).squares);
  known.set(id, ground);
  return ground;
}

function groundOfSquares(town: Town, squares: readonly string[]): Ground {
  const surfaces = squares.map((square): Ring[] => {
    const { east, north } = squareCorner(square);
    const [farEast, farNorth] = [east + SQUARE_SIDE, north + SQUARE_SIDE];
    return [
      [
        [east, north],
        [farEast, north],
        [farEast, farNorth],
        [east, farNorth],
      ],
    ];
  });
  return groundIn(town, gridOfSquares(squares), surfaces);
}

function groundIn(town: Town, grid: Grid, surfaces: Ring[][]): Ground {
  const mask = new Uint8Array(grid.width * grid.height);
  const { land, closed } = mapOf(town);
  for (const rings of surfaces) fillRings(grid, rings, (from, to) => mask.fill(1, from, to));
  const dry = filled(grid, land);
  const shut = filled(grid, closed);
  const counted = mask.map(
    (cell, place) => cell & (land.length === 0 ? 1 : (dry[place] as number)) & ~(shut[place] as number),
  );
  return { grid, stretches: stretchesOf(counted) };
}

/** 1 for each cell that counts. */
export function maskOf({ grid, stretches }: Ground): Uint8Array {
  const mask = new Uint8Array(grid.width * grid.height);
  for (const cell of cellsOf(stretches)) mask[cell] = 1;
  return mask;
}

export function ringsOf(surface: Polygon | MultiPolygon): Ring[][] {
  return surface.type === "Polygon" ? [surface.coordinates] : surface.coordinates;
}

function filled(grid: Grid, surfaces: Ring[][]): Uint8Array {
  const mask = new Uint8Array(grid.width * grid.height);
  for (const rings of surfaces) fillRings(grid, rings, (from, to) => mask.fill(1, from, to));
  return mask;
}

function boxOf(corners: Position[]) {
  const [easts, norths] = [corners.map(([east = 0]) => east), corners.map(([, north = 0]) => north)];
  return {
    west: Math.min(...easts),
    south: Math.min(...norths),
    east: Math.max(...easts),
    north: Math.max(...norths),
  };
}

const drawnFile = z.object({
  features: z.array(z.object({ properties: z.object({ kind: z.string() }), geometry: z.unknown() })),
});

interface Drawn {
  /** Nothing where the town's map tells of no land. */
  land: Ring[][];
  /** Where nobody walks who does not live there. */
  closed: Ring[][];
}
const maps = new WeakMap<Town, Drawn>();

/** Land, and what is closed of it, of the town's map on the national grid. */
function mapOf(town: Town): Drawn {
  const known = maps.get(town);
  if (known) return known;
  const surfacesIn = (name: string, kinds?: string[]) =>
    !town.files.has(name)
      ? []
      : read(town.files, name, drawnFile).features.flatMap(({ properties: { kind }, geometry }) => {
          const surface = areaGeometry.safeParse(geometry);
          return surface.success && (!kinds || kinds.includes(kind)) ? ringsOf(projected(surface.data)) : [];
        });
  const drawn = {
    land: surfacesIn("basemap/land.geojson", ["land", "breakwater", "quayside"]),
    closed: ["houses", "buildings", "blocks"].flatMap((name) => surfacesIn(`basemap/${name}.geojson`)),
  };
  maps.set(town, drawn);
  return drawn;
}
