/** Rows as one parameter, for statements that store any number of them. */
import { type InferSelectModel, getTableColumns } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";

/** What `json_populate_recordset(null::<table>, …)` reads as rows of a table. */
export function rowsAsJson<Table extends PgTable>(table: Table, rows: InferSelectModel<Table>[]): string {
  const columns = Object.entries(getTableColumns(table));
  return JSON.stringify(
    rows.map((row) =>
      Object.fromEntries(
        columns.map(([key, { name }]) => [name, jsonOf(row[key as keyof InferSelectModel<Table>])]),
      ),
    ),
  );
}

function jsonOf(value: unknown): unknown {
  if (Buffer.isBuffer(value)) return `\\x${value.toString("hex")}`;
  return typeof value === "bigint" ? value.toString() : value;
}
