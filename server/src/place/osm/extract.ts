/**
 * What of an extract the town needs: everything that touches the frame, with whole outlines even where they reach far
 * beyond it. A file may be any size and in any order, so it is read several times, and only what is needed is kept.
 */
import type {
  OsmBounds,
  OsmItem,
  OsmNode,
  OsmRelation,
  OsmWay,
  Tags,
} from "../../imports/formats/osm-item.ts";
import { type Rejections, gatherRejections } from "../../imports/rejections.ts";
import { Unfit } from "../../imports/fields.ts";
import { say } from "../../imports/say.ts";
import { Refusal } from "../../refusal.ts";
import { isDrawn } from "./tags.ts";

/** Degrees. */
export type Box = Omit<OsmBounds, "type">;
export type Position = [lng: number, lat: number];

export interface OsmPoint {
  id: number;
  at: Position;
  tags: Tags;
}

export interface OsmLine {
  id: number;
  /** Which element of the file it is, from 1. */
  row: number;
  tags: Tags;
  /** Ids of the nodes that the extract holds, in order. */
  nodes: number[];
  positions: Position[];
  /** Whether nodes are missing between those that are there. */
  partial: boolean;
}

export interface OsmMultipolygon {
  id: number;
  row: number;
  tags: Tags;
  outer: OsmLine[];
  inner: OsmLine[];
  partial: boolean;
}

export interface Extract {
  /** What the file says that it covers, or what its nodes do. */
  covers: Box;
  /** Elements of the file. */
  read: number;
  points: OsmPoint[];
  lines: OsmLine[];
  multipolygons: OsmMultipolygon[];
  rejections: Rejections;
}

/** More than any town has within its bounds: beyond it memory would not be bounded. */
const MOST_NODES = 2_000_000;
const MOST_OTHERS = 400_000;

type Read = () => AsyncIterable<OsmItem[]>;

export async function readExtract(
  read: Read,
  frame: Box,
  progress: (share: number) => void,
): Promise<Extract> {
  const nodes = await readNodes(read, frame);
  progress(0.4);
  const { ways, relations } = await readWays(read, nodes.positions);
  progress(0.7);
  await readMembers(read, ways, relations);
  await readFarNodes(read, ways, nodes.positions);
  progress(1);
  const lines = new Map([...ways].map(([id, way]) => [id, lineOf(way, nodes.positions)]));
  const drawn = [...lines.values()].filter(({ tags }) => isDrawn(tags));
  return {
    covers: nodes.covers,
    read: nodes.read,
    points: nodes.points.sort(byId),
    lines: drawn.sort(byId),
    multipolygons: relations.map((relation) => multipolygonOf(relation, lines)).sort(byId),
    rejections: nodes.rejections,
  };
}

const byId = (one: { id: number }, other: { id: number }) => one.id - other.id;

interface Nodes extends Pick<Extract, "covers" | "read" | "points" | "rejections"> {
  positions: Map<number, Position>;
}

/** The nodes within the frame; wild ones are told by their row. */
async function readNodes(read: Read, frame: Box): Promise<Nodes> {
  const nodes: Nodes = {
    covers: nothing(),
    read: 0,
    points: [],
    rejections: gatherRejections(),
    positions: new Map(),
  };
  const reached = nothing();
  let said: Box | undefined;
  for await (const items of read())
    for (const item of items) {
      if (item.type === "bounds") {
        said = item;
        continue;
      }
      nodes.read += 1;
      nodes.rejections.guard(nodes.read, `${item.type} ${item.id}`, () => {
        refuseWild(item, nodes.positions);
        if (item.type !== "node") return;
        reach(reached, item);
        if (isWithin([item.lng, item.lat], frame)) keepNode(nodes, item);
      });
    }
  return { ...nodes, covers: said ?? reached };
}

function keepNode(nodes: Nodes, { id, lng, lat, tags }: OsmNode): void {
  nodes.positions.set(id, [lng, lat]);
  if (isDrawn(tags)) nodes.points.push({ id, at: [lng, lat], tags });
  refuseMore(nodes.positions.size, MOST_NODES, "nodes");
}

/** Throws an Unfit for an element that cannot be used. */
function refuseWild(item: Exclude<OsmItem, OsmBounds>, known: Map<number, Position>): void {
  if (!Number.isSafeInteger(item.id)) throw new Unfit(say("badId", { got: item.id }));
  if (item.type !== "node") return;
  const { id, lng, lat } = item;
  if (!(Math.abs(lng) <= 180 && Math.abs(lat) <= 90)) throw new Unfit(say("wildPosition", { lng, lat }));
  if (known.has(id)) throw new Unfit(say("repeatedId"));
}

