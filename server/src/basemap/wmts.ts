/** What a WMTS tells of itself (OGC 07-057r7), as pictures that a map in web mercator can draw. */
import type { Pictures } from "@trygg/shared/basemap.ts";
import { XMLParser } from "fast-xml-parser";
import { z } from "zod";
import { StartRefusal } from "../refusal.ts";

/** All names by which services call web mercator. */
const WEB_MERCATOR = /(EPSG|OSGEO).*[:/](3857|900913|102100|102113|41001)$/;
/** Scale of the whole world on one tile of 256 pixels of 0.28 mm; OGC 07-057r7, annex E.4. */
const WORLD_SCALE = 559_082_264.028_717_8;
const TILE_PIXELS = 256;
const FORMATS = ["image/png", "image/webp", "image/jpeg", "image/png8", "image/jpg"];

const many = ["Layer", "TileMatrixSet", "TileMatrixSetLink", "TileMatrix", "ResourceURL", "Style", "Format"];
const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: "@",
  removeNSPrefix: true,
  parseTagValue: false,
  parseAttributeValue: false,
  isArray: (name) => [...many, "Dimension", "Operation", "Get"].includes(name),
});

const list = <T extends z.ZodType>(schema: T) => z.array(schema).default([]);
const numbers = z.string().transform((text) => text.trim().split(/\s+/).map(Number));

const matrix = z.object({
  Identifier: z.string(),
  ScaleDenominator: z.coerce.number().positive(),
  TopLeftCorner: numbers,
  TileWidth: z.coerce.number().int().positive(),
});
const layerPart = z.object({
  Identifier: z.string(),
  WGS84BoundingBox: z.object({ LowerCorner: numbers, UpperCorner: numbers }).optional(),
  Style: list(z.object({ Identifier: z.string().default(""), "@isDefault": z.string().optional() })),
  Format: list(z.string()),
  // A set may be linked by more than its name; some services write an empty link.
  TileMatrixSetLink: list(z.object({ TileMatrixSet: z.union([z.string(), z.array(z.string())]) })),
  ResourceURL: list(
    z.object({ "@template": z.string(), "@resourceType": z.string(), "@format": z.string() }),
  ),
  Dimension: list(z.object({ Identifier: z.string(), Default: z.string().default("") })),
});
const capabilities = z.object({
  Capabilities: z.object({
    ServiceProvider: z.object({ ProviderName: z.string().optional() }).optional(),
    OperationsMetadata: z
      .object({
        Operation: list(
          z.object({
            "@name": z.string(),
            DCP: z.object({ HTTP: z.object({ Get: list(z.object({ "@href": z.string() })) }) }).optional(),
          }),
        ),
      })
      .optional(),
    Contents: z.object({
      Layer: list(layerPart),
      TileMatrixSet: list(
        z.object({ Identifier: z.string(), SupportedCRS: z.string(), TileMatrix: list(matrix) }),
      ),
    }),
  }),
});
type Told = z.infer<typeof capabilities>["Capabilities"];
type Layer = z.infer<typeof layerPart>;
type Matrix = z.infer<typeof matrix>;

/** A set of matrices as a map counts zooms. */
interface Zooms {
  set: string;
  /** What stands before the zoom's number in the name of a matrix: "" or such as "EPSG:3857:". */
  prefix: string;
  tileSize: number;
  minzoom: number;
  maxzoom: number;
}

/** The pictures of one layer: the named one, or the first that can be drawn. */
export function readCapabilities(
  xml: string,
  wanted: string | null,
): { pictures: Pictures; attribution: string | undefined } {
  const told = parse(xml);
  const layers = told.Contents.Layer.filter(({ Identifier }) => wanted === null || Identifier === wanted);
  if (layers.length === 0) {
    const names = told.Contents.Layer.map(({ Identifier }) => Identifier).join(", ");
    throw new StartRefusal(`BASEMAP: expected #layer= with one of ${names || "no layers"}, got "${wanted}"`);
  }
  for (const layer of layers) {
    const zooms = zoomsOf(layer, told);
    const pattern = zooms && patternOf(layer, zooms, told);
    if (!zooms || !pattern) continue;
    const { tileSize, minzoom, maxzoom } = zooms;
    const bounds = boundsOf(layer);
    return {
      pictures: { tiles: [pattern], tileSize, minzoom, maxzoom, ...(bounds ? { bounds } : {}) },
      attribution: told.ServiceProvider?.ProviderName,
    };
  }
  const sets = told.Contents.TileMatrixSet.map(({ Identifier }) => Identifier).join(", ");
  throw new StartRefusal(
    `BASEMAP: expected a WMTS layer with pictures in web mercator (EPSG:3857), got the tile matrix sets ${sets || "none"}`,
  );
}

