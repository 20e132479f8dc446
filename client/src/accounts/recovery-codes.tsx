/** The recovery codes, shown this once, to copy or print. */
import { Printer } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../ui/button.tsx";
import { CopyText } from "../ui/copy-text.tsx";
import { Switch } from "../ui/switch.tsx";
import css from "./enrol.module.css";

export function RecoveryCodes({ codes, onKept }: { codes: string[]; onKept(): void }) {
  const { t } = useTranslation();
  const [saved, setSaved] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className={css.enrol}>
      <h2 ref={heading} tabIndex={-1} className={css.heading}>
        {t("signingIn.recovery.title")}
      </h2>
      <p>{t("signingIn.recovery.lead")}</p>
      <ul className={css.codes} aria-label={t("signingIn.recovery.list")} translate="no">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className={css.buttons}>
        <CopyText
          text={codes.join("\n")}
          label={t("signingIn.recovery.copy")}
          copied={t("signingIn.recovery.copied")}
          failed={t("signingIn.recovery.notCopied")}
        />
        <Button icon={<Printer aria-hidden="true" />} onClick={() => print()}>
          {t("signingIn.recovery.print")}
        </Button>
      </div>
      <Switch label={t("signingIn.recovery.saved")} on={saved} onChange={setSaved} />
      <Button look="main" disabled={!saved} onClick={onKept}>
        {t("signingIn.recovery.button")}
      </Button>
    </div>
  );
}
