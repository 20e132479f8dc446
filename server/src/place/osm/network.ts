/**
 * The walkable network: every way that may be walked, cut where another meets it. OpenStreetMap lets ways share a node
 * where they meet, so that ends are the same numbers without any search.
 */
import { isClosed } from "./rings.ts";
import type { Extract } from "./extract.ts";
import { type Plane, isInFrame } from "./plane.ts";
import { type Street, isOpenPlace, litOf } from "./streets.ts";
import type { Ring } from "./surfaces.ts";

export interface Edge {
  way: number;
  name: string | undefined;
  kind: Street["kind"] | "bridge";
  width: number;
  lit: Street["lit"];
  from: number;
  to: number;
  line: Ring;
}

type Walk = Pick<Street, "id" | "name" | "kind" | "width" | "lit" | "bridge" | "nodes" | "line">;

/** Metres, for the edges of squares. */
const EDGE = 3;

export function findNetwork(extract: Extract, streets: readonly Street[], plane: Plane): Edge[] {
  const walks: Walk[] = [...streets.filter(({ walkable }) => walkable), ...openPlaces(extract, plane)];
  const joints = jointsOf(walks);
  return walks.flatMap((walk) => edgesOf(walk, joints, plane));
}

/** Squares are walked along their edges; what crosses them is drawn as ways of its own. */
function openPlaces({ lines }: Extract, plane: Plane): Walk[] {
  return lines.filter(isOpenPlace).map(({ id, tags, nodes, positions }) => ({
    id,
    name: tags["name"],
    kind: "pedestrian",
    width: EDGE,
    lit: litOf(tags),
    bridge: false,
    nodes,
    line: positions.map(plane.spot),
  }));
}

/** Nodes where an edge ends: ends of ways, and all nodes that ways have in common. */
function jointsOf(walks: readonly Walk[]): Set<number> {
  const seen = new Set<number>();
  const joints = new Set<number>();
  for (const { nodes } of walks) {
    if (!isClosed({ nodes })) joints.add(nodes[0] as number).add(nodes.at(-1) as number);
    for (const node of new Set(nodes)) {
      if (seen.has(node)) joints.add(node);
      seen.add(node);
    }
  }
  return joints;
}

function edgesOf(walk: Walk, joints: ReadonlySet<number>, plane: Plane): Edge[] {
  const edges: Edge[] = [];
  let start = 0;
  const cut = (end: number) => {
    if (end > start)
      edges.push({
        way: walk.id,
        name: walk.name,
        kind: walk.bridge ? "bridge" : walk.kind,
        width: walk.width,
        lit: walk.lit,
        from: walk.nodes[start] as number,
        to: walk.nodes[end] as number,
        line: walk.line.slice(start, end + 1),
      });
    start = end;
  };
  walk.line.forEach((spot, index) => {
    const out = !isInFrame(spot, plane);
    if (index > 0 && out) cut(index - 1);
    if (out) start = index + 1;
    else if (joints.has(walk.nodes[index] as number) || index === walk.line.length - 1) cut(index);
  });
  return edges;
}
