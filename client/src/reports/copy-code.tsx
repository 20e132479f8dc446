/** Copies a receipt's code. */
import { useTranslation } from "react-i18next";
import { CopyText } from "../ui/copy-text.tsx";
import css from "./receipt.module.css";

export function CopyCode({ code }: { code: string }) {
  const { t } = useTranslation();
  return (
    <div className={`${css.copy} ${css.scripted}`}>
      <CopyText
        text={code}
        label={t("form.thanks.copy")}
        copied={t("form.thanks.copied")}
        failed={t("form.thanks.copyFailed")}
      />
    </div>
  );
}
