/** The refusal of an area that the town does not have. */
import type { Area } from "@trygg/shared/place/schema.ts";
import { Refusal } from "../refusal.ts";
import type { Town } from "./town.ts";

export function findArea(town: Town, id: string): Area {
  const area = town.areas.get(id);
  if (area) return area;
  throw new Refusal("unknownArea", `expected one of the release areas of ${town.place.name}, got "${id}"`, {
    value: id,
  });
}
