/** Random choices that are the same in every run: the same seed tells the same story. */
import { createHash } from "node:crypto";

export interface Random {
  /** Uniform in [0, 1). */
  next(): number;
  /** A whole number from `low` to `high`, both included. */
  whole(low: number, high: number): number;
  /** Normally distributed with mean 0 and the given deviation. */
  normal(deviation: number): number;
  pick<T>(list: readonly T[]): T;
  /** A key of `weights`, each as likely as its weight. */
  weighted(weights: Record<string, number>): string;
  uuid(): string;
}

export function makeRandom(seed: string): Random {
  let state = createHash("sha256").update(seed).digest().readUInt32LE();
  // Mulberry32 by Tommy Ettinger: small, and good enough to invent a town's evenings.
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const whole = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  return {
    next,
    whole,
    normal: (deviation) => deviation * Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    pick: <T>(list: readonly T[]) => list[whole(0, list.length - 1)] as T,
    weighted(weights) {
      const entries = Object.entries(weights);
      let left = next() * entries.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [key, weight] of entries) if ((left -= weight) < 0) return key;
      return entries.at(-1)?.[0] ?? "";
    },
    uuid() {
      const hex = Array.from({ length: 32 }, () => whole(0, 15).toString(16));
      hex[12] = "4";
      hex[16] = "89ab"[whole(0, 3)] as string;
      return hex.join("").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
    },
  };
}
