/** The ground on which the map will stand, while it is being fetched. */
import type { Ref } from "react";
import { useTranslation } from "react-i18next";
import css from "./map-waiting.module.css";

export function MapWaiting({ ref }: { ref?: Ref<HTMLDivElement> }) {
  const { t } = useTranslation();
  return (
    <div className={css.waiting} ref={ref}>
      <p role="status">{t("ui.waiting")}</p>
    </div>
  );
}
