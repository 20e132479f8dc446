/** Which light is wanted where, and who keeps it up. */
import { z } from "zod";
import { areaGeometry } from "../releases/schema.ts";
import { lampOwner } from "./schema.ts";

/** Lighting classes of EN 13201. */
const forRoads = ["M1", "M2", "M3", "M4", "M5", "M6"] as const;
const whereWaysMeet = ["C0", "C1", "C2", "C3", "C4", "C5"] as const;
const forWalking = ["P1", "P2", "P3", "P4", "P5", "P6"] as const;
export const lightingClasses = [...forRoads, ...whereWaysMeet, ...forWalking] as const;

/** `lighting-areas.json`: which light is wanted where, and who keeps it up; null is not told. */
export const lightingAreasFile = z.strictObject({
  areas: z.array(
    z.strictObject({
      id: z.string(),
      class: z.enum(lightingClasses).nullable(),
      owner: lampOwner.nullable(),
      geometry: areaGeometry,
    }),
  ),
});
export type LightingArea = z.infer<typeof lightingAreasFile>["areas"][number];
