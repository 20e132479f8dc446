/**
 * Names as points and lines of their own, with the ranks that the map's style knows: 1 always, 2 the whole town, 3 the
 * quarter, 4 the street, 5 close by.
 */
import type { Tags } from "../../imports/formats/osm-item.ts";
import type { Area } from "./areas.ts";
import type { Extract } from "./extract.ts";
import { lengthOf, partOf, spotAt } from "./lines.ts";
import type { Plane, Spot } from "./plane.ts";
import { type NodeLine, joinLines } from "./rings.ts";
import type { Shore } from "./shore.ts";
import type { Street, StreetKind } from "./streets.ts";
import { type Ring, type Surface, linesWithin, pieces, sizeOf } from "./surfaces.ts";
import { is } from "./tags.ts";
import type { Landmark, Town } from "./town.ts";

export interface NameAt {
  kind: string;
  name: string;
  rank: number;
  at: Spot;
  side?: "below";
}

export interface NameAlong {
  kind: string;
  name: string;
  rank: number;
  along: Ring;
}

const RANKS: Record<StreetKind, 2 | 3 | 4> = {
  main: 2,
  street: 3,
  "walking-speed": 3,
  pedestrian: 3,
  lane: 4,
  path: 4,
};
/** Metres that a name may take on either side of its spot, and metres between spots. */
const REACH = { 2: 170, 3: 112, 4: 70 };
const APART = 520;

/** A front between two crossings shorter than this has no room for a name; metres. */
const SHORTEST_FRONT = 44;

export function streetNames(streets: readonly Street[], plane: Plane): NameAlong[] {
  const joints = jointsOf(streets);
  return namedLines(streets.filter(({ underground }) => !underground)).flatMap(({ name, kind, lines }) =>
    lines.flatMap((line) => [
      ...far(linesWithin([line.spots], [plane.frame]), name, RANKS[kind]),
      ...fronts(line, joints)
        .flatMap((front) => linesWithin([front], [plane.frame]))
        .filter((front) => lengthOf(front) > SHORTEST_FRONT)
        .map((along) => ({ kind: "street", name, rank: 5, along })),
    ]),
  );
}

export interface NamedLines {
  name: string;
  kind: StreetKind;
  lines: NodeLine<Spot>[];
}

/** Each name once, with its stretches joined, the longest first; it counts as what most of it is. */
export function namedLines(streets: readonly Street[]): NamedLines[] {
  const byName = new Map<string, Street[]>();
  for (const street of streets)
    if (street.name) byName.set(street.name, [...(byName.get(street.name) ?? []), street]);
  return [...byName].map(([name, own]) => ({
    name,
    kind: (own.toSorted((one, other) => lengthOf(other.line) - lengthOf(one.line))[0] as Street).kind,
    lines: joinLines(own.map(({ nodes, line }) => ({ nodes, spots: line }))).sort(
      (one, other) => lengthOf(other.spots) - lengthOf(one.spots),
    ),
  }));
}

function far(lines: Ring[], name: string, rank: 2 | 3 | 4): NameAlong[] {
  return lines.flatMap((line) => {
    const whole = lengthOf(line);
    const count = Math.max(1, Math.round(whole / APART));
    const reach = Math.min(REACH[rank], whole / count / 2);
    return Array.from({ length: count }, (_, index): NameAlong => {
      const middle = ((index + 0.5) * whole) / count;
      return { kind: "street", name, rank, along: partOf(line, middle - reach, middle + reach) };
    });
  });
}

/** Nodes where driven streets meet: paths leave a street without ending its front. */
function jointsOf(streets: readonly Street[]): Set<number> {
  const seen = new Map<number, string | undefined>();
  const joints = new Set<number>();
  for (const { kind, name, nodes } of streets) {
    if (kind === "path" || kind === "lane") continue;
    for (const node of nodes) {
      if (seen.has(node) && seen.get(node) !== name) joints.add(node);
      seen.set(node, name);
    }
  }
  return joints;
}

function fronts({ nodes, spots }: NodeLine<Spot>, joints: ReadonlySet<number>): Ring[] {
  const marks = nodes.flatMap((node, index) =>
    index === 0 || index === nodes.length - 1 || joints.has(node) ? [index] : [],
  );
  return marks.slice(1).map((to, index) => spots.slice(marks[index], to + 1));
}

/** Square metres: smaller buildings are named from nearby only. */
const SMALL_BUILDING = 450;
const LARGE_WATER = 60_000;
const LARGE_PARK = 1500;

