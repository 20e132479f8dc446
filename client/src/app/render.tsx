/** Draws the page of the report form on the server. */
import { renderToString } from "react-dom/server";
import { type Language, makeTranslator } from "../i18n/index.ts";
import { type WordTree, reportWords } from "../i18n/report-words.ts";
import type { ReportPageProps } from "../reports/report-page.ts";
import { ReportApp } from "./report-app.tsx";

export function renderReportPage(props: ReportPageProps): string {
  // With nothing but the words that the browser gets, so that both draw the same.
  const translator = makeTranslator(props.language, { [props.language]: props.words });
  return renderToString(<ReportApp {...props} translator={translator} />);
}

/** The page's words, which go into its data block. */
export function wordsOfReportPage(language: Language): WordTree {
  return reportWords(language);
}
