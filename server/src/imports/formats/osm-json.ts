/** Overpass JSON (`[out:json]`), and the same form from OpenStreetMap's own interface: parsed as it streams past. */
import { createReadStream } from "node:fs";
import { pick } from "stream-json/filters/pick.js";
import { parser } from "stream-json/parser.js";
import { streamValues } from "stream-json/streamers/stream-values.js";
import { chain } from "stream-chain";
import { z } from "zod";
import { NO_TAGS, type OsmItem, osmDegrees } from "./osm-item.ts";

/** A wild position is the element's own fault and is told with it; anything else wrong is the file's. */
const degrees = z
  .unknown()
  .transform((value) => (typeof value === "number" ? osmDegrees(value) : Number.NaN));
const tags = z.record(z.string(), z.string()).default(NO_TAGS);

const element = z.discriminatedUnion("type", [
  z.object({ type: z.literal("node"), id: z.number(), lon: degrees, lat: degrees, tags }),
  z.object({ type: z.literal("way"), id: z.number(), nodes: z.array(z.number()).default([]), tags }),
  z.object({
    type: z.literal("relation"),
    id: z.number(),
    members: z.array(z.object({ type: z.string(), ref: z.number(), role: z.string() })).default([]),
    tags,
  }),
]);
const bounds = z.object({ minlat: z.number(), minlon: z.number(), maxlat: z.number(), maxlon: z.number() });

/** Elements that are handed on at a time. */
const AT_ONCE = 1000;

export async function* readOsmJson(path: string): AsyncGenerator<OsmItem[]> {
  const values = chain([
    createReadStream(path),
    parser({ packKeys: true, packStrings: true, packNumbers: true, streamValues: false }),
    pick({ filter: isWanted }),
    streamValues(),
  ]);
  let items: OsmItem[] = [];
  for await (const { value } of values as AsyncIterable<{ value: unknown }>) {
    items.push(itemOf(value));
    if (items.length < AT_ONCE) continue;
    yield items;
    items = [];
  }
  yield items;
}

/** Single elements, so that no more than one is held at a time, and the bounds beside them. */
function isWanted(stack: readonly (string | number | null)[]): boolean {
  return stack[0] === "elements" ? stack.length === 2 : stack.length === 1 && stack[0] === "bounds";
}

function itemOf(value: unknown): OsmItem {
  const box = bounds.safeParse(value);
  if (box.success) {
    const { minlon, minlat, maxlon, maxlat } = box.data;
    return { type: "bounds", west: minlon, south: minlat, east: maxlon, north: maxlat };
  }
  const parsed = element.safeParse(value);
  if (!parsed.success) throw new Error(`the element ${JSON.stringify(value).slice(0, 80)}`);
  const { data } = parsed;
  switch (data.type) {
    case "node":
      return { type: "node", id: data.id, lng: data.lon, lat: data.lat, tags: data.tags };
    case "way":
      return { type: "way", id: data.id, refs: data.nodes, tags: data.tags };
    case "relation":
      return data;
  }
}
