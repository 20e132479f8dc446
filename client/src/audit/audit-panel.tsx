/** The log for the auditor: whether it is whole, what stands out, and who did what, when and why. */
import { useInfiniteQuery, useMutation, useQuery } from "@tanstack/react-query";
import type { AuditFilter } from "@trygg/shared/audit/schema.ts";
import { Download } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { client, trpc } from "../api.ts";
import { fetchFile } from "../exports/fetch-file.ts";
import { Answer } from "../ui/answer.tsx";
import { Button } from "../ui/button.tsx";
import { useErrorWords } from "../ui/error-words.ts";
import { Message } from "../ui/message.tsx";
import { AuditFilterForm } from "./audit-filter.tsx";
import css from "./audit.module.css";
import { ChainState } from "./chain-state.tsx";
import { ClusterNotes } from "./cluster-notes.tsx";
import { EntryList } from "./entry-list.tsx";

export function AuditPanel() {
  const { t } = useTranslation();
  const words = useErrorWords();
  const [filter, setFilter] = useState<AuditFilter>({});
  const choices = useQuery(trpc.audit.choices.queryOptions());
  const log = useInfiniteQuery({
    queryKey: [...trpc.audit.list.pathKey(), filter],
    queryFn: ({ pageParam }) => client.audit.list.query({ ...filter, before: pageParam }),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: ({ entries, more }) => (more ? entries.at(-1)?.id : undefined),
  });
  const file = useMutation({ mutationFn: () => fetchFile("/exports/audit.csv", filter) });
  return (
    <>
      <h2>{t("audit.title")}</h2>
      <p className={css.text}>{t("audit.text")}</p>
      <ChainState />
      <section className={css.part}>
        <h3>{t("audit.notes.title")}</h3>
        <ClusterNotes />
      </section>
      <section className={css.part}>
        <h3>{t("audit.entries")}</h3>
        <AuditFilterForm filter={filter} choices={choices.data} onFilter={setFilter} />
        <Answer to={log} lines={8}>
          {({ pages }) => <EntryList entries={pages.flatMap(({ entries }) => entries)} />}
        </Answer>
        <div className={css.buttons}>
          {log.hasNextPage ? (
            <Button disabled={log.isFetchingNextPage} onClick={() => void log.fetchNextPage()}>
              {t("audit.older")}
            </Button>
          ) : null}
          <Button
            look="quiet"
            icon={<Download aria-hidden="true" />}
            disabled={file.isPending}
            onClick={() => file.mutate()}
          >
            {t("audit.file")}
          </Button>
        </div>
        {file.error ? <Message tone="wrong">{words(file.error)}</Message> : null}
      </section>
    </>
  );
}
