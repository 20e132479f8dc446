/** `lighting.illuminance` and `lighting.levels`: how much light there is where, beside what is wanted there. */
import { z } from "zod";
import { slug } from "../place/schema.ts";
import { typedText } from "../text.ts";
import { lightingClasses } from "./areas.ts";
import { lamp, lampInput, untoldLight } from "./schema.ts";
import { lightingFile } from "./town.ts";

const instant = z.iso.datetime({ offset: true });
const lngLatPair = z.tuple([z.number(), z.number()]);

/** A drawn surface: few corners, for a place and not for a map. */
const polygon = z.strictObject({
  type: z.literal("Polygon"),
  coordinates: z.array(z.array(lngLatPair).min(4).max(200)).min(1).max(5),
});

/** A lamp that is tried out, as `lighting.saveLamp` takes it; only where it stands must be told. */
const triedLamp = z.strictObject({
  ...lampInput.shape,
  height: lamp.shape.height.default(null),
  flux: lamp.shape.flux.default(null),
  status: lamp.shape.status.default("working"),
  owner: lamp.shape.owner.exactOptional(),
  statusSince: lamp.shape.statusSince.exactOptional(),
  statusSource: lamp.shape.statusSource.exactOptional(),
  luminaire: lamp.shape.luminaire.default(untoldLight.luminaire),
  direction: lamp.shape.direction.default(untoldLight.direction),
  tilt: lamp.shape.tilt.default(untoldLight.tilt),
  dimming: lamp.shape.dimming.default(untoldLight.dimming),
  screened: lamp.shape.screened.default(untoldLight.screened),
});

export const illuminanceInput = z.strictObject({
  /** The id of a release area, or a surface within the town. */
  area: z.union([slug.max(60), polygon]),
  /** Without it, lamps that work burn in full, as in the dark before any dimming. */
  hour: instant.optional(),
  add: z.array(triedLamp).max(200).optional(),
  remove: z.array(typedText(1, 60)).max(500).optional(),
});
export type IlluminanceInput = z.infer<typeof illuminanceInput>;

const lux = z.number().min(0);
const onFaces = z.strictObject({ mean: lux, min: lux });
const level = {
  mean: lux,
  min: lux,
  uniformity: z.number().min(0).max(1),
  darkShare: z.number().min(0).max(1),
  class: z.enum(lightingClasses).nullable(),
  wanted: z
    .strictObject({
      mean: lux,
      min: lux.nullable(),
      uniformity: z.number().nullable(),
      vertical: lux.nullable(),
      semiCylindrical: lux.nullable(),
    })
    .nullable(),
};

export const illuminance = z.strictObject({
  ...level,
  vertical: onFaces,
  semiCylindrical: onFaces,
  /** Whether lamps burn at that hour. */
  burning: z.boolean(),
  /** Lamps that give light there: all, those that are dimmed then, and those computed with the stand-in. */
  lamps: z.strictObject({ all: z.number(), dimmed: z.number(), standIn: z.number() }),
  /** By rows from the south-west corner `origin`, metres east and north; each value is that of a cell's centre. */
  grid: z.strictObject({
    origin: z.tuple([z.number(), z.number()]),
    step: z.number(),
    width: z.number(),
    height: z.number(),
    lux: z.array(lux),
    /** Lengths of stretches of cells, in turn those that do not count as ground that people walk on and those that do. */
    ground: z.array(z.number()),
  }),
  /** The town's map is a sketch: no ground for a decision. */
  schematic: z.boolean(),
});
export type Illuminance = z.infer<typeof illuminance>;

export const levelsInput = z.strictObject({ hour: instant.optional() });
export const areaLevel = z.strictObject({ area: slug, ...level });
export type AreaLevel = z.infer<typeof areaLevel>;

/** `lighting.basis`: what light is computed with, for whoever computes it on the spot. */
export const lightBasis = z.strictObject({
  lighting: lightingFile.omit({ note: true }),
  /** Those that some lamp has. */
  luminaires: z.array(
    z.strictObject({
      id: z.string(),
      distribution: z.strictObject({
        planes: z.array(z.number()).readonly(),
        gammas: z.array(z.number()).readonly(),
        candela: z.array(z.number()).readonly(),
        flux: z.number(),
      }),
    }),
  ),
});
