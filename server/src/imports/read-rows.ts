/** Reads the rows of a file one after the other; those that cannot be used are rejected by themselves. */
import { Unfit } from "./fields.ts";
import type { Source, SourceRow } from "./formats/source.ts";
import type { Rejections } from "./rejections.ts";

/** Returns how many there were. `take` throws an Unfit for a row that it cannot use. */
export async function readRows(
  { rows }: Source,
  rejections: Rejections,
  nameOf: (row: SourceRow) => string,
  take: (row: SourceRow) => void,
): Promise<number> {
  let read = 0;
  for await (const row of rows) {
    read += 1;
    rejections.guard(row.row, nameOf(row), () => {
      if (row.fault) throw new Unfit(row.fault);
      take(row);
    });
  }
  return read;
}