/** A pattern of tiles in the names of WMTS or of the web, as a map fills it in. */
export function mapPattern(pattern: string): string {
  return pattern
    .replaceAll(/\{TileMatrix\}/gi, "{z}")
    .replaceAll(/\{TileRow\}/gi, "{y}")
    .replaceAll(/\{TileCol\}/gi, "{x}");
}

function parse(xml: string): Told {
  let content: unknown;
  try {
    content = parser.parse(xml, true);
  } catch (error) {
    throw new StartRefusal(`BASEMAP: expected WMTS capabilities, got no XML (${(error as Error).message})`);
  }
  const parsed = capabilities.safeParse(content);
  if (parsed.success) return parsed.data.Capabilities;
  const [issue] = parsed.error.issues;
  throw new StartRefusal(
    `BASEMAP: expected WMTS capabilities, got XML without ${issue?.path.join(".")} (${issue?.message})`,
  );
}

function zoomsOf(layer: Layer, { Contents }: Told): Zooms | undefined {
  const linked = new Set(layer.TileMatrixSetLink.flatMap(({ TileMatrixSet }) => TileMatrixSet));
  for (const { Identifier, SupportedCRS, TileMatrix } of Contents.TileMatrixSet) {
    if (!linked.has(Identifier) || !WEB_MERCATOR.test(SupportedCRS)) continue;
    const zooms = countZooms(TileMatrix);
    if (zooms) return { set: Identifier, ...zooms };
  }
  return undefined;
}

/** Web mercator alone is not enough: tiles must halve from the whole world, and be named by their zoom. */
function countZooms(matrices: Matrix[]): Omit<Zooms, "set"> | undefined {
  const found = matrices.map(({ Identifier, ScaleDenominator, TileWidth, TopLeftCorner }) => {
    const exact = Math.log2((WORLD_SCALE * TILE_PIXELS) / (ScaleDenominator * TileWidth));
    const zoom = Math.round(exact);
    const fromCorner = TopLeftCorner.every((part) => Math.abs(Math.abs(part) - 20_037_508) < 10);
    const fits = Math.abs(exact - zoom) < 0.01 && fromCorner && Identifier.endsWith(String(zoom));
    return fits ? { zoom, tileSize: TileWidth, prefix: Identifier.slice(0, -String(zoom).length) } : null;
  });
  const [first] = found;
  if (!first || found.some((each) => each?.prefix !== first.prefix || each.tileSize !== first.tileSize))
    return undefined;
  const zooms = found.flatMap((each) => each?.zoom ?? []);
  const { prefix, tileSize } = first;
  return { prefix, tileSize, minzoom: Math.min(...zooms), maxzoom: Math.max(...zooms) };
}

function patternOf(layer: Layer, zooms: Zooms, told: Told): string | undefined {
  const { Identifier: style = "" } =
    layer.Style.find((each) => each["@isDefault"] === "true") ?? layer.Style[0] ?? {};
  const tiles = layer.ResourceURL.filter((each) => each["@resourceType"] === "tile");
  const template = FORMATS.flatMap((format) => tiles.filter((each) => each["@format"] === format))[0];
  const pattern = template ? template["@template"] : queryPattern(layer, told);
  if (!pattern) return undefined;
  const dimensions = layer.Dimension.map(({ Identifier, Default }) => [Identifier, Default] as const);
  const named = [["Style", style], ["TileMatrixSet", zooms.set], ...dimensions] as const;
  const filled = named.reduce(
    (text, [name, value]) => text.replaceAll(new RegExp(`\\{${escape(name)}\\}`, "gi"), value),
    pattern.replaceAll(/\{TileMatrix\}/gi, `${zooms.prefix}{z}`),
  );
  return mapPattern(filled);
}

const escape = (text: string) => text.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`);

/** Services that write no addresses of tiles are asked by their query. */
function queryPattern(layer: Layer, { OperationsMetadata }: Told): string | undefined {
  const operation = OperationsMetadata?.Operation.find((each) => each["@name"] === "GetTile");
  const address = operation?.DCP?.HTTP.Get[0]?.["@href"];
  const format = FORMATS.find((each) => layer.Format.includes(each));
  if (address === undefined || format === undefined) return undefined;
  const fixed = new URLSearchParams({
    service: "WMTS",
    request: "GetTile",
    version: "1.0.0",
    layer: layer.Identifier,
    format,
  });
  const joint = address.includes("?") ? (/[?&]$/.test(address) ? "" : "&") : "?";
  const places =
    "style={Style}&tilematrixset={TileMatrixSet}&tilematrix={TileMatrix}&tilerow={TileRow}&tilecol={TileCol}";
  return `${address}${joint}${fixed.toString()}&${places}`;
}

function boundsOf({ WGS84BoundingBox: box }: Layer): Pictures["bounds"] {
  const [west, south] = box?.LowerCorner ?? [];
  const [east, north] = box?.UpperCorner ?? [];
  const all = [west, south, east, north];
  return all.every((part) => part !== undefined && Number.isFinite(part))
    ? (all as [number, number, number, number])
    : undefined;
}
