/** Draws the page of the report form on the server. */
import { renderToString } from "react-dom/server";
import { makeTranslator } from "../i18n/index.ts";
import type { ReportPageProps } from "../reports/report-page.ts";
import { ReportApp } from "./report-app.tsx";

export function renderReportPage(props: ReportPageProps): string {
  return renderToString(<ReportApp {...props} translator={makeTranslator(props.language)} />);
}
