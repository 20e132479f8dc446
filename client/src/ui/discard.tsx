/** Asks before something typed is thrown away. */
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "./button.tsx";
import { Dialog, DialogButtons } from "./dialog.tsx";

export function useDiscard(typed: boolean) {
  const { t } = useTranslation();
  const [next, setNext] = useState<(() => void) | null>(null);
  const stay = () => setNext(null);
  return {
    /** Goes on at once when nothing would be lost. */
    discard(goOn: () => void) {
      if (typed) setNext(() => goOn);
      else goOn();
    },
    question: next ? (
      <Dialog title={t("ui.discard.title")} onClose={stay}>
        <DialogButtons>
          <Button
            look="main"
            onClick={() => {
              stay();
              next();
            }}
          >
            {t("ui.discard.yes")}
          </Button>
          <Button look="quiet" onClick={stay}>
            {t("ui.discard.no")}
          </Button>
        </DialogButtons>
      </Dialog>
    ) : null,
  };
}
