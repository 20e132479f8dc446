/** The receipt: the code, also as a picture, what it is for, how to keep it, and where to go from here. */
import { useTranslation } from "react-i18next";
import { ButtonLink } from "../../ui/button.tsx";
import { CopyCode } from "../copy-code.tsx";
import { PrintButton } from "../print-button.tsx";
import { ReceiptQr } from "../receipt-qr.tsx";
import css from "./report-form.module.css";

interface Props {
  receipt: string;
  /** The browser keeps the visitor's own mark on the map. */
  ownPin: boolean;
}

export function Thanks({ receipt, ownPin }: Props) {
  const { t } = useTranslation();
  return (
    <div className={css.after}>
      <h1 tabIndex={-1} ref={(heading) => heading?.focus()}>
        {t("form.thanks.title")}
      </h1>
      <p id="code">{t("form.thanks.code")}</p>
      <p className={css.code} dir="ltr" aria-labelledby="code">
        {receipt}
      </p>
      <CopyCode code={receipt} />
      <p>{t("form.thanks.text")}</p>
      <ReceiptQr code={receipt} />
      <div className={css.row}>
        <ButtonLink href={`/kvitto#${receipt}`}>{t("form.thanks.follow")}</ButtonLink>
        <PrintButton />
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
