/** Works on the store as it would be: all that is written meanwhile is undone. */
import { TransactionRollbackError } from "drizzle-orm";
import type { Database } from "./open.ts";

export async function withoutTrace<T>(db: Database, work: (db: Database) => Promise<T>): Promise<T> {
  const answers: T[] = [];
  await db
    .transaction(async (tx) => {
      answers.push(await work(tx as Database));
      tx.rollback();
    })
    .catch((error: unknown) => {
      if (!(error instanceof TransactionRollbackError)) throw error;
    });
  return answers[0] as T;
}
