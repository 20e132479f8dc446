/** A new password for one's own account. */
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { trpc } from "../api.ts";
import { Button } from "../ui/button.tsx";
import { codeOf, useErrorWords } from "../ui/error-words.ts";
import { TextField } from "../ui/field.tsx";
import { Message } from "../ui/message.tsx";
import { useTries } from "../ui/use-tries.ts";
import css from "./account-panel.module.css";
import { NewPasswordField, isLongEnough } from "./password-field.tsx";

export function PasswordSection() {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const [done, setDone] = useState(false);
  return (
    <section className={css.section}>
      <h3>{t("myAccount.password.title")}</h3>
      <div role="status">{done ? <Message tone="done">{t("myAccount.password.done")}</Message> : null}</div>
      {open ? (
        <ChangeForm
          onEnd={(changed) => {
            setOpen(false);
            setDone(changed);
          }}
        />
      ) : (
        <Button onClick={() => setOpen(true)}>{t("myAccount.password.change")}</Button>
      )}
    </section>
  );
}

function ChangeForm({ onEnd }: { onEnd(changed: boolean): void }) {
  const { t } = useTranslation();
  const words = useErrorWords();
  const [current, setCurrent] = useState("");
  const [next, setNext] = useState("");
  const { form, tried, pointAtWrong } = useTries();
  const change = useMutation(trpc.accounts.changePassword.mutationOptions({ onSuccess: () => onEnd(true) }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (current && isLongEnough(next)) change.mutate({ current, next });
    else pointAtWrong();
  };
  return (
    <form className={css.form} ref={form} noValidate onSubmit={submit}>
      <TextField
        label={t("myAccount.password.current")}
        type="password"
        autoComplete="current-password"
        error={tried && !current ? t("myAccount.password.currentMissing") : undefined}
        value={current}
        onChange={(event) => setCurrent(event.target.value)}
      />
      <NewPasswordField value={next} tried={tried} onChange={setNext} />
      {change.error ? (
        <Message tone="wrong">
          {codeOf(change.error) === "wrongCredentials" ? t("myAccount.password.wrong") : words(change.error)}
        </Message>
      ) : null}
      <div className={css.buttons}>
        <Button look="main" type="submit" disabled={change.isPending}>
          {t("myAccount.password.change")}
        </Button>
        <Button look="quiet" onClick={() => onEnd(false)}>
          {t("myAccount.cancel")}
        </Button>
      </div>
    </form>
  );
}
