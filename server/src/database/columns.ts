/** Column types that Drizzle does not bring along. */
import { customType } from "drizzle-orm/pg-core";

/** Raw bytes. */
export const bytea = customType<{ data: Buffer }>({ dataType: () => "bytea" });

/** The full number of a transaction, as a decimal text. */
export const xid8 = customType<{ data: string }>({ dataType: () => "xid8" });
