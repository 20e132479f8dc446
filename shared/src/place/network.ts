/**
 * `network.geojson`: the walkable streets and paths, cut at each crossing, read as a graph. Ends that meet are the same
 * numbers in the file, so that two edges hang together exactly when their ends are equal.
 */
import type { Position } from "geojson";
import { z } from "zod";
import { lengthInMetres, metresBetween } from "../geo/distance.ts";
import type { LngLat } from "../geo/sweref.ts";
import { type Certainty, certainty, slugOf } from "./schema.ts";

const spot = z.tuple([z.number(), z.number()]);

export const networkFile = z.object({
  type: z.literal("FeatureCollection"),
  features: z.array(
    z.object({
      properties: z.object({
        /** The street's id; a street may have several edges of different kinds. */
        street: z.string(),
        name: z.string().optional(),
        certainty,
      }),
      geometry: z.object({ type: z.literal("LineString"), coordinates: z.array(spot).min(2) }),
    }),
  ),
});

export interface Edge {
  from: number;
  to: number;
  street: string;
  /** Absent where the street has none. */
  name: string | undefined;
  certainty: Certainty;
  line: Position[];
  lengthMetres: number;
}

/** Nodes and edges are known by their places in these lists. */
export interface Network {
  nodes: LngLat[];
  edges: Edge[];
  /** The edges that begin or end at each node. */
  edgesAt: number[][];
}

export interface Crossing {
  id: string;
  /** `Drottninggatan / Rådhusgatan`, in the order in which the network tells of the streets. */
  name: string;
  at: LngLat;
  /** That of the less certain street. */
  certainty: Certainty;
}

export interface Path {
  lengthMetres: number;
  /** From the start to the end. */
  edges: number[];
}

export function readNetwork({ features }: z.infer<typeof networkFile>): Network {
  const network: Network = { nodes: [], edges: [], edgesAt: [] };
  const known = new Map<string, number>();
  const nodeAt = ([lng, lat]: [number, number]): number => {
    const key = `${lng},${lat}`;
    const node = known.get(key) ?? network.nodes.push({ lng, lat }) - 1;
    known.set(key, node);
    return node;
  };
  for (const { properties, geometry } of features) {
    const line = geometry.coordinates;
    const [first, last] = [line[0], line.at(-1)];
    if (!first || !last) continue;
    const { street, name, certainty: sure } = properties;
    const [from, to] = [nodeAt(first), nodeAt(last)];
    const lengthMetres = lengthInMetres(line);
    const edge = network.edges.push({ from, to, street, name, certainty: sure, line, lengthMetres }) - 1;
    for (const node of new Set([from, to])) (network.edgesAt[node] ??= []).push(edge);
  }
  return network;
}

/** Meetings of the same two streets within so many metres are one crossing: where a road has two carriageways. */
const SAME_CROSSING = 60;

/** Where two streets with names of their own meet. */
export function crossingsOf({ nodes, edges, edgesAt }: Network): Crossing[] {
  const order = new Map([...new Set(edges.map(({ name }) => name))].map((name, index) => [name, index]));
  const found = new Map<string, Crossing[]>();
  for (const [node, at] of nodes.entries()) {
    const meeting = (edgesAt[node] ?? []).flatMap((edge) => edges[edge] ?? []);
    const named = [...new Map(meeting.map((edge) => [edge.name, edge])).values()]
      .filter((edge) => edge.name !== undefined)
      .sort((a, b) => (order.get(a.name) ?? 0) - (order.get(b.name) ?? 0));
    for (const [index, one] of named.entries())
      for (const other of named.slice(index + 1)) {
        const name = `${one.name} / ${other.name}`;
        const earlier = found.get(name) ?? [];
        if (earlier.some((crossing) => metresBetween(crossing.at, at) < SAME_CROSSING)) continue;
        const id = slugOf(earlier.length === 0 ? name : `${name} ${earlier.length + 1}`);
        found.set(name, [...earlier, { id, name, at, certainty: lesserOf(one.certainty, other.certainty) }]);
      }
  }
  return [...found.values()].flat();
}

function lesserOf(one: Certainty, other: Certainty): Certainty {
  const { options } = certainty;
  return options[Math.max(options.indexOf(one), options.indexOf(other))] ?? "unsure";
}

