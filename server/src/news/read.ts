/** What is new since somebody was last at the desk, as far as their role may know; asking is being there. */
import { type News, newsKinds } from "@trygg/shared/news/schema.ts";
import { addDays, localDate } from "@trygg/shared/time/local.ts";
import type { StaffContext } from "../context.ts";
import { sources } from "./sources.ts";
import { noteVisit } from "./store.ts";

const FIRST_DAYS = 7;

export async function readNews(context: StaffContext): Promise<News> {
  const { db, now, town, session } = context;
  const today = localDate(now(), town.place.timeZone);
  const since = (await noteVisit(db, session.accountId, today)) ?? addDays(today, -FIRST_DAYS);
  const items = await Promise.all(
    newsKinds
      .filter((kind) => sources[kind].roles.includes(session.role))
      .map(async (kind) => {
        const { waits, count } = sources[kind];
        return { kind, waits, count: await count(context, since) };
      }),
  );
  return { since, items: items.filter(({ count }) => count > 0) };
}
