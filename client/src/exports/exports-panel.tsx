/** Taking figures out: files of what the desk shows, and single reports once a second person has said yes. */
import { useTranslation } from "react-i18next";
import { useWorker } from "../accounts/worker.tsx";
import { useFilterWords } from "../reports/filter-words.ts";
import { useReportFilter } from "../reports/use-report-filter.ts";
import css from "./exports.module.css";
import { FileForm } from "./file-form.tsx";
import { RequestForm } from "./request-form.tsx";
import { RequestList } from "./request-list.tsx";

export function ExportsPanel() {
  const { t } = useTranslation();
  const { role, mayApprove } = useWorker();
  const filter = useReportFilter();
  const chosen = useFilterWords()(filter);
  const single = role === "planner" || role === "coordinator";
  return (
    <>
      <h2>{t("exports.title")}</h2>
      {role === "partner" ? null : (
        <p className={css.text}>{t("exports.selection", { filter: chosen.join(" · ") })}</p>
      )}
      <FileForm role={role} filter={filter} />
      {single ? <RequestForm filter={filter} /> : null}
      {single || mayApprove ? <RequestList /> : null}
    </>
  );
}
