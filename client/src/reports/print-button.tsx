/** Prints the receipt: only the code, its picture and what they are for come on paper. */
import { Printer } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "../ui/button.tsx";
import css from "./receipt.module.css";

export function PrintButton() {
  const { t } = useTranslation();
  return (
    <span className={css.scripted}>
      <Button icon={<Printer aria-hidden="true" />} onClick={() => window.print()}>
        {t("receipt.print")}
      </Button>
    </span>
  );
}
