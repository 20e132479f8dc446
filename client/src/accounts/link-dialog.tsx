/** A one-time link, shown this once, to hand over. */
import type { MadeLink } from "@trygg/shared/accounts/schema.ts";
import { useTranslation } from "react-i18next";
import { Button } from "../ui/button.tsx";
import { CopyText } from "../ui/copy-text.tsx";
import { Dialog, DialogButtons } from "../ui/dialog.tsx";
import { TextField } from "../ui/field.tsx";
import { useInstant } from "./account-panel.tsx";
import css from "./users-panel.module.css";

/** A link that was just made, and for whom. */
export interface LinkFor extends MadeLink {
  name: string;
}

export function LinkDialog({ link, onClose }: { link: LinkFor; onClose(): void }) {
  const { t } = useTranslation();
  const instant = useInstant();
  const { name, token, expiresAt } = link;
  const address = `${location.origin}/logga-in#lank=${token}`;
  return (
    <Dialog title={t("users.link.title", { name })}>
      <p>{t("users.link.text", { name, until: instant(expiresAt) })}</p>
      <TextField
        label={t("users.link.label")}
        readOnly
        value={address}
        onFocus={(event) => event.target.select()}
      />
      <div className={css.buttons}>
        <CopyText
          text={address}
          label={t("users.link.copy")}
          copied={t("users.link.copied")}
          failed={t("users.link.notCopied")}
        />
      </div>
      <DialogButtons>
        <Button look="main" onClick={onClose}>
          {t("users.link.close")}
        </Button>
      </DialogButtons>
    </Dialog>
  );
}
