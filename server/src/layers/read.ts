/** The three public map layers. Two are read from releases; lamps and measures hold nothing of reports. */
import type { Layer } from "@trygg/shared/layers/schema.ts";
import type { Services } from "../context.ts";
import { listLamps } from "../lighting/lamps/lamps.ts";
import { publicMeasures } from "../measures/public.ts";
import { outlineOf } from "../place/outline.ts";
import { headOf } from "../releases/head.ts";

const nothing = { type: "FeatureCollection" as const, features: [] };

export function readUnsafePlaces({ releases }: Services): Layer<"unsafePlaces"> {
  const latest = releases.reports();
  return { release: latest && headOf(latest.manifest), features: latest?.unsafePlaces ?? nothing };
}

export function readPatrolCoverage({ releases }: Services): Layer<"patrolCoverage"> {
  const latest = releases.presence();
  return { release: latest && headOf(latest.manifest), features: latest?.patrolCoverage ?? nothing };
}

export async function readLighting(services: Services): Promise<Layer<"lighting">> {
  const { town } = services;
  const lamps = (await listLamps(services)).map(({ at, ...properties }) => ({
    type: "Feature" as const,
    id: properties.id,
    geometry: { type: "Point" as const, coordinates: [at.lng, at.lat] as [number, number] },
    properties: { kind: "lamp" as const, ...properties },
  }));
  const measures = (await publicMeasures(services))
    .filter(({ kind }) => kind === "light")
    .flatMap(({ where, ...measure }) => {
      const area = town.areas.get(measure.area);
      if (!area) return [];
      return {
        type: "Feature" as const,
        id: measure.id,
        geometry: where ?? outlineOf(area),
        properties: { ...measure, kind: "measure" as const },
      };
    });
  return { release: null, features: { type: "FeatureCollection", features: [...lamps, ...measures] } };
}
