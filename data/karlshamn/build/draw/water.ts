/** Land and water. Water is the map's background; land is drawn over it, so what lies at the edge can be drawn wide. */
import { bbox, bboxClip } from "@turf/turf";
import { BREAKWATER, FRISHOLMEN, QUAYSIDE, RIVER, SEA, WORLD_REACH, quay } from "../description/water.ts";
import { type Corner, eastNorth } from "../description/frame.ts";
import { lineString } from "@turf/turf";
import { ribbon } from "../geometry/ribbon.ts";
import type { Area, Line, Surface } from "../geometry/shapes.ts";
import { smoothBand, smoothRing } from "../geometry/smooth-line.ts";
import { coarser, grown, joined, pieces, without } from "../geometry/surfaces.ts";
import { line, outline, toDegrees } from "../geometry/town-frame.ts";

export interface Shore {
  water: Surface;
  land: Surface;
  breakwater: Area;
  island: Area;
  quayside: Area;
  quayEdge: Line;
  /** Metres from the shore and the belt of water within them, widest first. */
  shallows: { metres: number; surface: Surface }[];
}

/** Belts of paler water along the shore, in metres from it. */
const SHALLOWS = [40, 22, 9];

export function drawShore(): Shore {
  const world = outline(corners(WORLD_REACH));
  const island = outline(smoothRing(FRISHOLMEN));
  const water = joined([outline(SEA), river()]);
  const breakwater = ribbon(line(BREAKWATER.corners), BREAKWATER.width);
  const mainland = without(world, [water]);
  if (!mainland) throw new Error("expected land beside the water");
  const land = joined([...pieces(mainland), island, breakwater]);
  return {
    water: without(water, [island, breakwater]) ?? water,
    land,
    breakwater,
    island,
    quayside: outline(QUAYSIDE),
    quayEdge: line(quay()),
    shallows: SHALLOWS.map((metres) => ({ metres, surface: belt(land, metres) })),
  };
}

function river(): Area {
  const band = smoothBand(RIVER);
  const middle = lineString(band.map(([u, v]) => toDegrees([u as number, v as number])));
  return ribbon(
    middle,
    band.map((station) => station[2] as number),
  );
}

/** Only near the town: far out nobody looks close enough to see it. */
function belt(land: Surface, metres: number): Surface {
  const near = bbox(outline(corners(2600))) as [number, number, number, number];
  const around = grown(bboxClip(land, near) as Surface, metres);
  if (!around) throw new Error("expected a belt round the land");
  return coarser(bboxClip(around, near) as Surface);
}

function corners(reach: number): Corner[] {
  return [
    eastNorth(-reach, -reach),
    eastNorth(reach, -reach),
    eastNorth(reach, reach),
    eastNorth(-reach, reach),
  ];
}
