/** Lamps of an area by whether they burn, as the public layer of light tells them. */
import type { Layer } from "@trygg/shared/layers/schema.ts";
import { type LampStatus, lampStatuses } from "@trygg/shared/lighting/schema.ts";

type LightFeature = Layer<"lighting">["features"]["features"][number];

/** How many there are of each status, in the order of the statuses; those that do not occur are left out. */
export function lampsIn(
  area: string,
  features: readonly LightFeature[],
): { status: LampStatus; count: number }[] {
  return lampStatuses
    .map((status) => ({
      status,
      count: features.filter(
        ({ properties }) =>
          properties.kind === "lamp" && properties.area === area && properties.status === status,
      ).length,
    }))
    .filter(({ count }) => count > 0);
}
