/**
 * The ten nearest things and all within a box of 100 m, at 10,000 to a million: as the product asks, beside flatbush
 * asked directly. The answers are compared before anything is timed.
 */
import { indexThings } from "@trygg/shared/geo/nearby.ts";
import type { GridPosition } from "@trygg/shared/geo/sweref.ts";
import Flatbush from "flatbush";
import { makeRandom } from "../src/demonstration/random.ts";
import { type Result, median, rounded, timed } from "./figures.ts";

const SIZES = [10_000, 100_000, 1_000_000];
const MOST = 10;
/** Half a side of the box, in metres. */
const HALF = 50;
const ASKED = 2000;
const ROUNDS = 15;
const OF_FLATBUSH = 1.5;
const MOST_GROWTH = 1.5;

export async function* measureNearest(): AsyncGenerator<Result> {
  const grounds = SIZES.map(prepare);
  // All sizes in turn, so that a machine that grows slower does so for all, and code that serves one serves all.
  for (let round = 0; round < ROUNDS; round++)
    for (const { asked, ways, took } of grounds)
      for (const question of ["nearest", "box"] as const)
        for (const way of ["ours", "bare"] as const) {
          const ask = ways[question][way];
          const { ms } = await timed(() => asked.forEach((at) => void ask(at)));
          took[question][way].push((ms * 1000) / ASKED);
        }
  let before: number | undefined;
  for (const { size, took } of grounds) {
    const [nearest, box] = [took.nearest, took.box];
    const ours = median(nearest.ours);
    // Ten times the things stand ten times as close: a box holds ten times as many, and the nearest are as quick.
    const growth = before ? ours / before : 1;
    before = ours;
    const [ofNearest, ofBox] = [ours / median(nearest.bare), median(box.ours) / median(box.bare)];
    yield {
      name: "nearest",
      n: size,
      median_us: rounded(ours),
      baseline: rounded(median(nearest.bare)),
      ratio: rounded(ofNearest),
      box_us: rounded(median(box.ours)),
      box_ratio: rounded(ofBox),
      growth: rounded(growth),
      holds: ofNearest <= OF_FLATBUSH && ofBox <= OF_FLATBUSH && growth <= MOST_GROWTH,
    };
  }
}

/** Both indexes of as many things, compared, and room for microseconds a question. */
function prepare(size: number) {
  const random = makeRandom(`nearest ${size}`);
  const somewhere = (): GridPosition => ({
    east: 495_000 + random.next() * 2000,
    north: 6_225_000 + random.next() * 2000,
  });
  const things = Array.from({ length: size }, somewhere);
  const asked = Array.from({ length: ASKED }, somewhere);
  const ours = indexThings(things);
  const bare = new Flatbush(size);
  for (const { east, north } of things) bare.add(east, north);
  bare.finish();
  const ways = {
    nearest: {
      ours: (at: GridPosition) => ours.nearest(at, MOST),
      bare: ({ east, north }: GridPosition) => bare.neighbors(east, north, MOST),
    },
    box: {
      ours: ({ east, north }: GridPosition) =>
        ours.inBox({ east: east - HALF, north: north - HALF }, { east: east + HALF, north: north + HALF }),
      bare: ({ east, north }: GridPosition) =>
        bare.search(east - HALF, north - HALF, east + HALF, north + HALF),
    },
  };
  for (const at of asked)
    for (const { ours: one, bare: other } of Object.values(ways)) {
      const [mine, theirs] = [one(at), other(at)];
      if (mine.join() !== theirs.join()) throw new Error(`expected ${theirs.join()}, got ${mine.join()}`);
    }
  const room = () => ({ ours: [] as number[], bare: [] as number[] });
  return { size, asked, ways, took: { nearest: room(), box: room() } };
}
