/** Land and water: the coast, lakes and rivers, and what people have built out into them. */
import { EndType } from "clipper2-ts";
import type { Tags } from "../../imports/formats/osm-item.ts";
import type { Area } from "./areas.ts";
import { drawCoast } from "./coast.ts";
import type { Extract } from "./extract.ts";
import type { Plane, Spot } from "./plane.ts";
import {
  type Ring,
  type Surface,
  covers,
  grown,
  joined,
  linesWithin,
  ribbon,
  shared,
  without,
} from "./surfaces.ts";
import { is, isUnderground, metres } from "./tags.ts";

export interface Shore {
  land: Surface;
  water: Surface;
  /** Where land and water meet, as lines with the land on their left. */
  edge: Ring[];
  quays: Ring[];
  piers: Surface;
  breakwaters: Surface;
  /** Metres from the shore and the land with the belt of water within them, widest first. */
  shallows: { metres: number; surface: Surface }[];
  rivers: { name: string; line: Ring }[];
  /** Where the extract cut the coastline off. */
  loose: Spot[];
}

/** Metres of water where nobody has measured. */
const WIDTHS: Record<string, number> = { river: 10, canal: 8, stream: 2, ditch: 1.2, drain: 1.2 };
const PIER = 3;
const BREAKWATER = 6;

/** Belts of paler water along the shore, in metres from it, as the map's style knows them. */
const SHALLOWS = [40, 22, 9];

export function drawShore(extract: Extract, areas: readonly Area[], plane: Plane): Shore {
  const lines = extract.lines.filter(({ nodes }) => nodes.length > 1);
  const of = (key: string, ...values: string[]) =>
    lines
      .filter(({ tags }) => is(tags, key, ...values))
      .map(({ tags, positions }) => ({ tags, line: positions.map(plane.spot) }));
  const coast = drawCoast(
    lines.filter(({ tags }) => is(tags, "natural", "coastline")),
    plane,
  );
  const currents = of("waterway", ...Object.keys(WIDTHS)).filter(({ tags }) => !isUnderground(tags));
  const inland = joined([
    ...areas.filter(({ tags }) => isWater(tags)).map(({ surface }) => surface),
    ...currents.map(({ tags, line }) =>
      ribbon([line], metres(tags["width"]) ?? WIDTHS[tags["waterway"] ?? ""] ?? 1),
    ),
  ]);
  const built = (kind: string, width: number) =>
    shared(
      joined([
        ...areas.filter(({ tags }) => is(tags, "man_made", kind)).map(({ surface }) => surface),
        ...of("man_made", kind).map(({ tags, line }) => bandOrArea(line, metres(tags["width"]) ?? width)),
      ]),
      [plane.frame],
    );
  const [piers, breakwaters] = [built("pier", PIER), built("breakwater", BREAKWATER)];
  const land = joined([without(coast.land, inland), piers, breakwaters]);
  return {
    land,
    water: without([plane.frame], land),
    edge: land.flatMap((ring) => withoutFrame(ring, plane)),
    quays: of("man_made", "quay").flatMap(({ line }) => linesWithin([landOnLeft(line, land)], [plane.frame])),
    piers,
    breakwaters,
    shallows: SHALLOWS.map((belt) => ({ metres: belt, surface: shared(grown(land, belt), [plane.frame]) })),
    rivers: of("waterway", "river", "canal").flatMap(({ tags, line }) =>
      tags["name"] ? [{ name: tags["name"], line }] : [],
    ),
    loose: coast.loose,
  };
}

export function isWater(tags: Tags): boolean {
  return (
    is(tags, "natural", "water") ||
    is(tags, "waterway", "riverbank", "dock") ||
    is(tags, "landuse", "reservoir", "basin")
  );
}

/** Piers and breakwaters are drawn along their middle or round their edge. */
function bandOrArea(line: Ring, width: number): Surface {
  const [first, last] = [line[0] as Spot, line.at(-1) as Spot];
  const isRing = line.length > 3 && first.x === last.x && first.y === last.y;
  return isRing ? joined([[line.slice(0, -1)]]) : ribbon([line], width, EndType.Square);
}

/** The stretches of a ring that do not run along the edge of what is drawn. */
function withoutFrame(ring: Ring, { width, height }: Plane): Ring[] {
  const alongEdge = (one: Spot, other: Spot) =>
    (one.x === other.x && (one.x <= 0 || one.x >= width)) ||
    (one.y === other.y && (one.y <= 0 || one.y >= height));
  const start = ring.findIndex((spot, index) => alongEdge(ring.at(index - 1) as Spot, spot));
  if (start < 0) return [[...ring, ring[0] as Spot]];
  const turned = [...ring.slice(start), ...ring.slice(0, start)];
  const stretches: Ring[] = [[turned[0] as Spot]];
  turned.slice(1).forEach((spot, index) => {
    if (alongEdge(turned[index] as Spot, spot)) stretches.push([spot]);
    else stretches.at(-1)?.push(spot);
  });
  return stretches.filter((stretch) => stretch.length > 1);
}

/** Metres to the side at which a quay is asked for land. */
const ASIDE = 2.5;

function landOnLeft(line: Ring, land: Surface): Ring {
  const middle = Math.max(1, Math.floor(line.length / 2));
  const [from, to] = [line[middle - 1] as Spot, line[middle] as Spot];
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const left = {
    x: (from.x + to.x) / 2 - ((to.y - from.y) / length) * ASIDE * 100,
    y: (from.y + to.y) / 2 + ((to.x - from.x) / length) * ASIDE * 100,
  };
  return covers(land, left) ? line : line.toReversed();
}
