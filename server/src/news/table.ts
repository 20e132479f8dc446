/** When somebody was at the desk, so that it can tell what is new. */
import { date, pgTable, uuid } from "drizzle-orm/pg-core";
import { accounts } from "../accounts/table.ts";

export const visits = pgTable("visits", {
  accountId: uuid("account_id")
    .primaryKey()
    .references(() => accounts.id, { onDelete: "cascade" }),
  /** The latest day, and the one before it; no hour, which would tell when somebody works. */
  lastOn: date("last_on").notNull(),
  beforeOn: date("before_on"),
});
