/** Square lighting improvements: lamps with owner and status, and the measures of kind light with their state. */
import type { LampStatus } from "@trygg/shared/lighting/schema.ts";
import { pointOnFeature } from "@turf/turf";
import { Layer, Marker, Source } from "@vis.gl/react-maplibre";
import type { FeatureCollection } from "geojson";
import type { ExpressionSpecification } from "maplibre-gl";
import { Lightbulb } from "lucide-react";
import { type ReactNode, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useClock } from "../clock/use-clock.ts";
import { useLighting } from "../lighting/use-lighting.ts";
import { Dot, Legend } from "../map/legend.tsx";
import { MAP_FONTS } from "../map/style/fonts.ts";
import { metresAt } from "../map/style/expressions.ts";
import { changeView } from "../map/use-view.ts";
import { useTown } from "../place/town.tsx";
import { useTheme } from "../ui/theme.ts";
import type { MapLayer } from "./layer.ts";
import css from "./lighting.module.css";
import { dataPalettes } from "./palette.ts";

export const lightingLayer: MapLayer = {
  id: "light",
  title: "layers.light.title",
  Mark: LightMark,
  Draw: DrawLighting,
  Legend: LightLegend,
  pickable: ["lamp-core", "lamp-broken"],
};

/** Radius in metres at which a lamp's light is drawn to end; a picture of reach, not a calculation. */
const GLOW_METRES = 14;

function DrawLighting() {
  const { data } = useLighting();
  const { place } = useTown();
  const theme = useTheme();
  const palette = dataPalettes[theme];
  const { daylight } = useClock();
  const lamps = useMemo(
    (): FeatureCollection => ({
      type: "FeatureCollection",
      features: data?.features.features.filter(({ properties }) => properties.kind === "lamp") ?? [],
    }),
    [data],
  );
  const burning = daylight === "day" ? 0 : theme === "night" ? 0.32 : 0.3;
  const working: ExpressionSpecification = ["==", ["get", "status"], "working"];
  return (
    <>
      <Source id="lamps" type="geojson" data={lamps}>
        <Layer
          id="lamp-glow"
          beforeId="slot-light"
          type="circle"
          filter={working}
          paint={{
            "circle-radius": metresAt(place.centre.lat)(GLOW_METRES),
            "circle-color": palette.lampGlow,
            "circle-opacity": burning,
            "circle-blur": 1,
          }}
        />
        <Layer
          id="lamp-core"
          beforeId="slot-lamps"
          type="circle"
          filter={["!=", ["get", "status"], "broken"]}
          paint={{
            "circle-radius": ["interpolate", ["linear"], ["zoom"], 14, 1, 16, 2.4, 19, 5],
            "circle-color": ["case", working, palette.lampCore, palette.lampOff],
            "circle-stroke-color": palette.lampRing,
            "circle-stroke-width": ["interpolate", ["linear"], ["zoom"], 14, 0, 16, 1],
          }}
        />
        <Layer
          id="lamp-broken"
          beforeId="slot-lamps"
          type="circle"
          filter={["==", ["get", "status"], "broken"]}
          paint={{
            "circle-radius": ["interpolate", ["linear"], ["zoom"], 14, 3, 16, 5, 19, 8],
            "circle-color": palette.lampBroken,
            "circle-opacity": 0.001,
            "circle-stroke-color": palette.lampBroken,
            "circle-stroke-width": 2.2,
          }}
        />
      </Source>
      <MeasurePins />
    </>
  );
}

/**
 * Measures are few and must be reached by keyboard, so each is a button on the map. What lies over the map hides its
 * names, so an unseen letter as large as a pin takes the room from them: they move aside or give way.
 */
function MeasurePins() {
  const { data } = useLighting();
  const { t } = useTranslation();
  const pins = useMemo(
    () =>
      (data?.features.features ?? []).flatMap(({ geometry, properties }) => {
        if (properties.kind !== "measure") return [];
        const [lng = 0, lat = 0] = pointOnFeature(geometry).geometry.coordinates;
        return { ...properties, lng, lat };
      }),
    [data],
  );
  const buttons = pins.map(({ id, lng, lat, title, state, area }) => (
    <Marker key={id} longitude={lng} latitude={lat} anchor="bottom">
      <button
        type="button"
        className={`${css.pin} ${css[state]}`}
        aria-label={`${title}: ${t(`measures.state.${state}`)}`}
        onClick={(event) => {
          event.stopPropagation();
          changeView({ selected: area });
        }}
      >
        <Lightbulb aria-hidden="true" />
      </button>
    </Marker>
  ));
  return (
    <>
      <Source
        id="measures"
        type="geojson"
        data={{ type: "MultiPoint", coordinates: pins.map(({ lng, lat }) => [lng, lat]) }}
      >
        <Layer
          id="measure-room"
          type="symbol"
          layout={{
            "text-field": "M",
            "text-font": MAP_FONTS.semibold,
            "text-size": 30,
            "text-anchor": "bottom",
            "text-allow-overlap": true,
          }}
          paint={{ "text-opacity": 0 }}
        />
      </Source>
      {buttons}
    </>
  );
}

function LightMark() {
  const palette = dataPalettes[useTheme()];
  return <Dot radius={6} fill={palette.lampGlow} edge={palette.lampCore} />;
}

const statuses: LampStatus[] = ["working", "broken", "off"];

function LightLegend() {
  const { t } = useTranslation();
  const palette = dataPalettes[useTheme()];
  const marks: Record<LampStatus, ReactNode> = {
    working: <Dot radius={5} fill={palette.lampGlow} edge={palette.lampCore} />,
    broken: <Dot radius={7} fill="none" edge={palette.lampBroken} width={2.2} />,
    off: <Dot radius={5} fill={palette.lampOff} edge={palette.lampRing} />,
  };
  const rows = [
    ...statuses.map((status) => ({ mark: marks[status], label: t(`lighting.status.${status}`) })),
    {
      mark: (
        <span className={`${css.pin} ${css.underWay} ${css.small}`}>
          <Lightbulb />
        </span>
      ),
      label: t("layers.light.measure"),
    },
  ];
  return <Legend rows={rows} caveat={t("layers.light.caveat")} source={t("layers.light.source")} />;
}
