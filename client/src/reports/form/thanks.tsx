/** The receipt: the code, what it is for, and where to go from here. */
import { Check, Copy } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button, ButtonLink } from "../../ui/button.tsx";
import css from "./report-form.module.css";

interface Props {
  receipt: string;
  /** The browser keeps the visitor's own mark on the map. */
  ownPin: boolean;
}

export function Thanks({ receipt, ownPin }: Props) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);
  return (
    <div className={css.after}>
      <h1 tabIndex={-1} ref={(heading) => heading?.focus()}>
        {t("form.thanks.title")}
      </h1>
      <p id="code">{t("form.thanks.code")}</p>
      <p className={css.code} dir="ltr" aria-labelledby="code">
        {receipt}
      </p>
      <p>{t("form.thanks.text")}</p>
      <div className={css.row}>
        <span className={css.scripted}>
          <Button
            icon={copied ? <Check aria-hidden="true" /> : <Copy aria-hidden="true" />}
            onClick={() => void navigator.clipboard.writeText(receipt).then(() => setCopied(true))}
          >
            {t(copied ? "form.thanks.copied" : "form.thanks.copy")}
          </Button>
        </span>
        <ButtonLink href={`/kvitto#${receipt}`}>{t("form.thanks.follow")}</ButtonLink>
        <ButtonLink
          href="/rapportera"
          // The same address: the browser would keep the entry, and with it this receipt.
          onClick={() => history.replaceState(null, "")}
        >
          {t("form.thanks.another")}
        </ButtonLink>
        <ButtonLink href="/">{t("receipt.toMap")}</ButtonLink>
      </div>
      {ownPin ? <p className={css.note}>{t("form.thanks.own")}</p> : null}
    </div>
  );
}
