/** Signing in, for staff only: residents need no account. */
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { trpc } from "../api.ts";
import { useErrorWords } from "../ui/error-words.ts";
import { useTown } from "../place/town.tsx";
import { Button } from "../ui/button.tsx";
import { TextField } from "../ui/field.tsx";
import { Message } from "../ui/message.tsx";
import { Page } from "../ui/page.tsx";
import css from "./sign-in-page.module.css";

export function SignInPage() {
  const { t } = useTranslation();
  const { demonstration, place } = useTown();
  const words = useErrorWords();
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const signIn = useMutation(
    trpc.accounts.signIn.mutationOptions({ onSuccess: () => location.assign(`/arbete${location.hash}`) }),
  );
  const [tried, setTried] = useState(false);
  const isEmail = /.@./.test(email);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (isEmail && password) signIn.mutate({ email, password });
  };
  return (
    <Page title={t("accounts.signIn.title")} lead={t("accounts.signIn.lead")}>
      <form className={css.form} onSubmit={submit} noValidate>
        <TextField
          label={t("accounts.signIn.email")}
          type="email"
          autoComplete="username"
          error={tried && !isEmail ? t("accounts.signIn.emailMissing") : undefined}
          value={email}
          onChange={(event) => setEmail(event.target.value)}
        />
        <TextField
          label={t("accounts.signIn.password")}
          type="password"
          autoComplete="current-password"
          error={tried && !password ? t("accounts.signIn.passwordMissing") : undefined}
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
        {signIn.error ? <Message tone="wrong">{words(signIn.error)}</Message> : null}
        <Button look="main" type="submit" disabled={signIn.isPending}>
          {t("accounts.signIn.button")}
        </Button>
      </form>
      {demonstration ? (
        <aside className={css.demonstration}>
          <h2>{t("accounts.demonstration.title")}</h2>
          <p>{t("accounts.demonstration.text")}</p>
          <div className={css.accounts}>
            {(["planerare", "polis", "samordnare"] as const).map((name) => (
              <Button
                key={name}
                onClick={() => signIn.mutate({ email: `${name}@demo.local`, password: `demo-${place.id}` })}
              >
                {t(`accounts.demonstration.${name}`)}
              </Button>
            ))}
          </div>
        </aside>
      ) : null}
    </Page>
  );
}
