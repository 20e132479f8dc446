/** News: what has come since one was last at the desk, and what waits. */
import { roles } from "@trygg/shared/accounts/schema.ts";
import { news } from "@trygg/shared/news/schema.ts";
import { router, staffProcedure } from "../procedure.ts";
import { readNews } from "./read.ts";

export const newsRouter = router({
  read: staffProcedure(roles)
    .output(news)
    .query(({ ctx }) => readNews(ctx)),
});
