/** The notes about what does not work, for staff: the newest first, each taken away when it is dealt with. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { trpc } from "../api.ts";
import { Answer, Failure } from "../ui/answer.tsx";
import { Button } from "../ui/button.tsx";
import { useDate } from "../ui/date.ts";
import { Message } from "../ui/message.tsx";
import css from "./note-list.module.css";

export function NoteList({ mayRemove }: { mayRemove: boolean }) {
  const { t } = useTranslation();
  const date = useDate();
  const notes = useQuery(trpc.accessibility.notes.queryOptions());
  const queries = useQueryClient();
  const [removed, setRemoved] = useState(false);
  const remove = useMutation(
    trpc.accessibility.removeNote.mutationOptions({
      onMutate: () => setRemoved(false),
      onSuccess: () => setRemoved(true),
      // Also after a failure: somebody else may have taken it away.
      onSettled: () => queries.invalidateQueries(trpc.accessibility.notes.queryFilter()),
    }),
  );
  return (
    <section className={css.notes}>
      <h2>{t("desk.notes.title")}</h2>
      {remove.error ? <Failure error={remove.error} onAgain={() => remove.reset()} /> : null}
      <div role="status">{removed ? <Message tone="done">{t("desk.notes.removed")}</Message> : null}</div>
      <Answer to={notes} lines={2}>
        {(found) =>
          found.length === 0 ? (
            <p>{t("desk.notes.none")}</p>
          ) : (
            <ul className={css.list}>
              {found.map(({ id, day, page, text }) => (
                <li key={id}>
                  <p className={css.about}>
                    {date(day)} · {page ?? t("desk.notes.anyPage")}
                  </p>
                  <p className={css.text}>{text}</p>
                  {mayRemove ? (
                    <Button
                      aria-label={t("desk.notes.removeThis", { day: date(day), text: text.slice(0, 60) })}
                      disabled={remove.isPending}
                      onClick={() => remove.mutate({ id })}
                    >
                      {t("desk.notes.remove")}
                    </Button>
                  ) : null}
                </li>
              ))}
            </ul>
          )
        }
      </Answer>
    </section>
  );
}
