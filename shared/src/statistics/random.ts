/** Uniform numbers in [0, 1) that are the same in every run: Lehmer's generator (Park & Miller 1988, CACM 31:10). */
export function sameRandom(seed = 1): () => number {
  let state = seed;
  return () => (state = (state * 48271) % 2147483647) / 2147483647;
}
