/** Counts reports in the PostgreSQL of the server that the journeys run against. */
import { join } from "node:path";
import pg from "pg";

interface StoredReports {
  count(): Promise<number>;
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
    close: () => client.end(),
  };
}
