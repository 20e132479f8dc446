/** Counts reports, and what their senders say of themselves, in the PostgreSQL of the server that the journeys run against. */
import { join } from "node:path";
import pg from "pg";

interface StoredReports {
  count(): Promise<number>;
  /** How many have told of an age and a gender. */
  senders(age: string, gender: string): Promise<number>;
  close(): Promise<void>;
}

export async function openStoredReports(): Promise<StoredReports> {
  const folder = process.env["E2E_DATA_DIR"];
  if (folder === undefined) throw new Error("expected E2E_DATA_DIR, the data folder of the server");
  const name = "trygghetskartan";
  const client = new pg.Client({ host: join(folder, "postgres"), port: 5432, user: name, database: name });
  await client.connect();
  return {
    async count() {
      const { rows } = await client.query<{ count: number }>("select count(*)::int as count from reports");
      return rows[0]?.count ?? 0;
    },
    async senders(age, gender) {
      const { rows } = await client.query<{ count: number }>(
        "select coalesce(sum(count), 0)::int as count from sender_counts where age = $1 and gender = $2",
        [age, gender],
      );
      return rows[0]?.count ?? 0;
    },
    close: () => client.end(),
  };
}
