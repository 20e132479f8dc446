/** The same figures as the map, as a list: sorted by name, never by how unsafe. */
import { useTranslation } from "react-i18next";
import { useClock } from "../clock/use-clock.ts";
import { changeView, useView } from "../map/use-view.ts";
import { useUnsafePlaces } from "../releases/latest.ts";
import { useClassWords } from "../releases/class-words.ts";
import css from "./area-list.module.css";
import { useNames } from "../place/town.tsx";

export function AreaList() {
  const { t, i18n } = useTranslation();
  const { band } = useClock();
  const { selected } = useView();
  const { released } = useUnsafePlaces();
  const words = useClassWords();
  const names = useNames();
  if (!released) return null;
  const rows = released.content.features
    .map(({ properties }) => ({
      area: properties.area,
      name: names.area(properties.area),
      unsafe: band === "dark" ? properties.unsafeDark : properties.unsafeDay,
    }))
    .sort((a, b) => a.name.localeCompare(b.name, i18n.language));
  return (
    <details className={css.details}>
      <summary>{t("place.list")}</summary>
      <ul className={css.list}>
        {rows.map(({ area, name, unsafe }) => (
          <li key={area}>
            <button
              type="button"
              aria-pressed={area === selected}
              onClick={() => changeView({ selected: area })}
            >
              <span>{name}</span>
              <span className={css.told}>{words.voices(unsafe)}</span>
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
