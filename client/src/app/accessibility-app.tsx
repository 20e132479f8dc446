/** The page of accessibility, on the server and in the browser. */
import { useEffect } from "react";
import { I18nextProvider, useTranslation } from "react-i18next";
import type { i18n } from "i18next";
import type { AccessibilityPageProps } from "../accessibility/accessibility-page.ts";
import { NoteForm } from "../accessibility/note-form.tsx";
import { Statement } from "../accessibility/statement.tsx";
import { TownProvider } from "../place/town.tsx";
import { FaultBoundary } from "../ui/fault-boundary.tsx";
import { FailedPage } from "./failed-page.tsx";
import { ReportFrame } from "./report-frame.tsx";

export function AccessibilityApp({
  translator,
  boot,
  statement,
  shown,
}: AccessibilityPageProps & { translator: i18n }) {
  return (
    <I18nextProvider i18n={translator}>
      <TownProvider boot={boot}>
        <FaultBoundary instead={<FailedPage />}>
          <ReportFrame path="/tillganglighet">
            <Title />
            <Statement statement={statement} form={<NoteForm first={shown} />} />
          </ReportFrame>
        </FaultBoundary>
      </TownProvider>
    </I18nextProvider>
  );
}

/** Until script runs, the page bears its title in Swedish and English. */
function Title() {
  const { t } = useTranslation();
  const title = t("accessibility.title");
  useEffect(() => {
    document.title = `${title} – Trygghetskartan`;
  }, [title]);
  return null;
}
