/** Everything of an extract that has an extent: closed ways whose tags say so, and multipolygons. */
import type { Tags } from "../../imports/formats/osm-item.ts";
import { Unfit } from "../../imports/fields.ts";
import { say } from "../../imports/say.ts";
import type { Extract, OsmLine, Position } from "./extract.ts";
import { type Plane, isInFrame } from "./plane.ts";
import { type NodeLine, isClosed, joinLines } from "./rings.ts";
import { type Surface, fromRings, shared } from "./surfaces.ts";
import { has, is } from "./tags.ts";

export interface Area {
  /** Tells ways from relations, whose numbers are their own. */
  id: string;
  /** For a choice that must fall out alike each time. */
  number: number;
  tags: Tags;
  surface: Surface;
}

export interface Areas {
  areas: Area[];
  /** Outlines that the extract holds in part: it ends there. */
  cut: number;
}

export function findAreas({ lines, multipolygons, rejections }: Extract, plane: Plane): Areas {
  const found: Areas = { areas: [], cut: 0 };
  const add = ({ id: number, row, tags }: Drawn, kind: string, findRings: () => Position[][]) => {
    const id = `${kind} ${number}`;
    rejections.guard(row, id, () => {
      const surface = surfaceOf(findRings(), plane);
      if (surface.length > 0) found.areas.push({ id, number, tags, surface });
    });
  };
  for (const relation of multipolygons) {
    const outlines = joinLines(
      [...relation.outer, ...relation.inner].map(({ nodes, positions }) => ({ nodes, spots: positions })),
    );
    if (relation.partial && !outlines.every(isClosed)) found.cut += 1;
    else add(relation, "relation", () => closedRings(outlines));
  }
  for (const line of lines) if (isArea(line)) add(line, "way", () => [line.positions.slice(0, -1)]);
  return found;
}

type Drawn = Pick<OsmLine, "id" | "row" | "tags">;

function closedRings(outlines: readonly NodeLine<Position>[]): Position[][] {
  const loose = outlines.filter((line) => !isClosed(line)).length;
  if (loose > 0) throw new Unfit(say("looseOutline", { count: 2 * loose }));
  return outlines.map(({ spots }) => spots.slice(0, -1));
}

/** Nothing where it lies outside what is drawn. */
function surfaceOf(rings: readonly Position[][], plane: Plane): Surface {
  const outline = fromRings(rings.map((ring) => ring.map(plane.spot)));
  if (outline.length === 0) throw new Unfit(say("noExtent"));
  return outline.flat().every((spot) => isInFrame(spot, plane)) ? outline : shared(outline, [plane.frame]);
}

/** Values of otherwise areal keys that are lines even when they run back into themselves. */
const LINEAR: Record<string, readonly string[]> = {
  natural: ["coastline", "cliff", "ridge", "arete", "tree_row", "valley"],
  leisure: ["track", "slipway"],
  man_made: ["breakwater", "embankment", "pipeline", "quay", "cutline"],
  historic: ["citywalls"],
};
const AREAL = [
  "amenity",
  "building",
  "historic",
  "landuse",
  "leisure",
  "man_made",
  "natural",
  "office",
  "tourism",
];

export function isArea(line: Pick<OsmLine, "tags" | "nodes">): boolean {
  const { tags } = line;
  if (!isClosed(line) || is(tags, "area", "no")) return false;
  if (is(tags, "area", "yes") || has(tags, "building")) return true;
  if (is(tags, "waterway", "riverbank", "dock") || is(tags, "place", "square", "island", "islet"))
    return true;
  return AREAL.some((key) => has(tags, key) && !LINEAR[key]?.includes(tags[key] ?? ""));
}
