/** News: what has come since one was last at the desk, and what waits. */
import { news } from "@trygg/shared/news/schema.ts";
import { router, staffProcedure } from "../procedure.ts";
import { readNews } from "./read.ts";
import { desk } from "./sources.ts";

export const newsRouter = router({
  read: staffProcedure(desk)
    .output(news)
    .query(({ ctx }) => readNews(ctx)),
});
