/** Reported unsafe places: release areas in classes of voices, for the band that the clock stands in. */
import { Layer, Source } from "@vis.gl/react-maplibre";
import type { DataDrivenPropertyValueSpecification, ExpressionSpecification } from "maplibre-gl";
import { useTranslation } from "react-i18next";
import { useClock } from "../clock/use-clock.ts";
import { Patch } from "../map/legend.tsx";
import { useView } from "../map/use-view.ts";
import { useShownShapes } from "../place/area-shapes.ts";
import { useUnsafePlaces } from "../releases/latest.ts";
import { useTheme } from "../ui/theme.ts";
import type { MapLayer } from "./layer.ts";
import { type DataPalette, FILL_OPACITY, dataPalettes, groundOf } from "./palette.ts";
import { VoicesLegend, told } from "./voices-legend.tsx";

const FILL = "unsafe-places-fill";

export const unsafePlacesLayer: MapLayer = {
  id: "unsafe",
  title: "layers.unsafe.title",
  Mark: UnsafeMark,
  Draw: DrawUnsafePlaces,
  Legend: UnsafeLegend,
  pickable: [FILL],
};

function DrawUnsafePlaces() {
  const { released } = useUnsafePlaces();
  const { band } = useClock();
  const { selected } = useView();
  const palette = dataPalettes[useTheme()];
  const features = useShownShapes(released?.content.features);
  if (!released) return null;
  const voices: ExpressionSpecification = ["get", band === "dark" ? "unsafeDark" : "unsafeDay"];
  const isFew: ExpressionSpecification = ["==", voices, "few"];
  return (
    <Source id="unsafe-places" type="geojson" data={{ type: "FeatureCollection", features }}>
      <Layer
        id={FILL}
        beforeId="slot-areas"
        type="fill"
        paint={{
          "fill-color": colourOf(voices, palette),
          "fill-opacity": ["case", isFew, 0, FILL_OPACITY],
        }}
      />
      <Layer
        id="unsafe-places-edge"
        beforeId="slot-areas"
        type="line"
        filter={["!", isFew]}
        layout={{ "line-join": "round" }}
        paint={{ "line-color": palette.unsafeEdge, "line-width": 1.5, "line-opacity": 0.8 }}
      />
      <Layer
        id="unsafe-places-few"
        beforeId="slot-areas"
        type="line"
        filter={isFew}
        paint={{
          "line-color": palette.few,
          "line-width": 1.2,
          "line-dasharray": [3, 2.5],
          "line-opacity": 0.8,
        }}
      />
      <Layer
        id="unsafe-places-selected"
        beforeId="slot-measures"
        type="line"
        filter={["==", ["get", "area"], selected ?? ""]}
        layout={{ "line-join": "round" }}
        paint={{ "line-color": palette.selected, "line-width": 3.5 }}
      />
    </Source>
  );
}

function colourOf(
  voices: ExpressionSpecification,
  palette: DataPalette,
): DataDrivenPropertyValueSpecification<string> {
  const stops = told.flatMap((each) => [each, palette.unsafe[each]]);
  return ["match", voices, ...stops, "#000"] as unknown as ExpressionSpecification;
}

function UnsafeMark() {
  const palette = dataPalettes[useTheme()];
  return <Patch fill={palette.unsafe["20-39"]} edge={palette.unsafeEdge} over={groundOf(palette)} />;
}

function UnsafeLegend() {
  const { t } = useTranslation();
  const { band } = useClock();
  const palette = dataPalettes[useTheme()];
  return (
    <VoicesLegend
      band={t(`layers.unsafe.band.${band}`)}
      before={{ mark: <Patch fill="none" edge={palette.few} pattern="few" />, label: t("layers.unsafe.few") }}
      marks={told.map((each) => (
        <Patch key={each} fill={palette.unsafe[each]} edge={palette.unsafeEdge} over={groundOf(palette)} />
      ))}
      caveat={t("layers.unsafe.caveat")}
    />
  );
}
