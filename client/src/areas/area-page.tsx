/** One place on one page: what people say, what is done, presence and light. Receipts, list and map lead here. */
import { reportPageFrom } from "@trygg/shared/pages.ts";
import { List, Map as MapIcon, MapPinPlus } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useNames } from "../place/town.tsx";
import { ButtonLink } from "../ui/button.tsx";
import { Page } from "../ui/page.tsx";
import css from "./area-page.module.css";
import { LightSection } from "./light-section.tsx";
import { MeasuresSection } from "./measures-section.tsx";
import { PresenceSection } from "./presence-section.tsx";
import { VoicesSection } from "./voices-section.tsx";

export default function AreaPage({ area }: { area: string }) {
  const { t } = useTranslation();
  const names = useNames();
  return (
    <Page wide title={names.area(area)} lead={t("areas.page.lead")}>
      <nav className={css.ways} aria-label={t("areas.page.ways")}>
        <ButtonLink look="main" href={reportPageFrom(area)} icon={<MapPinPlus aria-hidden="true" />}>
          {t("areas.page.report")}
        </ButtonLink>
        <ButtonLink href={`/#selected=${area}`} icon={<MapIcon aria-hidden="true" />}>
          {t("areas.page.onMap")}
        </ButtonLink>
        <ButtonLink href="/platser" icon={<List aria-hidden="true" />}>
          {t("areas.list.title")}
        </ButtonLink>
      </nav>
      <VoicesSection area={area} />
      <MeasuresSection area={area} />
      <div className={css.pair}>
        <PresenceSection area={area} />
        <LightSection area={area} />
      </div>
    </Page>
  );
}
