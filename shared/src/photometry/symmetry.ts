/** Writes out the planes that a file leaves to symmetry, and turns its axes. */
import type { Distribution } from "./distribution.ts";

export type Symmetry =
  /** Each plane is its own. */
  | "none"
  /** One plane stands for all. */
  | "round"
  /** What is left of C0–C180 mirrors what is right of it. */
  | "about0"
  /** The same about C90–C270. */
  | "about90"
  /** Both. */
  | "quarters";

const images: Record<Symmetry, ((c: number) => number)[]> = {
  none: [(c) => c],
  round: [(c) => c],
  about0: [(c) => c, (c) => -c],
  about90: [(c) => c, (c) => 180 - c],
  quarters: [(c) => c, (c) => -c, (c) => 180 - c, (c) => 180 + c],
};

type Table = Pick<Distribution, "planes" | "gammas" | "candela">;

/** Every plane within [0, 360), after turning by some degrees. Where two images meet, the first stays. */
export function writeOut({ planes, gammas, candela }: Table, symmetry: Symmetry, turned: number): Table {
  const rows = new Map<number, number[]>();
  for (const image of images[symmetry])
    for (const [index, plane] of planes.entries()) {
      // A file's angles have few decimals; sums of them must meet again.
      const c = Math.round((((image(plane) + turned) % 360) + 360) * 1e6) % 360e6;
      if (!rows.has(c)) rows.set(c, candela.slice(index * gammas.length, (index + 1) * gammas.length));
    }
  const sorted = [...rows].toSorted(([a], [b]) => a - b);
  return {
    planes: symmetry === "round" ? [0] : sorted.map(([c]) => c / 1e6),
    gammas,
    candela: sorted.flatMap(([, row]) => row),
  };
}
