/**
 * The public files of a release. Everything that leaves the building about reports and presence is parsed by these
 * schemas on its way out, and unknown keys are refused, so that nothing more can leave by mistake.
 */
import { z } from "zod";
import { slug, words } from "../place/schema.ts";
import { isoDay } from "../reports/filter.ts";
import { band, feeling } from "../reports/schema.ts";
import { licenceId } from "./calendar.ts";
import { minuteClasses, voiceClasses } from "./rule.ts";
import { tableField } from "./tables.ts";

const instant = z.iso.datetime({ offset: true });
const ring = z.array(z.tuple([z.number(), z.number()])).min(4);
export const areaGeometry = z.union([
  z.strictObject({ type: z.literal("Polygon"), coordinates: z.array(ring).min(1) }),
  z.strictObject({ type: z.literal("MultiPolygon"), coordinates: z.array(z.array(ring).min(1)).min(1) }),
]);

export type AreaGeometry = z.infer<typeof areaGeometry>;

/** A whole number of months or weeks, both days included. */
export const releaseWindow = z.strictObject({ from: isoDay, to: isoDay });

export const releaseId = z.string().regex(/^(reports|presence)-\d{4}-\d{2}-\d{2}-[0-9a-f]{8}$/);

/** What identifies a release wherever its figures are shown. */
export const releaseHead = z.strictObject({ id: releaseId, publishedAt: instant, rule: z.string() });
export type ReleaseHead = z.infer<typeof releaseHead>;

export const voiceClassSchema = z.enum(voiceClasses);
export const minuteClassSchema = z.enum(minuteClasses);

/** Table 1: release area × band × feeling → voices. */
export const unsafePlaces = z.strictObject({
  type: z.literal("FeatureCollection"),
  features: z.array(
    z.strictObject({
      type: z.literal("Feature"),
      id: slug,
      geometry: areaGeometry,
      properties: z.strictObject({
        area: slug,
        name: words,
        unsafeDay: voiceClassSchema,
        unsafeDark: voiceClassSchema,
        safeDay: voiceClassSchema,
        safeDark: voiceClassSchema,
      }),
    }),
  ),
});
export type UnsafePlaces = z.infer<typeof unsafePlaces>;

/** Table 2: whole centre × band × reason → voices. */
export const reasonTable = z.strictObject({
  rows: z.array(z.strictObject({ band, feeling, reason: slug, voices: voiceClassSchema })),
});
export type ReasonTable = z.infer<typeof reasonTable>;

/** Table 3: release area × band × week → minutes of presence. Weeks run from the latest backwards. */
export const patrolCoverage = z.strictObject({
  type: z.literal("FeatureCollection"),
  features: z.array(
    z.strictObject({
      type: z.literal("Feature"),
      id: slug,
      geometry: areaGeometry,
      properties: z.strictObject({
        area: slug,
        name: words,
        /** The latest week, for drawing. */
        day: minuteClassSchema,
        dark: minuteClassSchema,
        weeks: z.array(
          z.strictObject({
            week: z.string().regex(/^\d{4}-W\d{2}$/),
            day: minuteClassSchema,
            dark: minuteClassSchema,
          }),
        ),
      }),
    }),
  ),
});
export type PatrolCoverage = z.infer<typeof patrolCoverage>;

/** Reports are released monthly, presence weekly. */
export const releaseKind = z.enum(["reports", "presence"]);
export type ReleaseKind = z.infer<typeof releaseKind>;

const file = z.strictObject({
  name: z.string(),
  mediaType: z.string(),
  bytes: z.number().int(),
  sha256: z.string().length(64),
});

/** What a release says about itself. */
export const releaseManifest = z.strictObject({
  ...releaseHead.shape,
  kind: releaseKind,
  window: releaseWindow,
  /** Figures below this many voices are told as "few"; the second at protected places. */
  minimum: z.tuple([z.number().int(), z.number().int()]).optional(),
  epsilonPerVoice: z.number().optional(),
  /**
   * How hard it was attacked before it was published, without anything being found: hidden figures that were solved
   * for, releases that were solved for together, reports that were guessed at. What the attacks measured is a figure
   * about reports and stays inside. `mostAdvantage` stands in older releases only, as the last two do not.
   */
  attack: z
    .strictObject({
      hidden: z.number().int(),
      releases: z.number().int().optional(),
      pairs: z.number().int().optional(),
      mostAdvantage: z.number().optional(),
    })
    .optional(),
  /** Of the figures; missing in releases made before it was told. */
  licence: licenceId.optional(),
  demonstration: z.boolean(),
  caveats: z.array(words),
  files: z.array(file),
});
export type ReleaseManifest = z.infer<typeof releaseManifest>;