export function townNames({ squares, greens, landmarks, grounds }: Town): NameAt[] {
  return [
    ...squares.flatMap(({ name, main, surface }): NameAt[] =>
      name ? [{ kind: "square", name, rank: main ? 1 : 3, at: middleOf(surface) }] : [],
    ),
    ...greens.flatMap(({ name, surface }): NameAt[] =>
      name && sizeOf(surface) > LARGE_PARK ? [{ kind: "park", name, rank: 2, at: middleOf(surface) }] : [],
    ),
    ...landmarks.flatMap((landmark): NameAt[] => {
      const { kind, name, surface } = landmark;
      return name ? [{ kind, name, rank: rankOf(landmark), at: southOf(surface), side: "below" }] : [];
    }),
    ...grounds.flatMap(({ kind, name, surface }): NameAt[] =>
      name ? [{ kind, name, rank: 3, at: middleOf(surface), side: "below" }] : [],
    ),
  ];
}

function rankOf({ kind, surface }: Landmark): number {
  const small = sizeOf(surface) < SMALL_BUILDING;
  if (kind === "church" || kind === "fort") return small ? 4 : 2;
  return small ? 4 : 3;
}

const DISTRICTS: Record<string, 2 | 3> = {
  suburb: 2,
  quarter: 2,
  island: 2,
  neighbourhood: 3,
  islet: 3,
  locality: 3,
};

/** Names of nature and of parts of town, which stand as points or on areas. */
export function wideNames(extract: Extract, areas: readonly Area[], plane: Plane): NameAt[] {
  const points = extract.points.flatMap(({ tags, at }) => wideName(tags, plane.spot(at), 0));
  const surfaces = areas.flatMap(({ tags, surface }) => wideName(tags, middleOf(surface), sizeOf(surface)));
  return [...points, ...surfaces];
}

function wideName(tags: Tags, at: Spot, size: number): NameAt[] {
  const { name } = tags;
  if (!name) return [];
  if (is(tags, "natural", "bay", "strait") || is(tags, "place", "sea", "ocean"))
    return [{ kind: "water", name, rank: size > LARGE_WATER || size === 0 ? 1 : 3, at }];
  if (is(tags, "natural", "water") && !is(tags, "water", "river", "canal", "stream"))
    return [{ kind: "water", name, rank: size > LARGE_WATER ? 1 : 3, at }];
  if (is(tags, "natural", "peak", "hill")) return [{ kind: "hill", name, rank: 2, at }];
  const rank = DISTRICTS[tags["place"] ?? ""];
  return rank ? [{ kind: "district", name, rank, at }] : [];
}

/** Metres of river that carry a name, and metres from one name to the next. */
const RIVER_NAME = 190;
const RIVER_APART = 420;

export function shoreNames(
  { rivers }: Shore,
  quays: readonly { name: string; line: Ring }[],
  plane: Plane,
): NameAlong[] {
  const ofRivers = rivers.flatMap(({ name, line }) =>
    linesWithin([line], [plane.frame]).flatMap((part) => {
      const whole = lengthOf(part);
      const count = Math.max(1, Math.floor(whole / RIVER_APART));
      const reach = Math.min(RIVER_NAME, whole / count) / 2;
      return Array.from({ length: count }, (_, index): NameAlong => {
        const middle = ((index + 0.5) * whole) / count;
        return { kind: "river", name, rank: 2, along: partOf(part, middle - reach, middle + reach) };
      });
    }),
  );
  return [
    ...ofRivers,
    ...quays.map(({ name, line }): NameAlong => ({ kind: "quay", name, rank: 3, along: line })),
  ];
}

/** A spot well inside the largest piece: its middle, or the middle of its longest cut through that. */
export function middleOf(surface: Surface): Spot {
  const largest = pieces(surface).sort((one, other) => sizeOf(other) - sizeOf(one))[0] ?? surface;
  const { left, right, top, bottom } = boxOf(largest);
  const y = Math.round((top + bottom) / 2);
  const cuts = linesWithin(
    [
      [
        { x: left - 1, y },
        { x: right + 1, y },
      ],
    ],
    largest,
  );
  const longest = cuts.sort((one, other) => lengthOf(other) - lengthOf(one))[0];
  return longest ? spotAt(longest, lengthOf(longest) / 2) : { x: Math.round((left + right) / 2), y };
}

/** Metres between a building's wall and its name: buildings grow with the zoom and letters do not. */
const BESIDE = 3;

function southOf(surface: Surface): Spot {
  const { left, right, bottom } = boxOf(surface);
  return { x: Math.round((left + right) / 2), y: bottom - BESIDE * 100 };
}

function boxOf(surface: Surface) {
  const spots = surface.flat();
  const [xs, ys] = [spots.map(({ x }) => x), spots.map(({ y }) => y)];
  return {
    left: xs.reduce((one, other) => Math.min(one, other)),
    right: xs.reduce((one, other) => Math.max(one, other)),
    bottom: ys.reduce((one, other) => Math.min(one, other)),
    top: ys.reduce((one, other) => Math.max(one, other)),
  };
}
