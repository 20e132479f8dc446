/** Everything drawn from an extract; each step stands on those before it. */
import { toGrid } from "@trygg/shared/geo/sweref.ts";
import type { NamedPlace } from "@trygg/shared/place/schema.ts";
import type { Told } from "@trygg/shared/imports/schema.ts";
import { say } from "../../imports/say.ts";
import type { Town as Place } from "../town.ts";
import { findAreas } from "./areas.ts";
import { type Box, type Extract, isWithin } from "./extract.ts";
import { type NameAlong, type NameAt, shoreNames, streetNames, townNames, wideNames } from "./names.ts";
import { type Edge, findNetwork } from "./network.ts";
import { findPlaces } from "./places.ts";
import { type Plane, makePlane } from "./plane.ts";
import { type Shore, drawShore } from "./shore.ts";
import { type Street, type StreetSpace, drawStreetSpace, findStreets } from "./streets.ts";
import { is } from "./tags.ts";
import { type Town, type Tree, drawTown, findTrees } from "./town.ts";

export interface Drawing {
  extract: Extract;
  plane: Plane;
  shore: Shore;
  streets: Street[];
  space: StreetSpace;
  town: Town;
  trees: Tree[];
  network: Edge[];
  names: { at: NameAt[]; along: NameAlong[] };
  places: NamedPlace[];
  notes: Told[];
}

/** Draws what lies in the frame; of it, people find what lies within the bounds. */
export function drawExtract(extract: Extract, frame: Box, bounds: Box, areaAt: Place["areaAt"]): Drawing {
  const plane = makePlane(frame);
  const { areas, cut } = findAreas(extract, plane);
  const shore = drawShore(extract, areas, plane);
  const streets = findStreets(extract, plane);
  const space = drawStreetSpace(streets, shore.land);
  const town = drawTown(areas, space, shore);
  const quays = extract.lines.flatMap(({ tags, positions }) =>
    is(tags, "man_made", "quay") && tags["name"]
      ? [{ name: tags["name"], line: positions.map(plane.spot) }]
      : [],
  );
  const wide = wideNames(extract, areas, plane);
  const named = { streets, town, shore, quays, wide, extract };
  return {
    extract,
    plane,
    shore,
    streets,
    space,
    town,
    trees: findTrees(extract, plane),
    network: findNetwork(extract, streets, plane),
    names: {
      at: [...wide, ...townNames(town)],
      along: [...shoreNames(shore, quays, plane), ...streetNames(streets, plane)],
    },
    places: findPlaces(named, plane, ([lng, lat]) => areaAt(toGrid({ lng, lat }))).filter(
      ({ at: { lng, lat } }) => isWithin([lng, lat], bounds),
    ),
    notes: notesOn(cut, shore.loose.filter((spot) => isWithin(plane.degrees(spot), bounds)).length),
  };
}

function notesOn(cut: number, loose: number): Told[] {
  return [
    ...(cut > 0 ? [say("areasCut", { count: cut })] : []),
    ...(loose > 0 ? [say("coastCut", { count: loose })] : []),
  ];
}
