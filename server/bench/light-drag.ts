/** A lamp dragged over the square in a browser that draws by software: how many rasters of its light are computed a second. */
import { type Result, median, rounded } from "./figures.ts";
import { runJourneys } from "./journeys.ts";

const SECONDS = 4;
const LEAST = 30;

export function proveLightDrag(): Promise<Result> {
  const { n, passed, noted } = runJourneys("a lamp that is dragged over the square", {
    env: { LIGHT_DRAG: String(SECONDS) },
  });
  const [rasters, frames] = [noted("rasters per second"), noted("frames per second")];
  return Promise.resolve({
    name: "light-drag",
    n: rasters.length,
    rasters_per_s: rounded(median(rasters)),
    slowest_rasters_per_s: rounded(Math.min(...rasters)),
    frames_per_s: rounded(median(frames)),
    holds: n === 1 && passed === 1 && median(rasters) >= LEAST,
  });
}
