/** Curves of a luminaire for its pictures, in the axes of CIE: C0 along the road, C90 towards the street. */
import { horizontalAt } from "@trygg/shared/photometry/illuminance.ts";
import { type LightSource, intensityTowards } from "@trygg/shared/photometry/source.ts";

/** What is pictured: how it spreads its light, and how much of it there is, lm. */
export type Pictured = Pick<LightSource, "shape" | "flux">;

const radians = (degrees: number) => (degrees * Math.PI) / 180;

function sourceOf({ shape, flux }: Pictured, height: number): LightSource {
  return { shape, flux, height, east: 0, north: 0, c0: 0, tilt: 0 };
}

/** Towards C and γ in degrees, cd. */
export function candelaAt(pictured: Pictured, c: number, gamma: number): number {
  const [aside, below] = [Math.sin(radians(gamma)), Math.cos(radians(gamma))];
  const east = aside * Math.cos(radians(c));
  return intensityTowards(sourceOf(pictured, 1), east, aside * Math.sin(radians(c)), below);
}

const GAMMA_STEP = 1;
const C_STEP = 5;

/** Where it shines brightest: degrees and cd. */
export function brightest(pictured: Pictured): { c: number; gamma: number; candela: number } {
  let found = { c: 0, gamma: 0, candela: 0 };
  for (let gamma = 0; gamma <= 180; gamma += GAMMA_STEP)
    for (let c = 0; c < 360; c += C_STEP) {
      const candela = candelaAt(pictured, c, gamma);
      // Straight down every C is the same; what differs by rounding alone is no brighter.
      if (candela > found.candela * 1.0001) found = { c, gamma, candela };
    }
  return found;
}

/** Intensities of one plane, from straight down to straight up. */
export function planeOf(pictured: Pictured, c: number): { gamma: number; candela: number }[] {
  return Array.from({ length: 180 / GAMMA_STEP + 1 }, (_, index) => {
    const gamma = index * GAMMA_STEP;
    // Straight down has no C of its own, so that a plane begins just beside it.
    return { gamma, candela: candelaAt(pictured, c, Math.max(gamma, 0.01)) };
  });
}

/** Metres from the lamp that are looked at, and between them. */
const FARTHEST = 26;
const NEXT = 0.25;
const TURN = 3;

/**
 * For each level in lux the outline within which the ground has it, as metres along the road and towards the street;
 * a level that is reached nowhere has none.
 */
export function outlinesOnGround(pictured: Pictured, height: number, levels: readonly number[]) {
  const source = sourceOf(pictured, height);
  const rays = Array.from({ length: 360 / TURN }, (_, ray) => {
    const [cosine, sine] = [Math.cos(radians(ray * TURN)), Math.sin(radians(ray * TURN))];
    const lux = Array.from({ length: FARTHEST / NEXT + 1 }, (_each, step) =>
      horizontalAt(source, { east: step * NEXT * cosine, north: step * NEXT * sine }),
    );
    return { cosine, sine, lux };
  });
  return levels.flatMap((level) => {
    const outline = rays.map(({ cosine, sine, lux }) => {
      const metres = lastAbove(lux, level) * NEXT;
      return { along: metres * cosine, towards: metres * sine };
    });
    return outline.some(({ along, towards }) => along !== 0 || towards !== 0) ? [{ level, outline }] : [];
  });
}

/** How many steps out a level is last reached, parts of a step counted; 0 where it never is. */
function lastAbove(lux: readonly number[], level: number): number {
  const last = lux.findLastIndex((each) => each >= level);
  const [above, below] = [lux[last], lux[last + 1]];
  if (above === undefined) return 0;
  return below === undefined ? last : last + (above - level) / (above - below);
}

const ROUND = [1, 1.2, 1.6, 2, 2.4, 3, 4, 5, 6, 8, 10];

/** The smallest round number that is not below. */
export function roundAbove(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return (ROUND.find((each) => each * power >= value * 0.9999) ?? 10) * power;
}
