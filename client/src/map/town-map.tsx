/**
 * The map itself: base map, movement, keyboard. It mounts what it is given and knows no layer; data layers are its
 * children and put themselves into the slots of the base map's style.
 */
import { setWorkerUrl } from "maplibre-gl";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url";
import "maplibre-gl/dist/maplibre-gl.css";
import { type MapLayerMouseEvent, Map as MapLibre, NavigationControl } from "@vis.gl/react-maplibre";
import { type ReactNode, useCallback, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { boundsOfAreas } from "../place/centre-bounds.ts";
import { useTown } from "../place/town.tsx";
import { useNarrow } from "../ui/media.ts";
import { Attribution } from "./attribution.tsx";
import { fitTo } from "./fit.ts";
import { MapWaiting } from "./map-waiting.tsx";
import { type Marker, Marking, type Picker, Pickers, pickFrom } from "./picking.ts";
import { mapFontsReady } from "./style/fonts.ts";
import css from "./town-map.module.css";
import { useGround } from "./use-ground.ts";
import { changeView, useView } from "./use-view.ts";
import type { MapPosition } from "./view.ts";

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
  /** Pixels under panels, beside where lines of text begin and below: the middle is that of what can be seen. */
  covered?: { beside?: number; bottom?: number };
  /** Where else to go, where no map can be drawn. */
  instead?: ReactNode;
  /** On which side of the map its buttons stand, as lines of text run. */
  buttons?: "start" | "end";
  /** Whether the position is kept in the address. */
  keepsPosition?: boolean;
  children?: ReactNode;
}

const MIN_ZOOM = 13;
const MAX_ZOOM = 19;

/** Pixels between the outermost areas and the edge of what is seen, where the map begins. */
const MARGIN = 12;
/** Zooms that it may begin farther away than the place says: beyond that there are no names of streets. */
const FARTHEST = 1.2;

export default function TownMap({
  label,
  pickable = [],
  onPick,
  cursor,
  covered: { beside = 0, bottom = 0 } = {},
  instead,
  buttons = "end",
  keepsPosition = true,
  children,
}: Props) {
  const { place, areas } = useTown();
  const { t } = useTranslation();
  const mirrored = t("language.direction") === "rtl";
  const narrow = useNarrow();
  const view = useView();
  const [fontsReady, setFontsReady] = useState(false);
  const [overFeature, setOverFeature] = useState(false);
  // Told to the outside, so that a picture is not taken of a half-drawn map.
  const [drawn, setDrawn] = useState(false);
  const [pickers] = useState(() => new Set<Picker>());
  const [marker, setMarker] = useState<Marker | null>(null);
  const takeMarker = useCallback((next: Marker | null) => setMarker(() => next), []);
  const ground = useGround();
  // Said until a tile comes through: moving the map asks for others.
  const [tilesFailed, setTilesFailed] = useState(false);
  // Where the map begins; afterwards it moves by itself and writes into the fragment.
  const [start, setStart] = useState(view.at);
  const measure = useCallback(
    (frame: HTMLElement | null) => {
      if (!frame) return;
      const { clientWidth, clientHeight } = frame;
      const seen = { width: clientWidth - beside - 2 * MARGIN, height: clientHeight - bottom - 2 * MARGIN };
      const fit = fitTo(boundsOfAreas(areas), seen);
      const zoom = Math.min(Math.max(fit.zoom, place.zoom - FARTHEST), place.zoom);
      setStart((before): MapPosition => before ?? { ...fit, zoom });
    },
    [areas, place, beside, bottom],
  );
  useEffect(() => void mapFontsReady().then(() => setFontsReady(true)), []);

  if (!canDraw())
    return (
      <div className={css.without}>
        <p>{t("map.cannotDraw")}</p>
        {instead}
      </div>
    );
  if (!fontsReady || !ground || !start) return <MapWaiting ref={measure} />;

  // What draws by itself lies over the features.
  const featureAt = ({ lngLat, features, target }: MapLayerMouseEvent) =>
    pickFrom(pickers, lngLat, target.getZoom()) ?? features?.[0]?.properties ?? null;
  const [west, south, east, north] = place.bounds;
  return (
    <section className={css.map} aria-label={label} data-drawn={drawn}>
      <MapLibre
        initialViewState={{
          longitude: start.lng,
          latitude: start.lat,
          zoom: start.zoom,
          padding: { top: 0, bottom, left: mirrored ? 0 : beside, right: mirrored ? beside : 0 },
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
        interactiveLayerIds={marker ? [] : pickable}
        cursor={cursor ?? (marker ? "crosshair" : overFeature ? "pointer" : "grab")}
        onMouseMove={(event) => setOverFeature(featureAt(event) !== null)}
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
        onClick={(event) => {
          const { lng, lat } = event.lngLat;
          if (marker) marker({ lng, lat });
          else onPick?.({ lng, lat, feature: featureAt(event) });
        }}
        onRender={() => setDrawn(false)}
        onIdle={() => setDrawn(true)}
      >
        <NavigationControl
          position={`${narrow ? "top" : "bottom"}-${(buttons === "start") === mirrored ? "right" : "left"}`}
          showCompass={false}
        />
        <Marking value={takeMarker}>
          <Pickers value={pickers}>{children}</Pickers>
        </Marking>
      </MapLibre>
      <Attribution failed={ground.failed || tilesFailed} />
    </section>
  );
}

let drawable: boolean | undefined;

function canDraw(): boolean {
  drawable ??= document.createElement("canvas").getContext("webgl2") !== null;
  return drawable;
}
