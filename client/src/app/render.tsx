/** Draws the light pages on the server. */
import type { ReactNode } from "react";
import { renderToString } from "react-dom/server";
import type { i18n } from "i18next";
import type { AccessibilityPageProps } from "../accessibility/accessibility-page.ts";
import { makeTranslator } from "../i18n/index.ts";
import type { ReportPageProps } from "../reports/report-page.ts";
import { AccessibilityApp } from "./accessibility-app.tsx";
import { ReportApp } from "./report-app.tsx";

export { languages } from "../i18n/catalogues.ts";
export { pageWords } from "../i18n/page-words.ts";

export const renderPage = {
  report: (props: ReportPageProps) =>
    draw(props, (translator) => <ReportApp {...props} translator={translator} />),
  accessibility: (props: AccessibilityPageProps) =>
    draw(props, (translator) => <AccessibilityApp {...props} translator={translator} />),
};

type Speaking = Pick<ReportPageProps, "language" | "words">;

/** With nothing but the words that the browser gets, so that both draw the same. */
function draw({ language, words }: Speaking, page: (translator: i18n) => ReactNode): string {
  return renderToString(page(makeTranslator(language, words)));
}
