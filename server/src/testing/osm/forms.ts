/**
 * A town made up for tests as an extract of OpenStreetMap: kept as XML that can be read, and written from it in the two
 * other forms.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { deflateSync } from "node:zlib";
import { PbfWriter } from "pbf";
import type { OsmItem, OsmNode, OsmRelation, OsmWay, Tags } from "../../imports/formats/osm-item.ts";
import { readOsmXml } from "../../imports/formats/osm-xml.ts";

const path = join(import.meta.dirname, "town.osm");

export const townXml = readFileSync(path, "utf8");

export async function readTown(): Promise<OsmItem[]> {
  const items: OsmItem[] = [];
  for await (const some of readOsmXml(path)) items.push(...some);
  return items;
}

/** As OpenStreetMap's own interface answers; Overpass leaves the bounds out. */
export function toOverpassJson(items: readonly OsmItem[]): string {
  const elements = items.flatMap((item): object[] => {
    if (item.type === "bounds") return [];
    const tags = Object.keys(item.tags).length > 0 ? { tags: item.tags } : {};
    switch (item.type) {
      case "node":
        return [{ type: "node", id: item.id, lat: item.lat, lon: item.lng, ...tags }];
      case "way":
        return [{ type: "way", id: item.id, nodes: item.refs, ...tags }];
      case "relation":
        return [{ type: "relation", id: item.id, members: item.members, ...tags }];
    }
  });
  const said = items.find(({ type }) => type === "bounds");
  const bounds = said?.type === "bounds" && {
    minlat: said.south,
    minlon: said.west,
    maxlat: said.north,
    maxlon: said.east,
  };
  return JSON.stringify({ version: 0.6, ...(bounds ? { bounds } : {}), elements });
}

/** With dense nodes and one block for each type of element, as other programs write it. */
export function toPbf(items: readonly OsmItem[]): Buffer {
  const of = <T extends OsmItem["type"]>(type: T) =>
    items.filter((item): item is Extract<OsmItem, { type: T }> => item.type === type);
  return Buffer.concat([
    blob("OSMHeader", headerOf(items)),
    blob("OSMData", blockOf(of("node"), writeDense)),
    blob("OSMData", blockOf(of("way"), writeWays)),
    blob("OSMData", blockOf(of("relation"), writeRelations)),
  ]);
}

export function blob(type: string, content: Uint8Array): Buffer {
  const body = new PbfWriter();
  body.writeVarintField(2, content.length);
  body.writeBytesField(3, deflateSync(content));
  return framed(type, body.finish());
}

/** A blob's length and header before its body. */
export function framed(type: string, body: Uint8Array): Buffer {
  const header = new PbfWriter();
  header.writeStringField(1, type);
  header.writeVarintField(3, body.length);
  const head = header.finish();
  const length = Buffer.alloc(4);
  length.writeUInt32BE(head.length);
  return Buffer.concat([length, head, body]);
}

const NANO = 1e9;

export function headerOf(items: readonly OsmItem[], features = ["OsmSchema-V0.6", "DenseNodes"]): Uint8Array {
  const header = new PbfWriter();
  for (const item of items)
    if (item.type === "bounds")
      header.writeMessage(
        1,
        (box, pbf) => {
          const sides = [box.west, box.east, box.north, box.south];
          for (const [index, side] of sides.entries())
            pbf.writeSVarintField(index + 1, Math.round(side * NANO));
        },
        item,
      );
  for (const feature of features) header.writeStringField(4, feature);
  return header.finish();
}

type Strings = (text: string) => number;
type WriteGroup<T> = (elements: readonly T[], strings: Strings, pbf: PbfWriter) => void;

function blockOf<T>(elements: readonly T[], write: WriteGroup<T>): Uint8Array {
  const known = new Map([["", 0]]);
  const strings = (text: string) => {
    const at = known.get(text) ?? known.size;
    known.set(text, at);
    return at;
  };
  const group = new PbfWriter();
  write(elements, strings, group);
  const block = new PbfWriter();
  // The group first: a reader may not count on the strings standing before it.
  block.writeBytesField(2, group.finish());
  block.writeMessage(
    1,
    (texts, pbf) => {
      for (const text of texts) pbf.writeStringField(1, text);
    },
    [...known.keys()],
  );
  return block.finish();
}

const differences = (values: readonly number[]) =>
  values.map((value, index) => value - (values[index - 1] ?? 0));
const hundredNanos = (degrees: number) => Math.round(degrees * 1e7);

const writeDense: WriteGroup<OsmNode> = (nodes, strings, group) =>
  group.writeMessage(
    2,
    (_, pbf) => {
      pbf.writePackedSVarint(1, differences(nodes.map(({ id }) => id)));
      pbf.writePackedSVarint(8, differences(nodes.map(({ lat }) => hundredNanos(lat))));
      pbf.writePackedSVarint(9, differences(nodes.map(({ lng }) => hundredNanos(lng))));
      const tags = nodes.flatMap((node) => [
        ...Object.entries(node.tags).flatMap(([key, value]) => [strings(key), strings(value)]),
        0,
      ]);
      pbf.writePackedVarint(10, tags);
    },
    nodes,
  );

const writeWays: WriteGroup<OsmWay> = (ways, strings, group) => {
  for (const way of ways)
    group.writeMessage(
      3,
      ({ id, refs, tags }, pbf) => {
        pbf.writeVarintField(1, id);
        writeTags(tags, strings, pbf);
        pbf.writePackedSVarint(8, differences(refs));
      },
      way,
    );
};

const writeRelations: WriteGroup<OsmRelation> = (relations, strings, group) => {
  for (const relation of relations)
    group.writeMessage(
      4,
      ({ id, members, tags }, pbf) => {
        pbf.writeVarintField(1, id);
        writeTags(tags, strings, pbf);
        pbf.writePackedVarint(
          8,
          members.map(({ role }) => strings(role)),
        );
        pbf.writePackedSVarint(9, differences(members.map(({ ref }) => ref)));
        pbf.writePackedVarint(
          10,
          members.map(({ type }) => ["node", "way", "relation"].indexOf(type)),
        );
      },
      relation,
    );
};

function writeTags(tags: Tags, strings: Strings, pbf: PbfWriter): void {
  pbf.writePackedVarint(2, Object.keys(tags).map(strings));
  pbf.writePackedVarint(3, Object.values(tags).map(strings));
}
