/** Statements that run so often that reading and planning them would cost more than they do. */
import type { Database } from "./open.ts";

/** A statement of the query builder that is built once for each store, and read and planned once by each connection. */
export function prepared<Statement>(build: (db: Database) => Statement): (db: Database) => Statement {
  const built = new WeakMap<Database, Statement>();
  return (db) => {
    const known = built.get(db) ?? build(db);
    built.set(db, known);
    return known;
  };
}

/** Runs a statement that each connection reads and plans once only. A name belongs to one text. */
export async function runNamed<Row>(
  db: Database,
  name: string,
  text: string,
  values: unknown[],
): Promise<Row[]> {
  const statement = db._.session.prepareQuery({ sql: text, params: values }, undefined, name, false);
  const { rows } = (await statement.execute()) as { rows: Row[] };
  return rows;
}
