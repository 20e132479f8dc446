/** Numbers that look random and are the same at every build (mulberry32, Tommy Ettinger, public domain). */
export interface Random {
  /** From low up to, not including, high. */
  between(low: number, high: number): number;
  chance(share: number): boolean;
}

export function seededRandom(seed: string): Random {
  let state = 2_166_136_261;
  for (const letter of seed) state = Math.imul(state ^ letter.charCodeAt(0), 16_777_619);
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    between: (low, high) => low + next() * (high - low),
    chance: (share) => next() < share,
  };
}
