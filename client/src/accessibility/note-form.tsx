/** The form of a note about what does not work: plain, anonymous, and the same with and without script. */
import { NOTE_LEAST, NOTE_MOST } from "@trygg/shared/accessibility/terms.ts";
import { isPage, pages } from "@trygg/shared/pages.ts";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../reports/call.ts";
import { Button, ButtonLink } from "../ui/button.tsx";
import { SelectField, TextArea } from "../ui/field.tsx";
import { Message } from "../ui/message.tsx";
import { type NoteShown, emptyNote } from "./accessibility-page.ts";
import css from "./note-form.module.css";
import { pageNames } from "./page-names.ts";

const FIELD = "note-text";
const limits = { least: NOTE_LEAST, most: NOTE_MOST };

export function NoteForm({ first }: { first: NoteShown }) {
  const { t } = useTranslation();
  const [shown, setShown] = useState(first);
  const title = useRef<HTMLHeadingElement>(null);
  // What took the place of the form is read out, and the next key goes on from there.
  useEffect(() => {
    if (shown !== first) title.current?.focus();
  }, [shown, first]);
  return (
    <section className={css.note} id="meddelande">
      <h2 ref={title} tabIndex={-1}>
        {t(shown.kind === "thanks" ? "accessibility.thanks.title" : "accessibility.form.title")}
      </h2>
      {shown.kind === "thanks" ? (
        <>
          <p>{t("accessibility.thanks.text")}</p>
          <p>
            <ButtonLink
              href="/tillganglighet#meddelande"
              onClick={(event) => {
                event.preventDefault();
                setShown({ ...emptyNote });
              }}
            >
              {t("accessibility.thanks.again")}
            </ButtonLink>
          </p>
        </>
      ) : (
        <Fields first={shown} onSent={() => setShown({ kind: "thanks" })} />
      )}
    </section>
  );
}

function Fields({ first, onSent }: { first: NoteShown & { kind: "form" }; onSent(): void }) {
  const { t } = useTranslation();
  const [note, setNote] = useState(first);
  const [sending, setSending] = useState(false);
  const field = useRef<HTMLDivElement>(null);
  const toField = () => field.current?.querySelector("textarea")?.focus();

  const send = async (event: FormEvent) => {
    event.preventDefault();
    const { page } = note;
    const text = note.text.trim();
    const bad = text.length < NOTE_LEAST || text.length > NOTE_MOST;
    setNote({ ...note, bad, failure: null });
    if (bad) return toField();
    setSending(true);
    const result = await call("accessibility.sendNote", { text, ...(isPage(page) ? { page } : {}) });
    setSending(false);
    if ("data" in result) return onSent();
    const bent = result.failure === "invalidInput";
    setNote({ ...note, bad: bent, failure: bent ? null : result.failure });
  };

  return (
    <form
      className={css.form}
      method="post"
      action="/tillganglighet#meddelande"
      onSubmit={(event) => void send(event)}
      noValidate
    >
      <p>{t("accessibility.form.lead")}</p>
      <p>
        <strong>{t("accessibility.form.noNames")}</strong>
      </p>
      {note.bad || note.failure ? (
        <Message tone="wrong" live={!note.bad}>
          <strong>{t("accessibility.form.summary")}</strong>
          {note.bad ? (
            <ul>
              <li>
                <a
                  href={`#${FIELD}`}
                  onClick={(event) => {
                    event.preventDefault();
                    toField();
                  }}
                >
                  {t("accessibility.form.bad", limits)}
                </a>
              </li>
            </ul>
          ) : null}
          {note.failure ? <p>{t(`errors.${note.failure}`)}</p> : null}
        </Message>
      ) : null}
      <SelectField
        label={t("accessibility.form.page")}
        name="page"
        value={note.page}
        onChange={({ target }) => setNote({ ...note, page: target.value })}
      >
        <option value="">{t("accessibility.form.anyPage")}</option>
        {pages.map((path) => (
          <option key={path} value={path}>
            {t(`accessibility.pages.${pageNames[path]}`)}
          </option>
        ))}
      </SelectField>
      <div ref={field} id={FIELD}>
        <TextArea
          label={t("accessibility.form.text")}
          hint={t("accessibility.form.hint", limits)}
          error={note.bad ? t("accessibility.form.bad", limits) : undefined}
          alerts={false}
          name="text"
          rows={5}
          required
          value={note.text}
          onChange={({ target }) => setNote({ ...note, text: target.value })}
        />
      </div>
      <p>
        <Button look="main" type="submit" disabled={sending}>
          {t(sending ? "accessibility.form.sending" : "accessibility.form.send")}
        </Button>
      </p>
    </form>
  );
}