/** `/releases/latest.json`. */
export const latestReleases = z.strictObject({
  reports: releaseManifest.nullable(),
  presence: releaseManifest.nullable(),
});
export type LatestReleases = z.infer<typeof latestReleases>;

/** `/releases/index.json`: every release that was made, the latest first. */
export const releaseIndex = z.strictObject({ releases: z.array(releaseManifest) });

/** `datapackage.json`: a Data Package (version 2) with what the product adds to it. */
export const dictionary = z.strictObject({
  $schema: z.literal("https://datapackage.org/profiles/2.0/datapackage.json"),
  name: slug,
  version: isoDay,
  kind: releaseKind,
  rule: z.string(),
  window: releaseWindow,
  minimum: releaseManifest.shape.minimum,
  epsilonPerCell: z.number().optional(),
  epsilonPerVoice: z.number().optional(),
  demonstration: z.boolean(),
  caveats: z.array(words),
  licenses: z.array(z.strictObject({ name: licenceId, title: z.string(), path: z.url() })),
  contributors: z.array(z.strictObject({ title: z.string(), roles: z.array(z.literal("publisher")) })),
  resources: z.array(
    z.strictObject({
      name: slug,
      path: z.string(),
      mediatype: z.string(),
      encoding: z.literal("utf-8"),
      bytes: z.number().int(),
      hash: z.string().regex(/^sha256:[0-9a-f]{64}$/),
      schema: z.strictObject({ fields: z.array(tableField), primaryKey: z.array(z.string()) }).optional(),
    }),
  ),
});

const toldClass = z.union([voiceClassSchema, minuteClassSchema]);

/** Why a figure is told as "few": too few voices, more being asked for at a protected place, or too few dwellings. */
export const whyWithheld = z.enum(["voices", "protected", "dwellings"]);
export type WhyWithheld = z.infer<typeof whyWithheld>;

/** A figure of the two tables of reports. */
const namedCell = z.strictObject({ of: z.enum(["area", "reason"]), id: slug, band, feeling });
export type NamedCell = z.infer<typeof namedCell>;

/** What a release would tell if it were published now. */
export const releasePreview = z.strictObject({
  window: releaseWindow,
  /** Figures that have a class of their own. */
  told: z.number().int(),
  /** Those that are told as "few", by release area or, for the whole centre, by reason. */
  withheld: z.array(namedCell.extend({ why: whyWithheld })),
  /** Against the latest release; null when this is the first. */
  changes: z
    .array(
      z.strictObject({
        area: slug,
        cell: z.enum(["unsafeDay", "unsafeDark", "safeDay", "safeDark", "day", "dark"]),
        from: toldClass.nullable(),
        to: toldClass,
      }),
    )
    .nullable(),
});
export type ReleasePreview = z.infer<typeof releasePreview>;

/** What the attacks on the release of a kind find, were it published now; for who publishes, never for the public. */
export const releaseAttack = z.strictObject({
  /** Hidden figures that were solved for, and the releases that were solved for together. */
  hidden: z.number().int(),
  releases: z.number().int(),
  /** Reports of which somebody who knows all others tried to guess whether they are there. */
  pairs: z.number().int(),
  /** How much better than a toss of a coin the guesses were, 0–1: on the whole, and in the worst case beside its bound. */
  mean: z.number(),
  worst: z.strictObject({ advantage: z.number(), bound: z.number() }).nullable(),
  /** Hidden figures that can be worked out: with any, the release is refused. */
  isolated: z.array(namedCell),
  /** Whether the worst guess is better than its bound allows: then it is refused as well. */
  exceeds: z.boolean(),
});
export type ReleaseAttack = z.infer<typeof releaseAttack>;

/** A release that waits for a second person. */
export const releaseProposal = z.strictObject({
  kind: releaseKind,
  proposedAt: instant,
  /** Null when it was proposed on the command line. */
  by: z.string().nullable(),
  mine: z.boolean(),
});
export type ReleaseProposal = z.infer<typeof releaseProposal>;
