/** The code of the second factor: from the app, which browsers may fill in and everybody may paste, or one that was saved. */
import { type FormEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../ui/button.tsx";
import { useErrorWords } from "../ui/error-words.ts";
import { TextField } from "../ui/field.tsx";
import { Message } from "../ui/message.tsx";
import { useTries } from "../ui/use-tries.ts";
import css from "./sign-in-page.module.css";

interface Props {
  busy: boolean;
  error: unknown;
  onCode(code: string): void;
  onBack(): void;
}

export function CodeForm({ busy, error, onCode, onBack }: Props) {
  const { t } = useTranslation();
  const words = useErrorWords();
  const [code, setCode] = useState("");
  const [saved, setSaved] = useState(false);
  const { form, tried, pointAtWrong, forget } = useTries();
  const heading = useRef<HTMLHeadingElement>(null);
  // What asked for the password is gone.
  useEffect(() => heading.current?.focus(), []);
  const of = saved ? "signingIn.code.recovery" : "signingIn.code";
  const isCode = saved ? code.trim() !== "" : /^\d{6}$/.test(code.replace(/\s/g, ""));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isCode) onCode(code);
    else pointAtWrong();
  };
  return (
    <form className={css.form} ref={form} noValidate onSubmit={submit}>
      <h2 ref={heading} tabIndex={-1} className={css.heading}>
        {t("signingIn.code.title")}
      </h2>
      <TextField
        key={of}
        label={t(`${of}.label`)}
        hint={t(`${of}.hint`)}
        autoComplete="one-time-code"
        inputMode={saved ? "text" : "numeric"}
        autoCapitalize="characters"
        spellCheck={false}
        error={tried && !isCode ? t(`${of}.missing`) : undefined}
        value={code}
        onChange={(event) => setCode(event.target.value)}
      />
      {error ? <Message tone="wrong">{words(error)}</Message> : null}
      <Button look="main" type="submit" disabled={busy}>
        {t("signingIn.code.button")}
      </Button>
      <div className={css.others}>
        <Button
          look="quiet"
          onClick={() => {
            setSaved(!saved);
            setCode("");
            forget();
          }}
        >
          {t(saved ? "signingIn.code.useApp" : "signingIn.code.useRecovery")}
        </Button>
        <Button look="quiet" onClick={onBack}>
          {t("signingIn.code.back")}
        </Button>
      </div>
    </form>
  );
}
