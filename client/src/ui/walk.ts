/** Walking among controls that belong together with the arrow keys, as APG has it for toolbars and groups. */

/** The index a key leads to from `at` among `count`, round the ends; null for a key that does not walk. */
export function walk(key: string, at: number, count: number): number | null {
  if (key === "ArrowRight" || key === "ArrowDown") return (at + 1) % count;
  if (key === "ArrowLeft" || key === "ArrowUp") return (at + count - 1) % count;
  if (key === "Home") return 0;
  if (key === "End") return count - 1;
  return null;
}
