/** On a phone, over the clock: what the colours of the map are, in one line that opens their legend. */
import { Info } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useClock } from "../clock/use-clock.ts";
import { useView } from "../map/use-view.ts";
import { useUnsafePlaces } from "../releases/latest.ts";
import { Button } from "../ui/button.tsx";
import css from "./map-caption.module.css";

export function MapCaption({ onWhat }: { onWhat(): void }) {
  const { t } = useTranslation();
  const { band } = useClock();
  const { layers } = useView();
  const { isError, retry } = useUnsafePlaces();
  if (layers && !layers.includes("unsafe")) return null;
  const both = !layers || layers.includes("safe");
  if (isError)
    return (
      <p className={css.failed} role="alert">
        {t("map.caption.failed")} <Button onClick={retry}>{t("ui.again")}</Button>
      </p>
    );
  return (
    <button className={css.caption} type="button" onClick={onWhat}>
      {t(both ? `map.caption.both.${band}` : `map.caption.${band}`)}
      <Info aria-label={t("map.caption.what")} />
    </button>
  );
}
