/** The notes about what does not work, for staff: the newest first, each taken away when it is dealt with. */
import type { Note } from "@trygg/shared/accessibility/schema.ts";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { trpc } from "../api.ts";
import { Answer, Failure } from "../ui/answer.tsx";
import { Button } from "../ui/button.tsx";
import { Dialog, DialogButtons } from "../ui/dialog.tsx";
import { useDate } from "../ui/date.ts";
import { Message } from "../ui/message.tsx";
import css from "./note-panel.module.css";

export function NotePanel() {
  const { t } = useTranslation();
  const date = useDate();
  const notes = useQuery(trpc.accessibility.notes.queryOptions());
  const queries = useQueryClient();
  const [removed, setRemoved] = useState(false);
  const [asked, setAsked] = useState<Note | null>(null);
  const stay = () => setAsked(null);
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
              {found.map((note) => (
                <li key={note.id}>
                  <p className={css.about}>
                    {date(note.day)} · {note.page ?? t("desk.notes.anyPage")}
                  </p>
                  <p className={css.text}>{note.text}</p>
                  <Button
                    aria-label={t("desk.notes.removeThis", {
                      day: date(note.day),
                      text: note.text.slice(0, 60),
                    })}
                    disabled={remove.isPending}
                    onClick={() => setAsked(note)}
                  >
                    {t("desk.notes.remove")}
                  </Button>
                </li>
              ))}
            </ul>
          )
        }
      </Answer>
      {asked ? (
        <Dialog title={t("desk.notes.sure")} onClose={stay}>
          <p className={css.text}>{asked.text}</p>
          <DialogButtons>
            <Button
              look="main"
              onClick={() => {
                remove.mutate({ id: asked.id });
                stay();
              }}
            >
              {t("desk.notes.yes")}
            </Button>
            <Button look="quiet" onClick={stay}>
              {t("desk.notes.no")}
            </Button>
          </DialogButtons>
        </Dialog>
      ) : null}
    </section>
  );
}