type Row<T> = T & { row: number };

/** Ways that touch the frame, and the outlines of areas that are made of several ways. */
async function readWays(read: Read, near: Map<number, Position>) {
  const ways = new Map<number, Row<OsmWay>>();
  const candidates: Row<OsmRelation>[] = [];
  let row = 0;
  for await (const items of read())
    for (const item of items) {
      if (item.type !== "bounds") row += 1;
      if (item.type === "way" && item.refs.some((ref) => near.has(ref)) && !ways.has(item.id)) {
        ways.set(item.id, { ...item, row });
        refuseMore(ways.size, MOST_OTHERS, "ways");
      }
      if (item.type === "relation" && isArea(item)) {
        candidates.push({ ...item, row });
        refuseMore(candidates.length, MOST_OTHERS, "areas");
      }
    }
  const relations = candidates.filter(({ members }) => waysOf(members).some(({ ref }) => ways.has(ref)));
  return { ways, relations };
}

const isArea = ({ tags }: OsmRelation) => tags["type"] === "multipolygon" && isDrawn(tags);

const waysOf = (members: OsmRelation["members"]) => members.filter(({ type }) => type === "way");

/** Ways far out that outlines need to become whole. */
async function readMembers(
  read: Read,
  ways: Map<number, Row<OsmWay>>,
  relations: OsmRelation[],
): Promise<void> {
  const missing = new Set(
    relations.flatMap(({ members }) => waysOf(members).map(({ ref }) => ref)).filter((ref) => !ways.has(ref)),
  );
  if (missing.size === 0) return;
  let row = 0;
  for await (const items of read())
    for (const item of items) {
      if (item.type !== "bounds") row += 1;
      if (item.type !== "way" || !missing.has(item.id)) continue;
      ways.set(item.id, { ...item, row });
      refuseMore(ways.size, MOST_OTHERS, "ways");
    }
}

/** The nodes of ways beyond the frame. */
async function readFarNodes(
  read: Read,
  ways: Map<number, OsmWay>,
  positions: Map<number, Position>,
): Promise<void> {
  const missing = new Set(
    [...ways.values()].flatMap(({ refs }) => refs.filter((ref) => !positions.has(ref))),
  );
  if (missing.size === 0) return;
  for await (const items of read())
    for (const item of items)
      if (
        item.type === "node" &&
        missing.has(item.id) &&
        Math.abs(item.lat) <= 90 &&
        Math.abs(item.lng) <= 180
      ) {
        positions.set(item.id, [item.lng, item.lat]);
        refuseMore(positions.size, MOST_NODES, "nodes");
      }
}

function lineOf({ id, row, tags, refs }: Row<OsmWay>, positions: Map<number, Position>): OsmLine {
  const nodes = refs.filter((ref, index) => positions.has(ref) && ref !== refs[index - 1]);
  return {
    id,
    row,
    tags,
    nodes,
    positions: nodes.map((ref) => positions.get(ref) as Position),
    partial: refs.some((ref) => !positions.has(ref)),
  };
}

function multipolygonOf(
  { id, row, tags, members }: Row<OsmRelation>,
  lines: ReadonlyMap<number, OsmLine>,
): OsmMultipolygon {
  const ofRole = (inner: boolean) =>
    waysOf(members)
      .filter(({ role }) => (role === "inner") === inner)
      .flatMap(({ ref }) => lines.get(ref) ?? []);
  const [outer, inner] = [ofRole(false), ofRole(true)];
  const partial =
    outer.length + inner.length < waysOf(members).length || [...outer, ...inner].some((line) => line.partial);
  return { id, row, tags, outer, inner, partial };
}

function refuseMore(count: number, most: number, what: string): void {
  if (count > most)
    throw new Refusal("tooLarge", `expected an extract of one town, got more than ${most} ${what} within it`);
}

const nothing = (): Box => ({ west: 180, south: 90, east: -180, north: -90 });

function reach(box: Box, { lng, lat }: OsmNode): void {
  box.west = Math.min(box.west, lng);
  box.east = Math.max(box.east, lng);
  box.south = Math.min(box.south, lat);
  box.north = Math.max(box.north, lat);
}

export function isWithin([lng, lat]: Position, { west, south, east, north }: Box): boolean {
  return lng >= west && lng <= east && lat >= south && lat <= north;
}
