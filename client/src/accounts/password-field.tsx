/** A new password, typed once and shown on demand instead of typed twice. */
import { LEAST_PASSWORD } from "@trygg/shared/accounts/schema.ts";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { TextField } from "../ui/field.tsx";
import { Switch } from "../ui/switch.tsx";

interface Props {
  value: string;
  tried: boolean;
  onChange(value: string): void;
}

export const isLongEnough = (password: string) => password.length >= LEAST_PASSWORD;

export function NewPasswordField({ value, tried, onChange }: Props) {
  const { t } = useTranslation();
  const [shown, setShown] = useState(false);
  const least = LEAST_PASSWORD;
  return (
    <>
      <TextField
        label={t("signingIn.newPassword.label")}
        hint={t("signingIn.newPassword.hint", { least })}
        type={shown ? "text" : "password"}
        autoComplete="new-password"
        spellCheck={false}
        error={tried && !isLongEnough(value) ? t("signingIn.newPassword.short", { least }) : undefined}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      <Switch label={t("signingIn.newPassword.show")} on={shown} onChange={setShown} />
    </>
  );
}
