/** How much light there is on an area or a drawn surface, as lamps stand or as somebody tries them out. */
import { wantedOf } from "@trygg/shared/lighting/classes.ts";
import type { AreaLevel, Illuminance, IlluminanceInput } from "@trygg/shared/lighting/illuminance.ts";
import { type Ground, type LightLevel, reaches } from "@trygg/shared/lighting/level.ts";
import {
  type LightGiven,
  type LightingLamp,
  inFull,
  lampHourAt,
  shareAt,
  sourceOf,
} from "@trygg/shared/lighting/source-of.ts";
import { squareAt } from "@trygg/shared/geo/square.ts";
import type { Services } from "../../context.ts";
import { runJob } from "../../jobs/run.ts";
import { refuseOutside } from "../../place/misplaced.ts";
import type { Town } from "../../place/town.ts";
import { Refusal } from "../../refusal.ts";
import { classOf } from "./class-of.ts";
import { groundOf } from "./ground.ts";
import { toLamp } from "../lamps/lamps.ts";
import { type LampRow, selectDistributions, selectLamps } from "../store.ts";

/**
 * Throws a Refusal for an area or a lamp that there is not, for a lamp outside the town, and for a surface that is broken,
 * too large or without any ground.
 */
export async function measureLight(services: Services, input: IlluminanceInput): Promise<Illuminance> {
  const { db, town } = services;
  const { area, hour, add = [], remove = [] } = input;
  const ground = groundOf(town, area);
  for (const { at } of add) refuseOutside(town, at);
  const lamps = await selectLamps(db);
  refuseUnknown(lamps, remove);
  const stored = lamps.filter(({ id }) => !remove.includes(id)).map(toLamp);
  const given = await givenAt(services, hour);
  const { grid, stretches } = ground;
  const lit = litLamps([...stored, ...add], given, ground);
  const { lux, level, faces } = await runJob("computeLight", {
    ground,
    sources: lit.map(({ source }) => source),
    leastLux: town.lighting.leastLux,
  });
  const dimmed = lit.filter(({ lamp }) => {
    const plan = town.lighting.dimming.find(({ id }) => id === lamp.dimming);
    return shareAt(plan, given.clock.hour) < 1;
  });
  return {
    ...told(town, ground, typeof area === "string" ? area : areaBelow(town, ground), level),
    vertical: { mean: rounded(faces.vertical.mean), min: rounded(faces.vertical.min) },
    semiCylindrical: { mean: rounded(faces.semiCylindrical.mean), min: rounded(faces.semiCylindrical.min) },
    burning: given.clock.burning,
    lamps: {
      all: lit.length,
      dimmed: dimmed.length,
      standIn: lit.filter(({ source }) => source.shape === town.lighting.standIn).length,
    },
    grid: {
      origin: [grid.east, grid.north],
      step: grid.step,
      width: grid.width,
      height: grid.height,
      lux: Array.from(lux, rounded),
      ground: stretches,
    },
    schematic: town.place.schematic,
  };
}

/** The figures of every release area. */
export async function measureLevels(services: Services, hour: string | undefined): Promise<AreaLevel[]> {
  const { db, town } = services;
  const lamps = (await selectLamps(db)).map(toLamp);
  const given = await givenAt(services, hour);
  const areas = [...town.areas.keys()].map((area) => ({ area, ground: groundOf(town, area) }));
  const levels = await runJob(
    "computeLevels",
    areas.map(({ ground }) => ({
      ground,
      sources: litLamps(lamps, given, ground).map(({ source }) => source),
      leastLux: town.lighting.leastLux,
    })),
  );
  return areas.map(({ area, ground }, index) => ({
    area,
    ...told(town, ground, area, levels[index] as LightLevel),
  }));
}

/** What whoever computes light on the spot needs beside the lamps. */
export async function tellBasis({ db, town }: Pick<Services, "db" | "town">) {
  const { note: _note, ...lighting } = town.lighting;
  const luminaires = await selectDistributions(db);
  return {
    lighting,
    luminaires: [...luminaires].map(([id, distribution]) => ({ id, distribution })),
  };
}

function refuseUnknown(lamps: LampRow[], remove: string[]): void {
  const known = new Set(lamps.map(({ id }) => id));
  const unknown = remove.find((id) => !known.has(id));
  if (unknown !== undefined)
    throw new Refusal("notFound", `expected ids of lamps, got "${unknown}"`, { value: unknown });
}

async function givenAt({ db, town }: Services, hour: string | undefined): Promise<LightGiven> {
  return {
    lighting: town.lighting,
    luminaires: await selectDistributions(db),
    clock: hour === undefined ? inFull : lampHourAt(Date.parse(hour), town.place),
  };
}

function litLamps<T extends LightingLamp>(lamps: T[], given: LightGiven, { grid }: Ground) {
  return lamps.flatMap((lamp) => {
    const source = sourceOf(lamp, given);
    return source && reaches(source, grid) ? { lamp, source } : [];
  });
}

function told(town: Town, ground: Ground, area: string | undefined, level: LightLevel) {
  const wanted = classOf(town, ground, area);
  return {
    mean: rounded(level.mean),
    min: rounded(level.min),
    uniformity: rounded(level.uniformity),
    darkShare: rounded(level.darkShare),
    class: wanted,
    wanted: wanted && wantedOf(wanted),
  };
}

/** The release area in the middle of a drawn surface. */
function areaBelow(town: Town, { grid: { east, north, step, width, height } }: Ground): string | undefined {
  return town.areaOf(squareAt({ east: east + (width * step) / 2, north: north + (height * step) / 2 }));
}

/** Three decimals, as the worked numbers have them; two would round the light of a moon away. */
const rounded = (value: number) => Math.round(value * 1000) / 1000;
