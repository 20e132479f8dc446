/** Parts of expressions that the layers have in common. */
import type { ExpressionSpecification, PropertyValueSpecification } from "maplibre-gl";

/** Features of these kinds. */
export function kind(...kinds: string[]): ExpressionSpecification {
  return ["in", ["get", "kind"], ["literal", kinds]];
}

const EQUATOR_METRES = 40_075_017;
const TILE_PIXELS = 512;

/** The zooms between which a size is told; it doubles with each. */
const LOW = 12;
const HIGH = 22;

/** A size on the ground, never under `floor` pixels. */
export type Metres = (size: number | ExpressionSpecification, floor?: number) => ExpressionSpecification;

/** Web Mercator stretches with the latitude, so metres are told for that of the town. */
export function metresAt(latitude: number): Metres {
  const pixelsPerMetre = TILE_PIXELS / (EQUATOR_METRES * Math.cos((latitude * Math.PI) / 180));
  return (size, floor = 0) => {
    // Zoom may only stand outermost, so the product stands inside the stops.
    const at = (zoom: number): ExpressionSpecification => {
      const grown: ExpressionSpecification = ["*", size, pixelsPerMetre * 2 ** zoom];
      return floor > 0 ? ["max", grown, floor] : grown;
    };
    return ["interpolate", ["exponential", 2], ["zoom"], LOW, at(LOW), HIGH, at(HIGH)];
  };
}

/** Pixels that grow evenly between zooms: `pixels(14, 0.8, 18, 2)`. The cast: the type cannot tell pairs of numbers. */
export function pixels(...stops: number[]): ExpressionSpecification {
  return ["interpolate", ["linear"], ["zoom"], ...stops] as unknown as ExpressionSpecification;
}

/** From the quarter's view to the close view, where pavements show. */
export function closeBy(
  far: string | ExpressionSpecification,
  near: string | ExpressionSpecification,
): ExpressionSpecification {
  return ["interpolate", ["linear"], ["zoom"], 15.8, far, 17, near];
}

/** A shift to the south-east in pixels, from zoom 15 to 19; array values must be literals. */
export function shifted(low: number, high: number): PropertyValueSpecification<[number, number]> {
  return [
    "interpolate",
    ["exponential", 2],
    ["zoom"],
    15,
    ["literal", [low, low]],
    19,
    ["literal", [high, high]],
  ];
}

/** One of three colours by a property of three values. */
export function stepped(
  property: string,
  steps: readonly [number, number, number],
  colours: readonly [string, string, string],
): ExpressionSpecification {
  return ["match", ["get", property], steps[0], colours[0], steps[1], colours[1], colours[2]];
}
