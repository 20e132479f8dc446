/** The base map as a page is told of it: what lies under the data, whose it is, and where it is fetched from. */
import { z } from "zod";
import { words } from "./place/schema.ts";

/** Schemas of vector tiles that the product has a style for. */
export const tileSchemas = ["openmaptiles", "protomaps", "shortbread"] as const;
export type TileSchema = (typeof tileSchemas)[number];

/** Pictures of the ground: an archive by its address, or tiles by a pattern of theirs. */
const pictures = z.strictObject({
  url: z.exactOptional(z.string()),
  tiles: z.exactOptional(z.array(z.string())),
  tileSize: z.number().int().positive(),
  minzoom: z.exactOptional(z.number().int()),
  maxzoom: z.exactOptional(z.number().int()),
  bounds: z.exactOptional(z.tuple([z.number(), z.number(), z.number(), z.number()])),
});
export type Pictures = z.infer<typeof pictures>;

export const ground = z.discriminatedUnion("kind", [
  /** The town's own drawing. */
  z.strictObject({ kind: z.literal("schematic") }),
  z.strictObject({ kind: z.literal("vector"), schema: z.enum(tileSchemas), url: z.string() }),
  z.strictObject({ kind: z.literal("raster"), pictures }),
  /** A whole style of somebody else's, and perhaps another for the night. */
  z.strictObject({ kind: z.literal("style"), day: z.string(), night: z.string().nullable() }),
]);
export type Ground = z.infer<typeof ground>;

export const basemap = z.strictObject({
  ground,
  /** Absent where the map says of nobody that it is theirs. */
  attribution: words.nullable(),
  /** Hosts other than this one that the page fetches the map from; people are told. */
  fetchedFrom: z.array(z.string()),
});
