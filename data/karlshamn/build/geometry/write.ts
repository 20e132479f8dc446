/** The result as text, with six decimals (a decimetre). */
import { rewind, truncate } from "@turf/turf";

export type Properties = Record<string, string | number | boolean>;
export type Drawn = GeoJSON.Feature<GeoJSON.Geometry, Properties>;

export function drawn(shape: GeoJSON.Feature, properties: Properties): Drawn {
  const rounded = truncate(shape, { precision: 6 });
  const wound = rounded.geometry.type.endsWith("Polygon")
    ? rewind(rounded as GeoJSON.Feature<GeoJSON.Polygon>)
    : rounded;
  return { type: "Feature", properties, geometry: (wound as GeoJSON.Feature).geometry };
}

/** JSON as the formatter of this repository lays it out, so that a built file passes its check. */
export function formattedText(value: unknown): string {
  return `${laidOut(value, 0, 0)}\n`;
}

const WIDTH = 110;

function laidOut(value: unknown, indent: number, taken: number): string {
  const flat = inline(value);
  if (value === null || typeof value !== "object") return flat;
  if (!mustBreak(value, indent) && indent + taken + flat.length <= WIDTH - (indent > 0 ? 1 : 0)) return flat;
  if (Array.isArray(value)) {
    const rows = value.map((item) => `${" ".repeat(indent + 2)}${laidOut(item, indent + 2, 0)}`);
    return `[\n${rows.join(",\n")}\n${" ".repeat(indent)}]`;
  }
  const rows = Object.entries(value as object).map(([key, item]) => {
    const label = `${JSON.stringify(key)}: `;
    return `${" ".repeat(indent + 2)}${label}${laidOut(item, indent + 2, label.length)}`;
  });
  return `{\n${rows.join(",\n")}\n${" ".repeat(indent)}}`;
}

function inline(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inline).join(", ")}]`;
  if (value !== null && typeof value === "object") {
    return `{ ${Object.entries(value)
      .map(([key, item]) => `${JSON.stringify(key)}: ${inline(item)}`)
      .join(", ")} }`;
  }
  return JSON.stringify(value);
}

/** The formatter always breaks the outermost object and lists of several lists or several objects. */
function mustBreak(value: unknown, indent: number): boolean {
  if (value === null || typeof value !== "object") return false;
  const inner = Object.values(value);
  const ofSeveral = inner.every(
    (item) => item !== null && typeof item === "object" && Object.keys(item).length > 1,
  );
  const ofOneKind = new Set(inner.map((item) => Array.isArray(item))).size === 1;
  const listOfSeveral = Array.isArray(value) && value.length > 1 && ofSeveral && ofOneKind;
  return indent === 0 || listOfSeveral || inner.some((item) => mustBreak(item, indent + 2));
}
