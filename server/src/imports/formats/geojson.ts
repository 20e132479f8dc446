/** GeoJSON: a FeatureCollection, a single feature, or features alone. */
import { readFile } from "node:fs/promises";
import type { Geometry } from "geojson";
import { z } from "zod";
import { Refusal } from "../../refusal.ts";
import type { ImportFile, Progress } from "../kind.ts";
import { say } from "../say.ts";
import { decodeWhole } from "./encoding.ts";
import type { Source, SourceRow } from "./source.ts";
import { refuseLarge } from "./whole.ts";

const collection = z.object({
  type: z.literal("FeatureCollection"),
  features: z.array(z.unknown()),
  /** Left out of the standard since 2016, and still written. */
  crs: z
    .object({ properties: z.object({ name: z.string() }) })
    .nullish()
    .catch(undefined),
});

const number = z.number();
const position = z.array(number).min(2).max(4);
const geometry = z.discriminatedUnion("type", [
  z.object({ type: z.literal("Point"), coordinates: position }),
  z.object({ type: z.literal("MultiPoint"), coordinates: z.array(position) }),
  z.object({ type: z.literal("LineString"), coordinates: z.array(position) }),
  z.object({ type: z.literal("MultiLineString"), coordinates: z.array(z.array(position)) }),
  z.object({ type: z.literal("Polygon"), coordinates: z.array(z.array(position)) }),
  z.object({ type: z.literal("MultiPolygon"), coordinates: z.array(z.array(z.array(position))) }),
]);

const feature = z.object({
  type: z.literal("Feature"),
  id: z.union([z.string(), z.number()]).optional(),
  properties: z.record(z.string(), z.unknown()).nullish(),
  geometry: z.unknown(),
});

export async function readGeoJson(file: ImportFile, progress: Progress): Promise<Source> {
  refuseLarge(file, "GeoJSON");
  const { features, crs } = parseCollection(decodeWhole(await readFile(file.path)));
  progress(0.5);
  const columns = new Set(features.flatMap((each) => Object.keys(propertiesOf(each))));
  return { columns: [...columns], crs: crs?.properties.name, rows: readFeatures(features, progress) };
}

function parseCollection(text: string): z.output<typeof collection> {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    throw new Refusal("badFile", `expected GeoJSON (${(error as Error).message.slice(0, 120)})`);
  }
  const single = feature.safeParse(content);
  if (single.success) return { type: "FeatureCollection", features: [content] };
  const parsed = collection.safeParse(content);
  if (!parsed.success) throw new Refusal("badFile", "expected GeoJSON with a list of features");
  return parsed.data;
}

/** A feature's own id is a column like the others, unless it has one of that name. */
function propertiesOf(each: unknown): Record<string, unknown> {
  const parsed = feature.safeParse(each);
  if (!parsed.success) return {};
  const { id, properties } = parsed.data;
  return id === undefined ? { ...properties } : { id, ...properties };
}

async function* readFeatures(features: unknown[], progress: Progress): AsyncGenerator<SourceRow> {
  for (const [index, each] of features.entries()) {
    if (index % 1000 === 0) progress(0.5 + index / features.length / 2);
    const row = { row: index + 1, properties: propertiesOf(each) };
    const shape = (each as { geometry?: unknown } | null)?.geometry ?? null;
    const parsed = geometry.safeParse(shape);
    if (shape === null) yield { ...row, geometry: null };
    else if (parsed.success) yield { ...row, geometry: parsed.data as Geometry };
    else yield { ...row, geometry: null, fault: say("badGeometry") };
  }
}
