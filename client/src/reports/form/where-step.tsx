/** Step one: where. Search, list, own position or a press on the map, in any order and to the same precision. */
import type { ReportDraft } from "@trygg/shared/reports/draft.ts";
import type { NamedPlace } from "@trygg/shared/place/schema.ts";
import { searchPlaces } from "@trygg/shared/place/search.ts";
import { LocateFixed, Map as MapIcon, MapPin } from "lucide-react";
import { Suspense, lazy, useState } from "react";
import { useTranslation } from "react-i18next";
import { usePlaces } from "../../place/places.tsx";
import { Button } from "../../ui/button.tsx";
import { SelectField, TextField } from "../../ui/field.tsx";
import { Message } from "../../ui/message.tsx";
import css from "./report-form.module.css";

const PickMap = lazy(() => import("./pick-map.tsx"));

interface Props {
  draft: ReportDraft;
  onDraft(change: Partial<ReportDraft>): void;
}

/** Metres; nearer than this a point is told by the name of the place. */
const NEAR = 250;

export function WhereStep({ draft, onDraft }: Props) {
  const { t } = useTranslation();
  const places = usePlaces().filter(({ area }) => area !== undefined);
  const [query, setQuery] = useState("");
  const [mapOpen, setMapOpen] = useState(false);
  const [position, setPosition] = useState<"none" | "locating" | "noPosition" | "outside">("none");
  const found = searchPlaces(places, query, 6);
  const choosePlace = (id: string) => {
    setQuery("");
    onDraft({ place: id, at: null });
  };
  const choosePoint = (at: { lng: number; lat: number }) => {
    if (!nearest(places, at)) return setPosition("outside");
    setPosition("none");
    onDraft({ place: "", at });
  };
  const locate = () => {
    setPosition("locating");
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => choosePoint({ lng: coords.longitude, lat: coords.latitude }),
      () => setPosition("noPosition"),
      { enableHighAccuracy: true, timeout: 15_000 },
    );
  };

  return (
    <div className={css.group} id="place">
      <Chosen draft={draft} />
      <div className={`${css.search} ${css.scripted}`}>
        <TextField
          label={t("form.where.search")}
          hint={t("form.where.searchHint")}
          type="search"
          autoComplete="off"
          enterKeyHint="search"
          value={query}
          onChange={(event) => setQuery(event.target.value)}
          onKeyDown={(event) => {
            // Enter takes the first place found and does not turn the page.
            if (event.key !== "Enter" || query === "") return;
            event.preventDefault();
            if (found[0]) choosePlace(found[0].id);
          }}
        />
        <p className="visually-hidden" role="status">
          {query === "" ? "" : t("form.where.found", { count: found.length })}
        </p>
        {query !== "" && found.length === 0 ? <Message>{t("form.where.found", { count: 0 })}</Message> : null}
        {found.length > 0 ? (
          <ul className={css.found}>
            {found.map(({ id, name }) => (
              <li key={id}>
                <button type="button" onClick={() => choosePlace(id)}>
                  {name}
                </button>
              </li>
            ))}
          </ul>
        ) : null}
      </div>
      <div className={`${css.ways} ${css.scripted}`}>
        <Button icon={<LocateFixed aria-hidden="true" />} disabled={position === "locating"} onClick={locate}>
          {t(position === "locating" ? "form.where.locating" : "form.where.mine")}
        </Button>
        <Button
          icon={<MapIcon aria-hidden="true" />}
          aria-expanded={mapOpen}
          onClick={() => setMapOpen(!mapOpen)}
        >
          {t("form.where.map")}
        </Button>
      </div>
      {position === "noPosition" || position === "outside" ? (
        <Message tone="wrong">{t(`form.where.${position}`)}</Message>
      ) : null}
      {mapOpen ? (
        <div className={css.map}>
          <Suspense fallback={null}>
            <PickMap
              at={draft.at ?? places.find(({ id }) => id === draft.place)?.at ?? null}
              onPick={choosePoint}
            />
          </Suspense>
        </div>
      ) : null}
      <SelectField
        label={t("form.where.list")}
        name="place"
        value={draft.place}
        onChange={(event) => choosePlace(event.target.value)}
      >
        <option value="">{t("form.where.choose")}</option>
        {places
          .toSorted((a, b) => a.name.localeCompare(b.name, "sv"))
          .map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
      </SelectField>
    </div>
  );
}

/** The chosen place in words. */
function Chosen({ draft }: { draft: ReportDraft }) {
  const { t } = useTranslation();
  const words = usePlaceWords(draft);
  return words ? (
    <p className={css.chosen} role="status">
      <MapPin aria-hidden="true" />
      {t("form.where.chosen", { place: words })}
    </p>
  ) : null;
}

/** The place of a draft in words: its name, or what it lies near. */
export function usePlaceWords({ place, at }: ReportDraft): string | null {
  const { t } = useTranslation();
  const places = usePlaces();
  if (at) {
    const near = nearest(places, at);
    return near ? t("form.where.near", { place: near.name }) : t("form.where.point");
  }
  return places.find(({ id }) => id === place)?.name ?? null;
}

/** The named place nearest to a point, if one is near. */
function nearest(places: NamedPlace[], { lng, lat }: { lng: number; lat: number }): NamedPlace | null {
  const metres = (place: NamedPlace) =>
    Math.hypot(
      (place.at.lng - lng) * 111_320 * Math.cos((lat * Math.PI) / 180),
      (place.at.lat - lat) * 111_320,
    );
  const [first] = places.toSorted((a, b) => metres(a) - metres(b));
  return first && metres(first) <= NEAR ? first : null;
}
