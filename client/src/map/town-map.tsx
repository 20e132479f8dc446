/**
 * The map itself: base map, movement, keyboard. It mounts what it is given and knows no layer; data layers are its
 * children and put themselves into the slots of the base map's style.
 */
import { setWorkerUrl } from "maplibre-gl";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url";
import "maplibre-gl/dist/maplibre-gl.css";
import { type MapLayerMouseEvent, Map as MapLibre, NavigationControl } from "@vis.gl/react-maplibre";
import { type ReactNode, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useTown } from "../place/town.tsx";
import { useNarrow } from "../ui/media.ts";
import { Attribution } from "./attribution.tsx";
import { mapFontsReady } from "./style/fonts.ts";
import css from "./town-map.module.css";
import { useGround } from "./use-ground.ts";
import { changeView, useView } from "./use-view.ts";

setWorkerUrl(workerUrl);

export interface Pick {
  lng: number;
  lat: number;
  /** Properties of the topmost feature among the clickable layers, if one was hit. */
  feature: Record<string, unknown> | null;
}

interface Props {
  /** Said by screen readers instead of the picture. */
  label: string;
  /** Layers whose features can be picked. */
  pickable?: string[];
  onPick?(pick: Pick): void;
  cursor?: string;
  /** Pixels at the edges that lie under panels: the middle is that of what can be seen. */
  covered?: { left?: number; bottom?: number };
  /** Whether the position is kept in the address. */
  keepsPosition?: boolean;
  children?: ReactNode;
}

const MIN_ZOOM = 13;
const MAX_ZOOM = 19;

export default function TownMap({
  label,
  pickable = [],
  onPick,
  cursor,
  covered,
  keepsPosition = true,
  children,
}: Props) {
  const { place } = useTown();
  const { t } = useTranslation();
  const narrow = useNarrow();
  const view = useView();
  const [fontsReady, setFontsReady] = useState(false);
  const [overFeature, setOverFeature] = useState(false);
  // Told to the outside, so that a picture is not taken of a half-drawn map.
  const [drawn, setDrawn] = useState(false);
  const ground = useGround();
  // Said until a tile comes through: moving the map asks for others.
  const [tilesFailed, setTilesFailed] = useState(false);
  // Where the map begins; afterwards it moves by itself and writes into the fragment.
  const [start] = useState(() => view.at ?? { ...place.centre, zoom: startZoom(place.zoom) });
  useEffect(() => void mapFontsReady().then(() => setFontsReady(true)), []);

  if (!canDraw()) return <p className={css.without}>{t("map.cannotDraw")}</p>;
  if (!fontsReady || !ground) return <div className={css.map} />;

  const pick = ({ lngLat, features }: MapLayerMouseEvent) =>
    onPick?.({ lng: lngLat.lng, lat: lngLat.lat, feature: features?.[0]?.properties ?? null });
  const [west, south, east, north] = place.bounds;
  return (
    <section className={css.map} aria-label={label} data-drawn={drawn}>
      <MapLibre
        initialViewState={{
          longitude: start.lng,
          latitude: start.lat,
          zoom: start.zoom,
          padding: { top: 0, right: 0, bottom: covered?.bottom ?? 0, left: covered?.left ?? 0 },
        }}
        mapStyle={ground.style}
        minZoom={MIN_ZOOM}
        maxZoom={MAX_ZOOM}
        maxBounds={[west, south, east, north]}
        dragRotate={false}
        touchPitch={false}
        pitchWithRotate={false}
        attributionControl={false}
        locale={{
          "Map.Title": label,
          "NavigationControl.ZoomIn": t("map.zoomIn"),
          "NavigationControl.ZoomOut": t("map.zoomOut"),
        }}
        interactiveLayerIds={pickable}
        cursor={cursor ?? (overFeature ? "pointer" : "grab")}
        onMouseMove={({ features }) => setOverFeature((features?.length ?? 0) > 0)}
        onMoveEnd={({ viewState: { longitude, latitude, zoom } }) => {
          if (keepsPosition) changeView({ at: { lng: longitude, lat: latitude, zoom } });
        }}
        onSourceData={({ sourceId, tile }) => {
          if (tile && ground.isOwn(sourceId)) setTilesFailed(false);
        }}
        onError={(event) => {
          if ("sourceId" in event && ground.isOwn(String(event.sourceId))) setTilesFailed(true);
          else console.error(event.error);
        }}
        onClick={pick}
        onRender={() => setDrawn(false)}
        onIdle={() => setDrawn(true)}
      >
        <NavigationControl position={narrow ? "top-right" : "bottom-right"} showCompass={false} />
        {children}
      </MapLibre>
      <Attribution failed={ground.failed || tilesFailed} />
    </section>
  );
}

/** The same stretch of town on a narrow screen needs to be seen from a little farther away. */
function startZoom(zoom: number): number {
  return window.innerWidth < 768 ? zoom - 0.6 : zoom;
}

let drawable: boolean | undefined;

function canDraw(): boolean {
  drawable ??= document.createElement("canvas").getContext("webgl2") !== null;
  return drawable;
}
