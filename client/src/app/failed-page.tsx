/** What stands instead of a page that has failed. */
import { useTranslation } from "react-i18next";
import { Button } from "../ui/button.tsx";
import { Page } from "../ui/page.tsx";

export function FailedPage() {
  const { t } = useTranslation();
  return (
    <Page title={t("pages.failed.title")} lead={t("pages.failed.lead")}>
      <p>
        <Button look="main" onClick={() => location.reload()}>
          {t("pages.failed.reload")}
        </Button>
      </p>
    </Page>
  );
}
