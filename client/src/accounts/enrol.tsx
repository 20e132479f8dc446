/** Connecting an authenticator: scan or type its secret, give a code of it, keep the recovery codes. */
import type { factorShown } from "@trygg/shared/accounts/schema.ts";
import { useMutation, useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { z } from "zod";
import { client, trpc } from "../api.ts";
import { Answer } from "../ui/answer.tsx";
import { Button } from "../ui/button.tsx";
import { useErrorWords } from "../ui/error-words.ts";
import { TextField } from "../ui/field.tsx";
import { Message } from "../ui/message.tsx";
import { QrPicture } from "../ui/qr-picture.tsx";
import { useTries } from "../ui/use-tries.ts";
import css from "./enrol.module.css";
import { RecoveryCodes } from "./recovery-codes.tsx";

/** The secret that an authenticator is given. */
export type Shown = z.infer<typeof factorShown>;

/** For a session that must enrol before anything else. */
export function EnrolFirst({ onDone }: { onDone(): void }) {
  // One secret for as long as this is shown: a new one would make the code of the old worthless.
  const shown = useQuery({
    queryKey: ["secondFactor"],
    queryFn: () => client.accounts.beginSecondFactor.mutate({}),
    staleTime: Infinity,
    gcTime: 0,
    retry: false,
  });
  return <Answer to={shown}>{(found) => <Enrol shown={found} onDone={onDone} />}</Answer>;
}

export function Enrol({ shown: { secret, uri }, onDone }: { shown: Shown; onDone(): void }) {
  const { t } = useTranslation();
  const [codes, setCodes] = useState<string[] | null>(null);
  if (codes) return <RecoveryCodes codes={codes} onKept={onDone} />;
  return (
    <div className={css.enrol}>
      <h2>{t("signingIn.enrol.title")}</h2>
      <p>{t("signingIn.enrol.lead")}</p>
      <ol className={css.steps}>
        <li>{t("signingIn.enrol.app")}</li>
        <li>
          <p>{t("signingIn.enrol.scan")}</p>
          <QrPicture text={uri} label={t("signingIn.enrol.picture")} />
          <p>{t("signingIn.enrol.key")}</p>
          <p className={css.key} translate="no">
            {secret.replace(/(.{4})(?=.)/g, "$1 ")}
          </p>
          <a href={uri}>{t("signingIn.enrol.open")}</a>
        </li>
        <li>
          <ConfirmForm onConfirmed={setCodes} />
        </li>
      </ol>
    </div>
  );
}

function ConfirmForm({ onConfirmed }: { onConfirmed(recoveryCodes: string[]): void }) {
  const { t } = useTranslation();
  const words = useErrorWords();
  const [code, setCode] = useState("");
  const { form, tried, pointAtWrong } = useTries();
  const confirm = useMutation(
    trpc.accounts.confirmSecondFactor.mutationOptions({
      onSuccess: ({ recoveryCodes }) => onConfirmed(recoveryCodes),
    }),
  );
  const isCode = /^\d{6}$/.test(code.replace(/\s/g, ""));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isCode) confirm.mutate({ code });
    else pointAtWrong();
  };
  return (
    <form className={css.confirm} ref={form} noValidate onSubmit={submit}>
      <TextField
        label={t("signingIn.enrol.code")}
        hint={t("signingIn.code.hint")}
        autoComplete="one-time-code"
        inputMode="numeric"
        error={tried && !isCode ? t("signingIn.code.missing") : undefined}
        value={code}
        onChange={(event) => setCode(event.target.value)}
      />
      {confirm.error ? <Message tone="wrong">{words(confirm.error)}</Message> : null}
      <Button look="main" type="submit" disabled={confirm.isPending}>
        {t("signingIn.enrol.button")}
      </Button>
    </form>
  );
}
