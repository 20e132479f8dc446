/** What came of an import, as lines for a terminal: counts, the first rejected rows, and what else is worth knowing. */
import type { ImportOutcome } from "@trygg/shared/imports/schema.ts";
import { textTable } from "../text-table.ts";
import type { FileOrder } from "./run.ts";

const MOST_SHOWN = 10;

export function tellOutcome(
  outcome: ImportOutcome,
  { kind, file, dryRun }: Pick<FileOrder, "kind" | "file" | "dryRun">,
): string[] {
  const { read, added, changed, unchanged, rejected, rejections, notes } = outcome;
  const shown = rejections.slice(0, MOST_SHOWN);
  const more = rejected - shown.length;
  return [
    `${kind} from ${file.name}`,
    ...indented([
      ["read", "new", "changed", "unchanged", "rejected"],
      [read, added, changed, unchanged, rejected].map(String),
    ]),
    ...(shown.length > 0
      ? indented([
          ["row", "what", "why it is rejected"],
          ...shown.map(({ row, what = "", text }) => [String(row), what, text]),
        ])
      : []),
    ...(more > 0 ? [`  … and ${more} more`] : []),
    ...notes.map(({ text }) => text),
    endOf(outcome, dryRun),
  ];
}

function endOf({ added, changed, rejected, stored }: ImportOutcome, dryRun: boolean): string {
  if (stored) return `Stored: ${added + changed}.`;
  if (dryRun) return "A trial: nothing is stored.";
  if (rejected > 0)
    return "Nothing is stored, since rows were rejected. Mend the file, or store the good rows with --keep-good.";
  return "Nothing is stored: the store has all of it already.";
}

const indented = (rows: string[][]) => textTable(rows).map((line) => `  ${line}`);
