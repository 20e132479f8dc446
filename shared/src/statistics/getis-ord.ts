/**
 * Local Gi* of Getis and Ord (Ord & Getis 1995, Geographical Analysis 27:4): whether a place and its neighbours together
 * hold more than chance would give them. Weights are 1 for a neighbour and for the place itself.
 */

/** For each place the places next to it, itself left out. */
export type Neighbours = readonly (readonly number[])[];

/**
 * Gi* of every place as a z value:
 * z = (Σ w x − W x̄) / (s √((n S₁ − W²) / (n − 1))), where W = Σ w, S₁ = Σ w², s² = mean(x²) − x̄².
 * NaN where nothing can be said: all values equal, or every place a neighbour. Throws a RangeError for lists of different lengths.
 */
export function giStar(values: readonly number[], neighbours: Neighbours): number[] {
  const { n, mean, deviation } = momentsOf(values, neighbours);
  return values.map((value, place) => {
    const near = neighbours[place] ?? [];
    const sum = near.reduce((all, other) => all + (values[other] ?? 0), value);
    const weight = near.length + 1;
    return (sum - weight * mean) / (deviation * Math.sqrt((n * weight - weight ** 2) / (n - 1)));
  });
}

/** Gi without the star: the place itself counts neither in the sum nor in mean and deviation. */
export function gi(values: readonly number[], neighbours: Neighbours): number[] {
  return values.map((_, place) => {
    const others = values.filter((__, other) => other !== place);
    const { n, mean, deviation } = momentsOf(
      others,
      others.map(() => []),
    );
    const near = neighbours[place] ?? [];
    const sum = near.reduce((all, other) => all + (values[other] ?? 0), 0);
    const weight = near.length;
    return (sum - weight * mean) / (deviation * Math.sqrt((n * weight - weight ** 2) / (n - 1)));
  });
}

function momentsOf(values: readonly number[], neighbours: Neighbours) {
  if (neighbours.length !== values.length)
    throw new RangeError(`expected neighbours of ${values.length} places, got ${neighbours.length}`);
  const n = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const squares = values.reduce((sum, value) => sum + value ** 2, 0) / n;
  return { n, mean, deviation: Math.sqrt(squares - mean ** 2) };
}

/**
 * How likely a sum as large as that of each place and its neighbours would be by chance: the place keeps its value, and
 * its neighbours' are drawn from all other places without putting back (conditional permutation). The normal
 * distribution is a poor guide where counts are small, so that this stands in its place. p = (r + 1) / (R + 1).
 */
export function permutedP(
  values: readonly number[],
  neighbours: Neighbours,
  permutations: number,
  random: () => number,
): number[] {
  return values.map((_, place) => {
    const near = neighbours[place] ?? [];
    const observed = near.reduce((sum, other) => sum + (values[other] ?? 0), 0);
    const others = Float64Array.from(values.filter((__, other) => other !== place));
    let asLarge = 0;
    for (let permutation = 0; permutation < permutations; permutation++) {
      let sum = 0;
      // The first of a shuffle that goes no further than it must (Fisher & Yates).
      for (let index = 0; index < near.length; index++) {
        const drawn = index + Math.floor(random() * (others.length - index));
        const value = others[drawn] ?? 0;
        others[drawn] = others[index] ?? 0;
        others[index] = value;
        sum += value;
      }
      if (sum >= observed) asLarge += 1;
    }
    return (asLarge + 1) / (permutations + 1);
  });
}
