/** What people search for: streets, squares, parks, public buildings, bridges, quays, waters and stops. */
import type { NamedPlace } from "@trygg/shared/place/schema.ts";
import { slugOf } from "@trygg/shared/place/schema.ts";
import type { Extract } from "./extract.ts";
import { lengthOf, spotAt } from "./lines.ts";
import { type NameAt, middleOf, namedLines } from "./names.ts";
import { type Plane, type Spot, isInFrame } from "./plane.ts";
import type { Shore } from "./shore.ts";
import type { Street } from "./streets.ts";
import { type Ring, linesWithin } from "./surfaces.ts";
import { is } from "./tags.ts";
import type { Town } from "./town.ts";

type Kind = NamedPlace["kind"];

interface Found {
  name: string;
  kind: Kind;
  at: Spot;
}

export interface Named {
  streets: readonly Street[];
  town: Town;
  shore: Shore;
  quays: readonly { name: string; line: Ring }[];
  wide: readonly NameAt[];
  extract: Extract;
}

export function findPlaces(
  { streets, town, shore, quays, wide, extract }: Named,
  plane: Plane,
  areaAt: (degrees: [lng: number, lat: number]) => string | undefined,
): NamedPlace[] {
  const at = (name: string | undefined, kind: Kind, spot: () => Spot): Found[] =>
    name ? [{ name, kind, at: spot() }] : [];
  const middle = (line: Ring) => spotAt(line, lengthOf(line) / 2);
  const found: Found[] = [
    ...namedLines(streets).flatMap(({ name, lines }) => {
      const [longest] = linesWithin([lines[0]?.spots ?? []], [plane.frame]);
      return longest ? at(name, "street", () => middle(longest)) : [];
    }),
    ...town.squares.flatMap(({ name, surface }) => at(name, "square", () => middleOf(surface))),
    ...town.greens.flatMap(({ name, surface }) => at(name, "park", () => middleOf(surface))),
    ...[...town.landmarks, ...town.grounds].flatMap(({ name, surface }) =>
      at(name, "building", () => middleOf(surface)),
    ),
    ...streets
      .filter(({ bridge }) => bridge)
      .flatMap(({ bridgeName, line }) => at(bridgeName, "bridge", () => middle(line))),
    ...quays.flatMap(({ name, line }) => at(name, "quay", () => middle(line))),
    ...shore.rivers.flatMap(({ name, line }) => at(name, "water", () => middle(line))),
    ...wide
      .filter(({ kind }) => kind === "water")
      .map(({ name, at: spot }): Found => ({ name, kind: "water", at: spot })),
    ...wide
      .filter(({ kind }) => kind === "hill")
      .map(({ name, at: spot }): Found => ({ name, kind: "park", at: spot })),
    ...extract.points
      .filter(({ tags }) => isStop(tags))
      .flatMap(({ tags, at: spot }) => at(tags["name"], "stop", () => plane.spot(spot))),
  ];
  return identified(
    found.filter(({ at: spot }) => isInFrame(spot, plane)),
    plane,
    areaAt,
  );
}

const isStop = (tags: Extract["points"][number]["tags"]) =>
  is(tags, "highway", "bus_stop") ||
  is(tags, "public_transport", "station", "stop_position", "platform") ||
  is(tags, "railway", "station", "halt") ||
  is(tags, "amenity", "bus_station", "ferry_terminal");

/** The first of each name and kind, with an id of its own. */
function identified(
  found: readonly Found[],
  plane: Plane,
  areaAt: (degrees: [lng: number, lat: number]) => string | undefined,
): NamedPlace[] {
  const told = new Set<string>();
  const ids = new Set<string>();
  return found.flatMap(({ name, kind, at }): NamedPlace[] => {
    const slug = slugOf(name);
    if (slug === "" || told.has(`${kind} ${slug}`)) return [];
    told.add(`${kind} ${slug}`);
    const id = ids.has(slug) ? `${slug}-${kind}` : slug;
    ids.add(id);
    const [lng, lat] = plane.degrees(at);
    const area = areaAt([lng, lat]);
    return [{ id, name, kind, at: { lng, lat }, ...(area ? { area } : {}), certainty: "sure" }];
  });
}
