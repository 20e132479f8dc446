/**
 * Stretches of street: what lies between two crossings, with the names of the streets that meet at its ends. People say
 * where they mean by them, and a page can put a position into words by them without asking anybody.
 */
import type { Position } from "geojson";
import { z } from "zod";
import { middleOf } from "../geo/cut.ts";
import { lengthInMetres } from "../geo/distance.ts";
import type { LngLat } from "../geo/sweref.ts";
import type { Edge, Network } from "./network.ts";
import { slug, slugOf } from "./schema.ts";

const degrees = z.strictObject({ lng: z.number(), lat: z.number() });

export const stretch = z.strictObject({
  id: slug,
  street: z.string(),
  /** The street that meets it at either end; null where it simply ends. */
  from: z.string().nullable(),
  to: z.string().nullable(),
  /** Its middle. */
  at: degrees,
  /** The release area that holds its middle; absent outside the centre. */
  area: slug.optional(),
  line: z.array(z.tuple([z.number(), z.number()])).min(2),
});
export type Stretch = z.infer<typeof stretch>;

/** Shorter ones lie within a crossing, between the two halves of a street. */
const SHORTEST = 12;

/** Every stretch of the streets with names, in the order in which the network tells of them. */
export function stretchesOf(network: Network, areaAt: (at: LngLat) => string | undefined): Stretch[] {
  const taken = new Map<string, number>();
  return chainsOf(network).flatMap(({ name, line, ends }) => {
    if (lengthInMetres(line) < SHORTEST) return [];
    const [from = null, to = null] = ends.map((node) => crossedAt(network, node, name));
    const wanted = slugOf([name, from, to].filter((each) => each !== null).join(" "));
    const count = (taken.get(wanted) ?? 0) + 1;
    taken.set(wanted, count);
    const at = middleOf(line);
    const area = areaAt(at);
    const id = count === 1 ? wanted : `${wanted}-${count}`;
    return { id, street: name, from, to, at, ...(area === undefined ? {} : { area }), line };
  });
}

interface Chain {
  name: string;
  line: [number, number][];
  /** The nodes where it begins and ends. */
  ends: number[];
}

/** Edges of one name joined from crossing to crossing; those that go in a ring without one begin anywhere. */
function chainsOf(network: Network): Chain[] {
  const { edges } = network;
  const used = new Set<number>();
  const chains: Chain[] = [];
  const begin = (index: number, node: number) => {
    const { name } = edges[index] as Edge;
    if (name !== undefined && !used.has(index)) chains.push(follow(network, index, node, name, used));
  };
  for (const [index, { name, from, to }] of edges.entries())
    for (const node of [from, to]) if (name !== undefined && isEnd(network, node, name)) begin(index, node);
  for (const [index, { from }] of edges.entries()) begin(index, from);
  return chains;
}

function follow(network: Network, first: number, start: number, name: string, used: Set<number>): Chain {
  const line: Position[] = [];
  let [index, node] = [first as number | undefined, start];
  while (index !== undefined) {
    const edge = network.edges[index] as Edge;
    used.add(index);
    const forward = edge.from === node;
    const part = forward ? edge.line : edge.line.toReversed();
    line.push(...(line.length === 0 ? part : part.slice(1)));
    node = forward ? edge.to : edge.from;
    index = isEnd(network, node, name)
      ? undefined
      : named(network, node, name).find((each) => !used.has(each));
  }
  return { name, line: line as [number, number][], ends: [start, node] };
}

const named = ({ edges, edgesAt }: Network, node: number, name: string): number[] =>
  (edgesAt[node] ?? []).filter((index) => edges[index]?.name === name);

/** Whether a street is cut at a node: another with a name meets it there, or it ends or forks. */
const isEnd = (network: Network, node: number, name: string): boolean =>
  crossedAt(network, node, name) !== null || named(network, node, name).length !== 2;

/** The name of another street at a node. */
const crossedAt = ({ edges, edgesAt }: Network, node: number, name: string): string | null =>
  (edgesAt[node] ?? [])
    .map((index) => edges[index]?.name)
    .find((other) => other !== undefined && other !== name) ?? null;
