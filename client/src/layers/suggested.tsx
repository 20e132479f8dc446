/** What is suggested for a budget, numbered as in the list. New lamps can be moved: dragged, or with the arrow keys. */
import { Marker, useMap } from "@vis.gl/react-maplibre";
import { movedBy } from "@trygg/shared/geo/distance.ts";
import type { LngLat } from "@trygg/shared/geo/sweref.ts";
import type { ChosenSite } from "@trygg/shared/siting/schema.ts";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { say } from "../i18n/index.ts";
import { siteName } from "../lighting/suggest/suggest-list.tsx";
import { type MapPicture, changes, useSuggestWork } from "../lighting/suggest/suggest-work.tsx";
import { useGiven } from "../lighting/suggest/use-given.ts";
import { arrowStep } from "../map/arrow-step.ts";
import { Follow } from "../map/follow.tsx";
import { Legend } from "../map/legend.tsx";
import { changeView, useView } from "../map/use-view.ts";
import type { MapLayer } from "./layer.ts";
import css from "./suggested.module.css";

export const suggestedLayer: MapLayer = {
  id: "suggested",
  title: "layers.suggested.title",
  Mark: () => <span className={css.lamp} />,
  Draw: DrawSuggested,
  Legend: SuggestedLegend,
  pickable: [],
};

/** The zoom at which neighbouring numbers no longer cover each other. */
const NEAR = 16.5;

function DrawSuggested() {
  const { answer } = useSuggestWork();
  const { selected } = useView();
  const sites = answer?.chosen ?? none;
  const shown = sites.find((_, place) => siteName(place) === selected);
  return (
    <>
      <Camera sites={sites} />
      <Fit sites={sites} />
      <Follow to={shown?.at ?? null} nearest={NEAR} />
      {sites.map((site, place) => (
        <SiteMarker key={`${site.lamp} ${site.at.lng} ${site.at.lat}`} site={site} place={place} />
      ))}
    </>
  );
}

const none: ChosenSite[] = [];

/** Shows all of a new answer. */
function Fit({ sites }: { sites: readonly ChosenSite[] }) {
  const { current: map } = useMap();
  const places = useRef(sites);
  useEffect(() => {
    places.current = sites;
  });
  // The same sites may come once more, with how steady they are.
  const key = sites.map(({ at }) => `${at.lng} ${at.lat}`).join();
  useEffect(() => {
    const [lngs, lats] = [places.current.map(({ at }) => at.lng), places.current.map(({ at }) => at.lat)];
    if (!map || key === "") return;
    map.fitBounds([Math.min(...lngs), Math.min(...lats), Math.max(...lngs), Math.max(...lats)], {
      // The search lies over the upper edge; of the lower one the map itself knows.
      padding: { top: 88, bottom: 72, left: 32, right: 32 },
      maxZoom: 17,
      duration: 600,
    });
  }, [map, key]);
  return null;
}

/** Metres of one press of an arrow key, and with Shift held. */
const STRIDES = { step: 1, stride: 5 };
/** Milliseconds after the last press until it is worked out anew. */
const REST = 700;

function SiteMarker({ site, place }: { site: ChosenSite; place: number }) {
  const { t, i18n } = useTranslation();
  const { asked, run } = useSuggestWork();
  const given = useGiven();
  const { selected } = useView();
  const [at, setAt] = useState<LngLat>(site.at);
  const resting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const isNew = site.lamp === null;
  const isSelected = selected === siteName(place);
  const move = (to: LngLat) => run(given, changes.move(asked, site, to));
  const step = (event: KeyboardEvent) => {
    const metres = arrowStep(event, STRIDES);
    if (!isNew || !metres) return;
    event.preventDefault();
    event.stopPropagation();
    const to = movedBy(at, metres);
    setAt(to);
    clearTimeout(resting.current);
    resting.current = setTimeout(() => move(to), REST);
  };
  useEffect(() => () => clearTimeout(resting.current), []);
  return (
    <Marker
      longitude={at.lng}
      latitude={at.lat}
      style={{ zIndex: isSelected ? 1 : 0 }}
      draggable={isNew}
      onDrag={({ lngLat: { lng, lat } }) => setAt({ lng, lat })}
      onDragEnd={({ lngLat: { lng, lat } }) => move({ lng, lat })}
    >
      <button
        type="button"
        className={isNew ? css.pole : css.lamp}
        aria-pressed={isSelected}
        aria-label={t(isNew ? "layers.suggested.pole" : "layers.suggested.lamp", {
          number: place + 1,
          option: say(site.name, i18n.language),
        })}
        onKeyDown={step}
        onClick={(event) => {
          event.stopPropagation();
          changeView({ selected: siteName(place) });
        }}
      >
        {place + 1}
      </button>
    </Marker>
  );
}

/** Takes the picture of the map for the sheet. */
function Camera({ sites }: { sites: readonly ChosenSite[] }) {
  const { current: map } = useMap();
  const { setCamera } = useSuggestWork();
  useEffect(() => {
    if (!map) return;
    const take = () =>
      new Promise<MapPicture>((resolve) => {
        // The canvas can only be read while it is being drawn.
        map.once("render", () => {
          const canvas = map.getCanvas();
          const { clientWidth, clientHeight } = canvas;
          const dots = sites.map(({ at }) => map.project([at.lng, at.lat]));
          resolve({
            src: canvas.toDataURL("image/png"),
            dots: dots.map(({ x, y }) => ({ x: x / clientWidth, y: y / clientHeight })),
          });
        });
        map.triggerRepaint();
      });
    setCamera(take);
    return () => setCamera(null);
  }, [map, setCamera, sites]);
  return null;
}

function SuggestedLegend() {
  const { t } = useTranslation();
  return (
    <Legend
      rows={[
        { mark: <span className={css.pole}>1</span>, label: t("layers.suggested.poles") },
        { mark: <span className={css.lamp}>2</span>, label: t("layers.suggested.lamps") },
      ]}
      caveat={t("layers.suggested.caveat")}
      source={t("layers.suggested.source")}
    />
  );
}
