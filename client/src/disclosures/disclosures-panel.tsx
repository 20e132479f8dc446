/** Public documents: gives reports out masked, and keeps the register of it. */
import type { DisclosureDocument } from "@trygg/shared/disclosures/schema.ts";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import css from "./disclosures.module.css";
import { DisclosureForm } from "./disclosure-form.tsx";
import { DocumentView } from "./document-view.tsx";
import { Register } from "./register.tsx";

export function DisclosuresPanel() {
  const { t } = useTranslation();
  const [made, setMade] = useState<DisclosureDocument | null>(null);
  if (made) return <DocumentView made={made} onBack={() => setMade(null)} />;
  return (
    <>
      <h2>{t("disclosures.title")}</h2>
      <p className={css.text}>{t("disclosures.text")}</p>
      <DisclosureForm onMade={setMade} />
      <Register />
    </>
  );
}
