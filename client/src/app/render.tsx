/** Draws the light pages on the server. */
import { renderToString } from "react-dom/server";
import type { AccessibilityPageProps } from "../accessibility/accessibility-page.ts";
import { withAccessibilityWords } from "../accessibility/words.ts";
import { makeTranslator } from "../i18n/index.ts";
import type { ReportPageProps } from "../reports/report-page.ts";
import { AccessibilityApp } from "./accessibility-app.tsx";
import { ReportApp } from "./report-app.tsx";

export function renderReportPage(props: ReportPageProps): string {
  return renderToString(<ReportApp {...props} translator={makeTranslator(props.language)} />);
}

export function renderAccessibilityPage(props: AccessibilityPageProps): string {
  const translator = withAccessibilityWords(makeTranslator(props.language));
  return renderToString(<AccessibilityApp {...props} translator={translator} />);
}
