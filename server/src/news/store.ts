/** The only queries on the table of visits. */
import { sql } from "drizzle-orm";
import type { Database } from "../database/open.ts";
import { visits } from "./table.ts";

/** Notes that somebody is here today. Returns the latest day before today on which they were, or null. */
export async function noteVisit(db: Database, accountId: string, today: string): Promise<string | null> {
  const [noted] = await db
    .insert(visits)
    .values({ accountId, lastOn: today })
    .onConflictDoUpdate({
      target: visits.accountId,
      set: {
        lastOn: today,
        beforeOn: sql`case when ${visits.lastOn} < ${today} then ${visits.lastOn} else ${visits.beforeOn} end`,
      },
    })
    .returning({ beforeOn: visits.beforeOn });
  return noted?.beforeOn ?? null;
}
