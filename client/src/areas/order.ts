/** The orders in which areas are listed. There is none by how unsafe they are: that would be a list of shame. */

export const orders = ["name", "measures", "distance"] as const;
export type Order = (typeof orders)[number];

interface Listed {
  name: string;
  /** How many measures there are. */
  measures: number;
  /** From where the reader is; null while that is not known. */
  metres: number | null;
}

/** Nearest first, or most measures first; by name where that does not tell them apart. */
export function inOrder<T extends Listed>(areas: readonly T[], order: Order, language: string): T[] {
  const { compare } = new Intl.Collator(language);
  return areas.toSorted((a, b) => difference(a, b, order) || compare(a.name, b.name));
}

function difference(a: Listed, b: Listed, order: Order): number {
  if (order === "measures") return b.measures - a.measures;
  return order === "distance" && a.metres !== null && b.metres !== null ? a.metres - b.metres : 0;
}

/** As far as a position from a phone can be trusted: in steps of 50 m, from 1 km in tenths of kilometres. */
export function roughly(metres: number): { unit: "metres" | "kilometres"; value: number } {
  const value = Math.max(1, Math.round(metres / 50)) * 50;
  return value < 1000
    ? { unit: "metres", value }
    : { unit: "kilometres", value: Math.round(metres / 100) / 10 };
}
