/** The lamps of the story, set out along the streets of the schematic map. */
import { type GridPosition, toGrid } from "@trygg/shared/geo/sweref.ts";
import { squareAt } from "@trygg/shared/geo/square.ts";
import type { FeatureCollection, LineString } from "geojson";
import type { Town } from "../place/town.ts";
import type { lamps } from "../lighting/table.ts";
import type { LampRow, Story } from "./story.ts";

type Lamp = typeof lamps.$inferInsert;
type Network = FeatureCollection<LineString, { street: string; width: number }>;

/** Metres between two lamps that are one: where streets meet. */
const SAME_POST = 6;
const KNOWN_SINCE = "2026-10-01";

export function inventLamps(town: Town, story: Story): Lamp[] {
  const network = JSON.parse(town.files.read("network.geojson").toString()) as Network;
  const placed: Lamp[] = [];
  for (const [row, described] of story.lamps.entries()) {
    const { height, flux, owner, broken = [], brokenSince = KNOWN_SINCE } = described;
    const points = [...alongStreet(network, described), ...roundPlaces(town, described)];
    let number = 0;
    for (const { east, north } of points) {
      const area = town.areaOf(squareAt({ east, north }));
      const taken = placed.some((lamp) => Math.hypot(lamp.east - east, lamp.north - north) < SAME_POST);
      if (!area || taken) continue;
      number += 1;
      const isBroken = broken.includes(number);
      placed.push({
        id: `demo-${String(row + 1).padStart(2, "0")}-${String(number).padStart(3, "0")}`,
        east: Math.round(east * 100) / 100,
        north: Math.round(north * 100) / 100,
        area,
        height,
        flux,
        owner,
        status: isBroken ? "broken" : "working",
        statusSince: isBroken ? brokenSince : KNOWN_SINCE,
        statusSource: "Påhittat för demonstrationen",
      });
    }
  }
  return placed;
}

/** Lamps at even distances along every stretch of a street, at its kerb. */
function alongStreet(network: Network, { street, spacing }: LampRow): GridPosition[] {
  if (!street || !spacing) return [];
  const stretches = network.features.filter(({ properties }) => properties.street === street);
  if (stretches.length === 0) throw new Error(`the story lights ${street}, which the town does not have`);
  return stretches.flatMap(({ geometry, properties }) => {
    const line = geometry.coordinates.map(([lng = 0, lat = 0]) => toGrid({ lng, lat }));
    return line.slice(1).flatMap((to, index) => {
      const from = line[index] as GridPosition;
      const length = Math.hypot(to.east - from.east, to.north - from.north);
      const count = Math.max(1, Math.round(length / spacing));
      const side = Math.min(4.5, properties.width / 2 - 0.5) / length;
      return Array.from({ length: count }, (_, each) => {
        const share = (each + 0.5) / count;
        return {
          east: from.east + share * (to.east - from.east) + side * (to.north - from.north),
          north: from.north + share * (to.north - from.north) - side * (to.east - from.east),
        };
      });
    });
  });
}

function roundPlaces(town: Town, { at = [], offsets = [[0, 0]] }: LampRow): GridPosition[] {
  return at.flatMap((id) => {
    const place = town.places.find((each) => each.id === id);
    if (!place) throw new Error(`the story lights ${id}, which the town does not have`);
    const centre = toGrid(place.at);
    return offsets.map(([east, north]) => ({ east: centre.east + east, north: centre.north + north }));
  });
}
