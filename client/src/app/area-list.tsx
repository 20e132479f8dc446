/** The same figures as the map, as a list: sorted by name, never by how unsafe. */
import type { FoundPlace } from "@trygg/shared/place/schema.ts";
import { ChevronRight } from "lucide-react";
import { areaPage } from "@trygg/shared/pages.ts";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useClock } from "../clock/use-clock.ts";
import { changeView, useView } from "../map/use-view.ts";
import { useUnsafePlaces } from "../releases/latest.ts";
import { useClassWords } from "../releases/class-words.ts";
import { PlaceSearch } from "../place/place-search.tsx";
import { useNames } from "../place/town.tsx";
import { Message } from "../ui/message.tsx";
import css from "./area-list.module.css";

interface Props {
  /** Opened from elsewhere. */
  open?: boolean;
}

export function AreaList({ open = false }: Props) {
  const { t, i18n } = useTranslation();
  const { band } = useClock();
  const { selected } = useView();
  const { released } = useUnsafePlaces();
  const words = useClassWords();
  const names = useNames();
  const [outside, setOutside] = useState(false);
  if (!released) return null;
  const rows = released.content.features
    .map(({ properties }) => ({
      area: properties.area,
      name: names.area(properties.area),
      unsafe: band === "dark" ? properties.unsafeDark : properties.unsafeDay,
      safe: band === "dark" ? properties.safeDark : properties.safeDay,
    }))
    .sort((a, b) => a.name.localeCompare(b.name, i18n.language));
  const choose = ({ area }: FoundPlace) => {
    setOutside(area === undefined);
    if (area !== undefined) changeView({ selected: area });
  };
  return (
    <details className={css.details} open={open}>
      <summary>{t("place.list")}</summary>
      <PlaceSearch onChoose={choose} />
      {outside ? <Message live>{t("place.search.outside")}</Message> : null}
      <ul className={css.list}>
        {rows.map(({ area, name, unsafe, safe }) => (
          <li key={area}>
            <button
              type="button"
              aria-pressed={area === selected}
              onClick={() => changeView({ selected: area })}
            >
              <span>{name}</span>
              <span className={css.told}>
                <span>
                  {t("place.unsafe")}: {words.voices(unsafe)}
                </span>
                <span>
                  {t("place.safe")}: {words.voices(safe)}
                </span>
              </span>
            </button>
            <a href={areaPage(area)} aria-label={t("areas.toPageOf", { area: name })}>
              <ChevronRight aria-hidden="true" />
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}
