/** What `BASEMAP` may say, told apart by its form alone; what lies behind it is read when the map is opened. */
import { type Stats, statSync } from "node:fs";
import { isAbsolute, join, resolve } from "node:path";
import { assertOutbound } from "../outbound.ts";
import { StartRefusal } from "../refusal.ts";
import { root } from "../root.ts";

export type BasemapSetting =
  | { kind: "schematic" }
  /** One file of tiles. */
  | { kind: "archive"; path: string }
  /** A folder with a `style.json` and what it needs. */
  | { kind: "folder"; path: string }
  /** A style on another host. */
  | { kind: "style"; address: string }
  /** A WMTS that tells of itself; `layer` is chosen in the fragment. */
  | { kind: "wmts"; address: string; layer: string | null }
  /** Tiles on another host by their pattern. */
  | { kind: "tiles"; pattern: string };

const EXPECTED = "expected schematic, a .pmtiles file, a folder with style.json, or an https address";

export function readBasemapSetting(text: string, outbound: readonly string[]): BasemapSetting {
  if (text === "schematic") return { kind: "schematic" };
  return /^[a-z][a-z+.-]+:\/\//i.test(text) ? readAddress(text, outbound) : readPath(text);
}

function readAddress(text: string, outbound: readonly string[]): BasemapSetting {
  if (!URL.canParse(text)) throw new StartRefusal(`BASEMAP: ${EXPECTED}, got "${text}"`);
  const address = new URL(text);
  assertOutbound("BASEMAP", address, outbound);
  if (text.includes("{")) return { kind: "tiles", pattern: text };
  const layer = new URLSearchParams(address.hash.slice(1)).get("layer");
  address.hash = "";
  return /getcapabilities|wmtscapabilities|service=wmts/i.test(address.href)
    ? { kind: "wmts", address: address.href, layer }
    : { kind: "style", address: address.href };
}

function readPath(text: string): BasemapSetting {
  const path = isAbsolute(text) ? text : resolve(root, text);
  const found = look(path);
  if (found?.isFile() && path.endsWith(".pmtiles")) return { kind: "archive", path };
  if (!found?.isDirectory()) throw new StartRefusal(`BASEMAP: ${EXPECTED}, got "${text}"`);
  if (!look(join(path, "style.json"))?.isFile())
    throw new StartRefusal(`BASEMAP: expected a folder with style.json, got "${text}"`);
  return { kind: "folder", path };
}

/** What stands at a path; nothing where this user may not even look. */
function look(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}
