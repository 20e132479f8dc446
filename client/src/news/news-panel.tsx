/** Where a day at the desk begins: what waits for somebody, and what has come since one was last here. */
import { useQuery } from "@tanstack/react-query";
import type { News, NewsKind } from "@trygg/shared/news/schema.ts";
import { ChevronRight } from "lucide-react";
import { useTranslation } from "react-i18next";
import { trpc } from "../api.ts";
import type { View } from "../map/view.ts";
import { changeView } from "../map/use-view.ts";
import { Answer } from "../ui/answer.tsx";
import { useDate } from "../ui/date.ts";
import { Message } from "../ui/message.tsx";
import css from "./news-panel.module.css";

/** Where each kind of news is read and dealt with. */
const goals: Record<NewsKind, (since: string) => Partial<View>> = {
  bursts: () => ({ panel: "bursts" }),
  proposals: () => ({ panel: "release" }),
  confirmations: () => ({ panel: "logged" }),
  notes: () => ({ panel: "notes" }),
  exports: () => ({ panel: "exports" }),
  looks: () => ({ panel: "looks" }),
  reports: (since) => ({ panel: "reports", filter: { from: since, feeling: "any" } }),
  measures: () => ({ panel: "measures" }),
  patrols: () => ({ panel: "coverage" }),
};

export function NewsPanel() {
  const { t } = useTranslation();
  const date = useDate();
  const news = useQuery(trpc.news.read.queryOptions());
  return (
    <>
      <h2>{t("desk.panel.news")}</h2>
      <Answer to={news} lines={4}>
        {({ since, items }) => (
          <>
            <Items
              title={t("news.waiting")}
              none={t("news.nothingWaits")}
              items={items.filter(({ waits }) => waits)}
              since={since}
            />
            <Items
              title={t("news.since", { date: date(since) })}
              none={t("news.nothingNew")}
              items={items.filter(({ waits }) => !waits)}
              since={since}
            />
          </>
        )}
      </Answer>
    </>
  );
}

interface ItemsProps extends Pick<News, "since" | "items"> {
  title: string;
  none: string;
}

function Items({ title, none, items, since }: ItemsProps) {
  const { t } = useTranslation();
  return (
    <section className={css.items}>
      <h3>{title}</h3>
      {items.length === 0 ? (
        <Message>{none}</Message>
      ) : (
        <ul className={css.list}>
          {items.map(({ kind, count }) => (
            <li key={kind}>
              <button
                type="button"
                className={css.row}
                onClick={() => changeView({ selected: null, layers: null, ...goals[kind](since) })}
              >
                <strong className={css.count}>{count}</strong>
                <span>{t(`news.kind.${kind}`, { count })}</span>
                <ChevronRight aria-hidden="true" />
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
