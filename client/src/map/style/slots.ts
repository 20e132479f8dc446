import type { BackgroundLayerSpecification } from "maplibre-gl";

/**
 * Places in the base map where data layers are put in, from the ground up. Each is an invisible layer: pass its name as
 * `beforeId` and the layer lands under the labels and in the right order among the others.
 */
export const SLOTS = [
  "slot-areas",
  "slot-squares",
  "slot-light",
  "slot-lamps",
  "slot-measures",
  "slot-points",
  "slot-own-pin",
] as const;

export type Slot = (typeof SLOTS)[number];

export function slot(id: Slot): BackgroundLayerSpecification {
  return { id, type: "background", layout: { visibility: "none" } };
}
