/** What a one-time link leads to: choosing a password, and for the first administrator, an account to have it. */
import type { SignedIn } from "@trygg/shared/accounts/schema.ts";
import { useMutation, useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { trpc } from "../api.ts";
import { Answer } from "../ui/answer.tsx";
import { Button } from "../ui/button.tsx";
import { useErrorWords } from "../ui/error-words.ts";
import { TextField } from "../ui/field.tsx";
import { Message } from "../ui/message.tsx";
import { useTries } from "../ui/use-tries.ts";
import { NewPasswordField, isLongEnough } from "./password-field.tsx";
import css from "./sign-in-page.module.css";

interface Props {
  token: string;
  onChosen(me: SignedIn): void;
}

export function ChoosePassword({ token, onChosen }: Props) {
  const link = useQuery({ ...trpc.accounts.readLink.queryOptions({ token }), retry: false });
  return (
    <Answer to={link}>
      {({ account }) => <ChooseForm token={token} account={account} onChosen={onChosen} />}
    </Answer>
  );
}

function ChooseForm({
  token,
  account,
  onChosen,
}: Props & { account: { email: string; name: string } | null }) {
  const { t } = useTranslation();
  const words = useErrorWords();
  const [email, setEmail] = useState(account?.email ?? "");
  const [name, setName] = useState("");
  const [password, setPassword] = useState("");
  const { form, tried, pointAtWrong } = useTries();
  const choose = useMutation(trpc.accounts.openLink.mutationOptions({ onSuccess: onChosen }));
  const isEmail = /.@./.test(email);
  const isNamed = account !== null || name.trim() !== "";
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isEmail || !isNamed || !isLongEnough(password)) return pointAtWrong();
    choose.mutate({ token, password, ...(account ? {} : { email, name }) });
  };
  return (
    <form className={css.form} ref={form} noValidate onSubmit={submit}>
      <p>{account ? t("signingIn.link.lead", { name: account.name }) : t("signingIn.link.first")}</p>
      {account ? null : (
        <TextField
          label={t("signingIn.link.name")}
          autoComplete="name"
          error={tried && !isNamed ? t("signingIn.link.nameMissing") : undefined}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      )}
      <TextField
        label={t("signingIn.link.email")}
        type="email"
        // A password manager keeps the password under it.
        autoComplete="username"
        readOnly={account !== null}
        error={tried && !isEmail ? t("signingIn.link.emailMissing") : undefined}
        value={email}
        onChange={(event) => setEmail(event.target.value)}
      />
      <NewPasswordField value={password} tried={tried} onChange={setPassword} />
      {choose.error ? <Message tone="wrong">{words(choose.error)}</Message> : null}
      <Button look="main" type="submit" disabled={choose.isPending}>
        {t("signingIn.link.button")}
      </Button>
    </form>
  );
}
