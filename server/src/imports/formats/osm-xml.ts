/** OSM XML, as the OpenStreetMap site, JOSM and osmium write it: parsed as it streams past. */
import { createReadStream } from "node:fs";
import sax from "sax";
import { NO_TAGS, type OsmItem, osmDegrees } from "./osm-item.ts";

interface Open {
  item: OsmItem | undefined;
  tags: Record<string, string> | undefined;
  done: OsmItem[];
  failure: Error | undefined;
  sawRoot: boolean;
}

export async function* readOsmXml(path: string): AsyncGenerator<OsmItem[]> {
  const open: Open = { item: undefined, tags: undefined, done: [], failure: undefined, sawRoot: false };
  const parser = makeParser(open);
  const feed = (text: string | null): OsmItem[] => {
    if (text === null) parser.close();
    else parser.write(text);
    if (open.failure) throw open.failure;
    return open.done.splice(0);
  };
  for await (const text of createReadStream(path, { encoding: "utf8" })) yield feed(text as string);
  yield feed(null);
}

function makeParser(open: Open): sax.SAXParser {
  return Object.assign(sax.parser(true), {
    onerror(error: Error) {
      open.failure ??= error;
    },
    onopentag({ name, attributes }: sax.Tag | sax.QualifiedTag) {
      // Strict parsing without namespaces gives every attribute as a string.
      begin(open, name, attributes as Record<string, string>);
    },
    onclosetag(name: string) {
      if (name === open.item?.type) end(open);
    },
  });
}

function begin(open: Open, name: string, attributes: Record<string, string>): void {
  if (!open.sawRoot) {
    if (name !== "osm") open.failure = new Error(`<${name}> where <osm> begins`);
    open.sawRoot = true;
    return;
  }
  const number = (key: string) => (attributes[key] ? Number(attributes[key]) : Number.NaN);
  const { item } = open;
  switch (name) {
    case "bounds":
      open.done.push({
        type: "bounds",
        west: number("minlon"),
        south: number("minlat"),
        east: number("maxlon"),
        north: number("maxlat"),
      });
      break;
    case "node":
      start(open, {
        type: "node",
        id: number("id"),
        lng: osmDegrees(number("lon")),
        lat: osmDegrees(number("lat")),
        tags: NO_TAGS,
      });
      break;
    case "way":
      start(open, { type: "way", id: number("id"), refs: [], tags: NO_TAGS });
      break;
    case "relation":
      start(open, { type: "relation", id: number("id"), members: [], tags: NO_TAGS });
      break;
    case "nd":
      if (item?.type === "way") item.refs.push(number("ref"));
      break;
    case "member":
      if (item?.type === "relation")
        item.members.push({
          type: attributes["type"] ?? "",
          ref: number("ref"),
          role: attributes["role"] ?? "",
        });
      break;
    case "tag":
      if (item) (open.tags ??= {})[attributes["k"] ?? ""] = attributes["v"] ?? "";
      break;
  }
}

function start(open: Open, item: OsmItem): void {
  open.item = item;
  open.tags = undefined;
}

function end(open: Open): void {
  const { item, tags } = open;
  if (item && item.type !== "bounds") open.done.push(tags ? { ...item, tags } : item);
  open.item = undefined;
}
