/** For coordinators: who has opened many reports of one place, but for themselves. */
import { useTranslation } from "react-i18next";
import css from "./audit.module.css";
import { ClusterNotes } from "./cluster-notes.tsx";

export function LooksPanel() {
  const { t } = useTranslation();
  return (
    <>
      <h2>{t("audit.notes.title")}</h2>
      <p className={css.text}>{t("audit.notes.text")}</p>
      <ClusterNotes />
    </>
  );
}
