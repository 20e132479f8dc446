/** The interval of a share that was seen in few trials (Wilson 1927). */

const Z95 = 1.959964;

/** Least and greatest share that fit so many of so many, with 95 % confidence; 0–1 where there was no trial. */
export function wilson(count: number, of: number): [number, number] {
  if (of === 0) return [0, 1];
  const share = count / of;
  const z2 = Z95 ** 2;
  const middle = (share + z2 / (2 * of)) / (1 + z2 / of);
  const half = (Z95 / (1 + z2 / of)) * Math.sqrt((share * (1 - share)) / of + z2 / (4 * of ** 2));
  return [Math.max(0, middle - half), Math.min(1, middle + half)];
}
