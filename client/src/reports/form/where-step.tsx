/** Step one: where. Search, list, own position or a press on the map, in any order and to the same precision. */
import type { ReportDraft } from "@trygg/shared/reports/draft.ts";
import type { NamedPlace } from "@trygg/shared/place/schema.ts";
import { openSearch } from "@trygg/shared/place/search.ts";
import { LocateFixed, Map as MapIcon, MapPin } from "lucide-react";
import { Suspense, lazy, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { usePlaces } from "../../place/places.tsx";
import { Button } from "../../ui/button.tsx";
import { Combobox } from "../../ui/combobox.tsx";
import { SelectField } from "../../ui/field.tsx";
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
  const all = usePlaces();
  const places = useMemo(() => all.filter(({ area }) => area !== undefined), [all]);
  const search = useMemo(() => openSearch(places), [places]);
  const [query, setQuery] = useState("");
  const [mapOpen, setMapOpen] = useState(false);
  const [position, setPosition] = useState<"none" | "locating" | "noPosition" | "outside">("none");
  // In the page's own memory: nobody is told what was looked for.
  const found = search.find(query, 6);
  // The town's own names say best what can be typed.
  const [first, second] = (["square", "crossing"] as const).map((kind) =>
    places.find((each) => each.kind === kind),
  );
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
      <div className={css.scripted}>
        <Combobox
          label={t("form.where.search")}
          hint={
            first && second
              ? t("form.where.searchHint", { first: first.name, second: second.name })
              : undefined
          }
          query={query}
          onQuery={setQuery}
          options={found.map(({ id, name, kind }) => ({ id, label: name, note: t(`place.kind.${kind}`) }))}
          onChoose={choosePlace}
          found={t("form.where.found", { count: found.length })}
        />
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
