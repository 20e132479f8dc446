/** Streets and paths by class, with the width that each takes, and the surfaces that they make together. */
import { EndType } from "clipper2-ts";
import type { Tags } from "../../imports/formats/osm-item.ts";
import { isArea } from "./areas.ts";
import type { Extract, OsmLine } from "./extract.ts";
import type { Plane } from "./plane.ts";
import { type Ring, type Surface, joined, ribbon, shared, without } from "./surfaces.ts";
import { has, is, isBridge, isUnderground, metres } from "./tags.ts";

export type StreetKind = "main" | "street" | "lane" | "walking-speed" | "pedestrian" | "path";

export interface Street {
  id: number;
  kind: StreetKind;
  name: string | undefined;
  /** From front to front, metres. */
  width: number;
  bridge: boolean;
  bridgeName: string | undefined;
  underground: boolean;
  walkable: boolean;
  lit: "yes" | "no" | "unknown";
  nodes: number[];
  line: Ring;
}

const KINDS: Record<string, StreetKind> = {
  motorway: "main",
  trunk: "main",
  primary: "main",
  secondary: "main",
  motorway_link: "main",
  trunk_link: "main",
  primary_link: "main",
  secondary_link: "main",
  tertiary: "street",
  tertiary_link: "street",
  unclassified: "street",
  residential: "street",
  busway: "street",
  road: "street",
  service: "lane",
  living_street: "walking-speed",
  pedestrian: "pedestrian",
  footway: "path",
  path: "path",
  cycleway: "path",
  steps: "path",
  bridleway: "path",
  track: "path",
};

/** Metres from front to front where nobody has measured. */
const WIDTHS: Record<StreetKind, number> = {
  main: 13,
  street: 11,
  lane: 7,
  "walking-speed": 8,
  pedestrian: 9,
  path: 2.5,
};
/** Metres of one lane, and of the two pavements or verges beside a measured carriageway. */
const LANE = 3.2;
const BESIDE: Record<StreetKind, number> = {
  main: 4.4,
  street: 4.4,
  lane: 3,
  "walking-speed": 0,
  pedestrian: 0,
  path: 0,
};
/** What stands in `width` may be a slip: metres. */
const WIDEST = 40;

export function findStreets({ lines }: Extract, plane: Plane): Street[] {
  return lines.flatMap((line): Street[] => {
    const kind = KINDS[line.tags["highway"] ?? ""];
    if (!kind || isArea(line) || line.nodes.length < 2) return [];
    const { id, tags, nodes } = line;
    return [
      {
        id,
        kind,
        name: tags["name"],
        width: widthOf(tags, kind),
        bridge: isBridge(tags),
        bridgeName: tags["bridge:name"],
        underground: isUnderground(tags),
        walkable: isWalkable(tags),
        lit: litOf(tags),
        nodes,
        line: line.positions.map(plane.spot),
      },
    ];
  });
}

function widthOf(tags: Tags, kind: StreetKind): number {
  const measured = metres(tags["width"]) ?? lanesOf(tags);
  return measured && measured <= WIDEST ? Math.round((measured + BESIDE[kind]) * 10) / 10 : WIDTHS[kind];
}

function lanesOf(tags: Tags): number | undefined {
  const lanes = Number(tags["lanes"]);
  return Number.isInteger(lanes) && lanes > 0 ? lanes * LANE : undefined;
}

function isWalkable(tags: Tags): boolean {
  if (has(tags, "foot")) return !is(tags, "foot", "private", "use_sidepath");
  if (is(tags, "foot", "no") || is(tags, "access", "no", "private")) return false;
  return (
    !is(tags, "highway", "motorway", "motorway_link", "trunk", "trunk_link") && !is(tags, "motorroad", "yes")
  );
}

export function litOf(tags: Tags): Street["lit"] {
  if (!("lit" in tags)) return "unknown";
  return is(tags, "lit", "no", "disused") ? "no" : "yes";
}

export interface StreetSpace {
  surfaces: { kind: StreetKind; surface: Surface }[];
  all: Surface;
}

/** From the one that takes the crossing to the one that ends at it. */
const ORDER: readonly StreetKind[] = ["main", "street", "lane", "walking-speed", "pedestrian"];

/** Surfaces by kind, none over another, and dry except where a bridge carries them. */
export function drawStreetSpace(streets: readonly Street[], land: Surface): StreetSpace {
  const open = streets.filter(({ underground }) => !underground);
  const surfaces: StreetSpace["surfaces"] = [];
  let taken: Surface = [];
  for (const kind of ORDER) {
    const ofKind = open.filter((street) => street.kind === kind);
    const whole = joined([
      shared(bandsOf(ofKind.filter(({ bridge }) => !bridge)), land),
      bandsOf(
        ofKind.filter(({ bridge }) => bridge),
        EndType.Butt,
      ),
    ]);
    const surface = without(whole, taken);
    if (surface.length > 0) surfaces.push({ kind, surface });
    taken = joined([taken, whole]);
  }
  return { surfaces, all: taken };
}

/** Lines of one width are widened together. */
function bandsOf(streets: readonly Street[], ends = EndType.Round): Surface {
  const widths = [...new Set(streets.map(({ width }) => width))];
  return joined(
    widths.map((width) =>
      ribbon(
        streets.filter((street) => street.width === width).map(({ line }) => line),
        width,
        ends,
      ),
    ),
  );
}

/** Ways by foot that are drawn as surfaces: their edges join the streets that end at them. */
export function isOpenPlace(line: Pick<OsmLine, "tags" | "nodes">): boolean {
  return (
    isArea(line) && (is(line.tags, "highway", "pedestrian", "footway") || is(line.tags, "place", "square"))
  );
}
