/**
 * What is known round the town is little, so little is drawn: ground that fades out, named hills as soft shapes, and
 * the crosses of the national grid, which are as true out there as in the centre.
 */
import { booleanPointInPolygon, multiLineString } from "@turf/turf";
import { toGrid, toLngLat } from "@trygg/shared/geo/sweref.ts";
import { ORIGIN } from "../description/frame.ts";
import { HILLS, type Hill } from "../description/green.ts";
import type { Position, Surface } from "../geometry/shapes.ts";
import { coarser, grown, shared } from "../geometry/surfaces.ts";
import { outline } from "../geometry/town-frame.ts";
import type { Town } from "./town.ts";
import type { Shore } from "./water.ts";

/** Metres from the town to the edge of each belt, widest first. */
const FADE = [260, 205, 155, 110, 70, 34];

/** Metres that each level of a hill lies inside the one below. */
const HILL_STEP = 34;

/** Side of SCB's smaller square, length of a cross's arm and how far out they are drawn; metres. */
const CROSS = { step: 250, arm: 6, reach: 2250 };

export function fadingGround(town: Town, shore: Shore): { metres: number; surface: Surface }[] {
  return FADE.flatMap((metres) => {
    const around = grown(town.ground, metres);
    const dry = around && shared(around, shore.land);
    return dry ? [{ metres, surface: coarser(dry) }] : [];
  });
}

export function hillLevels(shore: Shore): { hill: Hill; level: number; surface: Surface }[] {
  return HILLS.flatMap((hill) =>
    [0, 1, 2].flatMap((level) => {
      const inner = grown(outline(hill.corners), -level * HILL_STEP);
      const dry = inner && shared(inner, shore.land);
      return dry ? [{ hill, level, surface: dry }] : [];
    }),
  );
}

/** Crosses where the 250 m lines of the national grid meet, on land outside the town. */
export function gridCrosses(town: Town, shore: Shore): GeoJSON.Feature<GeoJSON.MultiLineString> {
  const clear = grown(town.ground, 40) ?? town.ground;
  const { east, north } = toGrid(ORIGIN);
  const steps = Math.ceil(CROSS.reach / CROSS.step);
  const middle = { east: Math.round(east / CROSS.step), north: Math.round(north / CROSS.step) };
  const offsets = Array.from({ length: 2 * steps + 1 }, (_, index) => index - steps);
  return multiLineString(
    offsets.flatMap((x) =>
      offsets.flatMap((y) => {
        const at = { east: (middle.east + x) * CROSS.step, north: (middle.north + y) * CROSS.step };
        const spot = (dx: number, dy: number): Position => {
          const { lng, lat } = toLngLat({ east: at.east + dx, north: at.north + dy });
          return [lng, lat];
        };
        if (!booleanPointInPolygon(spot(0, 0), shore.land) || booleanPointInPolygon(spot(0, 0), clear))
          return [];
        return [
          [spot(-CROSS.arm, 0), spot(CROSS.arm, 0)],
          [spot(0, -CROSS.arm), spot(0, CROSS.arm)],
        ];
      }),
    ),
  );
}
