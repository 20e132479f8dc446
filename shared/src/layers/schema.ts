/** The three public layers of the map. */
import { z } from "zod";
import { lamp } from "../lighting/schema.ts";
import { measureWhere, publicMeasure } from "../measures/schema.ts";
import { areaGeometry, patrolCoverage, releaseHead, unsafePlaces } from "../releases/schema.ts";

const { at: _at, ...lampFields } = lamp.shape;
const { where: _where, kind: _kind, ...measureFields } = publicMeasure.shape;

const lampFeature = z.strictObject({
  type: z.literal("Feature"),
  id: z.string(),
  geometry: z.strictObject({ type: z.literal("Point"), coordinates: z.tuple([z.number(), z.number()]) }),
  properties: z.strictObject({ kind: z.literal("lamp"), ...lampFields }),
});

/** A measure of kind light, drawn where it is or over its whole area. */
const measureFeature = z.strictObject({
  type: z.literal("Feature"),
  id: z.string(),
  geometry: z.union([measureWhere, areaGeometry]),
  properties: z.strictObject({ kind: z.literal("measure"), ...measureFields }),
});

export const lightingFeatures = z.strictObject({
  type: z.literal("FeatureCollection"),
  features: z.array(z.union([lampFeature, measureFeature])),
});

export const layers = {
  unsafePlaces: z.strictObject({ release: releaseHead.nullable(), features: unsafePlaces }),
  patrolCoverage: z.strictObject({ release: releaseHead.nullable(), features: patrolCoverage }),
  lighting: z.strictObject({ release: z.null(), features: lightingFeatures }),
};
export type LayerName = keyof typeof layers;
export type Layer<Name extends LayerName> = z.infer<(typeof layers)[Name]>;
