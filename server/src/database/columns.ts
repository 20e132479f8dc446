/** Column types that Drizzle does not bring along. */
import { customType } from "drizzle-orm/pg-core";

/** Raw bytes. */
export const bytea = customType<{ data: Buffer }>({ dataType: () => "bytea" });
