/** Copies a receipt's code, and says in words whether that went well: not every browser lets a page copy. */
import { Copy } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../ui/button.tsx";
import css from "./receipt.module.css";

export function CopyCode({ code }: { code: string }) {
  const { t } = useTranslation();
  const [told, setTold] = useState<"copied" | "copyFailed" | null>(null);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(code);
      setTold("copied");
    } catch {
      setTold("copyFailed");
    }
  };
  return (
    <div className={`${css.copy} ${css.scripted}`}>
      <Button icon={<Copy aria-hidden="true" />} onClick={() => void copy()}>
        {t("form.thanks.copy")}
      </Button>
      <p role="status">{told ? t(`form.thanks.${told}`) : null}</p>
    </div>
  );
}