/** Undefined in an empty network. */
export function nearestNode({ nodes }: Network, at: LngLat): number | undefined {
  let [nearest, shortest] = [undefined as number | undefined, Infinity];
  for (const [node, spotOfNode] of nodes.entries()) {
    const metres = metresBetween(at, spotOfNode);
    if (metres < shortest) [nearest, shortest] = [node, metres];
  }
  return nearest;
}

/** The shortest way on foot between two nodes (Dijkstra 1959), if there is one. */
export function shortestPath({ edges, edgesAt }: Network, from: number, to: number): Path | undefined {
  const reached = new Map<number, { metres: number; by: number | undefined }>([
    [from, { metres: 0, by: undefined }],
  ]);
  const settled = new Set<number>();
  const waiting = makeQueue<number>();
  waiting.push(from, 0);
  for (let node = waiting.pop(); node !== undefined && node !== to; node = waiting.pop()) {
    if (settled.has(node)) continue;
    settled.add(node);
    const metresHere = reached.get(node)?.metres ?? 0;
    for (const index of edgesAt[node] ?? []) {
      const edge = edges[index] as Edge;
      const next = otherEnd(edge, node);
      const metres = metresHere + edge.lengthMetres;
      if (metres >= (reached.get(next)?.metres ?? Infinity)) continue;
      reached.set(next, { metres, by: index });
      waiting.push(next, metres);
    }
  }
  const end = reached.get(to);
  if (!end) return undefined;
  const taken: number[] = [];
  for (let node = to, by = end.by; by !== undefined; by = reached.get(node)?.by) {
    taken.unshift(by);
    node = otherEnd(edges[by] as Edge, node);
  }
  return { lengthMetres: end.metres, edges: taken };
}

export interface Reached {
  /** On foot, metres. */
  metres: number;
  /** The place in the list of goals of the nearest. */
  goal: number;
}

/** The nearest goal from each node and how far it is on foot; undefined where no street leads to any (Dijkstra 1959). */
export function nearestGoals(network: Network, goals: readonly LngLat[]): (Reached | undefined)[] {
  const { nodes, edges, edgesAt } = network;
  const reached: (Reached | undefined)[] = nodes.map(() => undefined);
  const waiting = makeQueue<Reached & { node: number }>();
  const reach = (node: number, metres: number, goal: number) => {
    if (metres >= (reached[node]?.metres ?? Infinity)) return;
    reached[node] = { metres, goal };
    waiting.push({ node, metres, goal }, metres);
  };
  for (const [goal, at] of goals.entries()) {
    const node = nearestNode(network, at);
    if (node !== undefined) reach(node, metresBetween(at, nodes[node] as LngLat), goal);
  }
  for (let next = waiting.pop(); next; next = waiting.pop())
    for (const index of edgesAt[next.node] ?? []) {
      const edge = edges[index] as Edge;
      reach(otherEnd(edge, next.node), next.metres + edge.lengthMetres, next.goal);
    }
  return reached;
}

/** Whether every node can be reached from every other. */
export function isConnected({ nodes, edges, edgesAt }: Network): boolean {
  const reached = new Set(nodes.length > 0 ? [0] : []);
  // A set grows while it is walked through, so this ends when nothing new is reached.
  for (const node of reached)
    for (const edge of edgesAt[node] ?? []) reached.add(otherEnd(edges[edge] as Edge, node));
  return reached.size === nodes.length;
}

const otherEnd = ({ from, to }: Edge, node: number): number => (from === node ? to : from);

/** Gives back what was pushed, the least first: a binary heap. */
function makeQueue<Item>() {
  const heap: { item: Item; rank: number }[] = [];
  const rankOf = (index: number) => heap[index]?.rank ?? Infinity;
  const swap = (a: number, b: number) => {
    [heap[a], heap[b]] = [heap[b] as (typeof heap)[number], heap[a] as (typeof heap)[number]];
  };
  return {
    push(item: Item, rank: number): void {
      let index = heap.push({ item, rank }) - 1;
      for (let above = (index - 1) >> 1; index > 0 && rankOf(above) > rank; above = (index - 1) >> 1) {
        swap(index, above);
        index = above;
      }
    },
    pop(): Item | undefined {
      const first = heap[0];
      const last = heap.pop();
      if (!first || !last || heap.length === 0) return first?.item;
      heap[0] = last;
      for (let index = 0; ;) {
        const [left, right] = [2 * index + 1, 2 * index + 2];
        const least = rankOf(right) < rankOf(left) ? right : left;
        if (rankOf(least) >= last.rank) return first.item;
        swap(index, least);
        index = least;
      }
    },
  };
}
