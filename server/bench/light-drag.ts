/**
 * A lamp dragged over the square in a browser that draws by software: how many rasters of its light are computed and
 * coloured a second, at a metre.
 */
import { type Result, median, quantile, rounded } from "./figures.ts";
import { runJourneys } from "./journeys.ts";

const MOVES = 200;
const LEAST = 30;

export function proveLightDrag(): Promise<Result> {
  const { n, passed, noted } = runJourneys("a lamp that is dragged over the square", {
    env: { LIGHT_DRAG: String(MOVES) },
  });
  const times = noted("ms a raster");
  const perSecond = (1000 * times.length) / times.reduce((sum, ms) => sum + ms, 0);
  return Promise.resolve({
    name: "light-drag",
    n: times.length,
    rasters_per_s: rounded(perSecond),
    median_ms: rounded(median(times)),
    p90_ms: rounded(quantile(times, 0.9)),
    holds: n === 1 && passed === 1 && perSecond >= LEAST,
  });
}
