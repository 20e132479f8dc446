/** Which lighting class is wanted on a ground: as an imported plan says, else as is set for its release area. */
import { fillRings } from "@trygg/shared/geo/fill.ts";
import { lightingAreasFile } from "@trygg/shared/lighting/areas.ts";
import type { LightingClass } from "@trygg/shared/lighting/classes.ts";
import type { Ground } from "@trygg/shared/lighting/level.ts";
import { readImported } from "../../place/imported.ts";
import { projected } from "../../place/squares-in.ts";
import type { Town } from "../../place/town.ts";
import { maskOf, ringsOf } from "./ground.ts";

/** The plan's class that covers most of the ground, where it covers half of it at least; `area` is the release area's id. */
export function classOf(town: Town, ground: Ground, area: string | undefined): LightingClass | null {
  const mask = maskOf(ground);
  const whole = mask.reduce((sum, cell) => sum + cell, 0);
  const covered = new Map<LightingClass, number>();
  for (const { class: wanted, geometry } of readImported(town, "lighting-areas.json", lightingAreasFile)
    ?.areas ?? []) {
    if (!wanted) continue;
    let cells = covered.get(wanted) ?? 0;
    for (const rings of ringsOf(projected(geometry)))
      fillRings(ground.grid, rings, (from, to) => {
        for (let cell = from; cell < to; cell++) cells += mask[cell] as number;
      });
    covered.set(wanted, cells);
  }
  const [most] = [...covered].sort(([, a], [, b]) => b - a);
  if (most && most[1] * 2 >= whole) return most[0];
  return (area === undefined ? undefined : town.lighting.classes[area]) ?? null;
}
