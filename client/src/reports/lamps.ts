/** The town's lamps as everybody may know them, fetched once and only when somebody asks. */
import type { Layer } from "@trygg/shared/layers/schema.ts";
import type { lampsNear } from "@trygg/shared/lighting/near.ts";

export type PublicLamps = Parameters<typeof lampsNear>[0];

let fetched: Promise<PublicLamps> | undefined;

export async function fetchLamps(): Promise<PublicLamps | "failed"> {
  fetched ??= readLamps();
  try {
    return await fetched;
  } catch {
    // The next one who asks may have a network.
    fetched = undefined;
    return "failed";
  }
}

async function readLamps(): Promise<PublicLamps> {
  const response = await fetch("/trpc/layers.lighting");
  if (!response.ok) throw new Error(`the lamps: expected status 200, got ${response.status}`);
  // What our own server's schema let out.
  const { result } = (await response.json()) as { result: { data: Layer<"lighting"> } };
  return result.data.features.features.flatMap(({ geometry, properties }) => {
    if (properties.kind !== "lamp" || geometry.type !== "Point") return [];
    const [lng, lat] = geometry.coordinates;
    return { ...properties, at: { lng, lat } };
  });
}
