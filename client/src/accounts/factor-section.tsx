/** The second factor of one's own account: whether there is one, and another in its place. */
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { queryClient, trpc } from "../api.ts";
import { Button } from "../ui/button.tsx";
import { codeOf, useErrorWords } from "../ui/error-words.ts";
import { TextField } from "../ui/field.tsx";
import { Message } from "../ui/message.tsx";
import { useTries } from "../ui/use-tries.ts";
import css from "./account-panel.module.css";
import { Enrol, type Shown } from "./enrol.tsx";

export function FactorSection({ on, left }: { on: boolean; left: number }) {
  const { t } = useTranslation();
  const [step, setStep] = useState<"rest" | "password" | "done" | Shown>("rest");
  if (typeof step === "object")
    return (
      <Enrol
        shown={step}
        onDone={() => {
          setStep("done");
          void queryClient.invalidateQueries(trpc.accounts.mine.queryFilter());
        }}
      />
    );
  return (
    <section className={css.section}>
      <h3>{t("myAccount.factor.title")}</h3>
      <p className={css.text}>
        {on
          ? `${t("myAccount.factor.on")} ${t("myAccount.factor.left", { count: left })}`
          : t("myAccount.factor.off")}
      </p>
      <div role="status">
        {step === "done" ? <Message tone="done">{t("myAccount.factor.done")}</Message> : null}
      </div>
      {step === "password" ? (
        <BeginForm onShown={setStep} onCancel={() => setStep("rest")} />
      ) : (
        <Button onClick={() => setStep("password")}>{t(`myAccount.factor.${on ? "replace" : "add"}`)}</Button>
      )}
    </section>
  );
}

function BeginForm({ onShown, onCancel }: { onShown(shown: Shown): void; onCancel(): void }) {
  const { t } = useTranslation();
  const words = useErrorWords();
  const [password, setPassword] = useState("");
  const { form, tried, pointAtWrong } = useTries();
  const begin = useMutation(trpc.accounts.beginSecondFactor.mutationOptions({ onSuccess: onShown }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (password) begin.mutate({ password });
    else pointAtWrong();
  };
  return (
    <form className={css.form} ref={form} noValidate onSubmit={submit}>
      <p>{t("myAccount.factor.why")}</p>
      <TextField
        label={t("myAccount.password.current")}
        type="password"
        autoComplete="current-password"
        error={tried && !password ? t("myAccount.password.currentMissing") : undefined}
        value={password}
        onChange={(event) => setPassword(event.target.value)}
      />
      {begin.error ? (
        <Message tone="wrong">
          {codeOf(begin.error) === "wrongCredentials" ? t("myAccount.password.wrong") : words(begin.error)}
        </Message>
      ) : null}
      <div className={css.buttons}>
        <Button look="main" type="submit" disabled={begin.isPending}>
          {t("myAccount.factor.begin")}
        </Button>
        <Button look="quiet" onClick={onCancel}>
          {t("myAccount.cancel")}
        </Button>
      </div>
    </form>
  );
}
