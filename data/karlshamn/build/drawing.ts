/** Everything drawn, from the shore to the trees; each step stands on those before it. */
import type { Corrections } from "./description/corrections.ts";
import { type DrawnBridge, drawBridges } from "./draw/bridges.ts";
import { type DrawnBuilding, drawBuildings } from "./draw/buildings.ts";
import { drawHouses, type Houses } from "./draw/houses.ts";
import { type DrawnStreet, drawStreets } from "./draw/streets.ts";
import { drawTown, type Town } from "./draw/town.ts";
import { drawTrees, type Trees } from "./draw/trees.ts";
import { drawShore, type Shore } from "./draw/water.ts";

/** Where things are. */
export interface Plan {
  shore: Shore;
  streets: DrawnStreet[];
  bridges: DrawnBridge[];
  town: Town;
  buildings: DrawnBuilding[];
}

/** The plan with what is drawn freely on it. */
export interface Drawing extends Plan {
  houses: Houses;
  trees: Trees;
}

export function drawPlan(corrections: Corrections): Plan {
  const shore = drawShore();
  const streets = drawStreets(corrections);
  const bridges = drawBridges(streets, shore.water);
  const town = drawTown(corrections, streets, shore);
  return { shore, streets, bridges, town, buildings: drawBuildings(corrections) };
}

export function drawAll(corrections: Corrections): Drawing {
  const plan = drawPlan(corrections);
  const standing = plan.buildings.map(({ outline }) => outline);
  const paths = plan.streets
    .filter(({ street }) => street.kind === "path")
    .flatMap(({ stretches }) => stretches);
  const houses = drawHouses(plan.town.blocks, standing);
  const trees = drawTrees(plan.town, houses.gardens, [...standing, ...paths.map(({ surface }) => surface)]);
  return { ...plan, houses, trees };
}
