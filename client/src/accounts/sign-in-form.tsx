/** E-mail and password, then a code: on the page for signing in, and over the work when the session has ended in the middle of it. */
import type { SignedIn } from "@trygg/shared/accounts/schema.ts";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { trpc } from "../api.ts";
import { Button } from "../ui/button.tsx";
import { codeOf, useErrorWords } from "../ui/error-words.ts";
import { TextField } from "../ui/field.tsx";
import { Message } from "../ui/message.tsx";
import { useTries } from "../ui/use-tries.ts";
import { CodeForm } from "./code-form.tsx";
import css from "./sign-in-page.module.css";

export function useSignIn(onSignedIn: (me: SignedIn) => void) {
  return useMutation(trpc.accounts.signIn.mutationOptions({ onSuccess: onSignedIn }));
}

export function SignInForm({ signIn }: { signIn: ReturnType<typeof useSignIn> }) {
  const { t } = useTranslation();
  const words = useErrorWords();
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const { form, tried, pointAtWrong } = useTries();
  const isEmail = /.@./.test(email);
  const refused = signIn.error ? codeOf(signIn.error) : null;
  // The password was right once a code is asked for, and until the server says otherwise.
  const asksCode =
    refused === "codeRequired" || (signIn.variables?.code !== undefined && refused !== "wrongCredentials");
  if (asksCode)
    return (
      <CodeForm
        busy={signIn.isPending}
        error={refused === "codeRequired" ? null : signIn.error}
        onCode={(code) => signIn.mutate({ email, password, code })}
        onBack={() => {
          setPassword("");
          signIn.reset();
        }}
      />
    );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isEmail && password) signIn.mutate({ email, password });
    else pointAtWrong();
  };
  return (
    <form className={css.form} ref={form} noValidate onSubmit={submit}>
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
  );
}
