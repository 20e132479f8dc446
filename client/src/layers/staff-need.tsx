/** Squares where voices feel unsafe in the dark: where light may help. */
import { Layer, Source } from "@vis.gl/react-maplibre";
import type { ExpressionSpecification } from "maplibre-gl";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useNeed } from "../lighting/need-panel.tsx";
import { Legend, Patch } from "../map/legend.tsx";
import { useView } from "../map/use-view.ts";
import { useTheme } from "../ui/theme.ts";
import type { MapLayer } from "./layer.ts";
import { FILL_OPACITY, dataPalettes, groundOf } from "./palette.ts";
import { squareFeatures } from "./squares.ts";
import { rangesOf, stepColour } from "./steps.ts";

export const staffNeedLayer: MapLayer = {
  id: "need",
  title: "layers.need.title",
  Mark: NeedMark,
  Draw: DrawNeed,
  Legend: NeedLegend,
  pickable: ["need-square"],
};

const STEPS = [1, 3, 6, 12, 24];

function DrawNeed() {
  const { data } = useNeed();
  const { selected } = useView();
  const palette = dataPalettes[useTheme()];
  const squares = useMemo(
    () =>
      squareFeatures(
        (data?.squares ?? []).map(({ square, voices, area }) => ({ square, voices, pick: square, area })),
      ),
    [data],
  );
  const colour = stepColour("voices", STEPS, Object.values(palette.unsafe));
  const isSelected: ExpressionSpecification = [
    "any",
    ["==", ["get", "pick"], selected ?? ""],
    ["==", ["get", "area"], selected ?? ""],
  ];
  return (
    <Source id="need" type="geojson" data={squares}>
      <Layer
        id="need-square"
        beforeId="slot-squares"
        type="fill"
        paint={{ "fill-color": colour, "fill-opacity": FILL_OPACITY }}
      />
      <Layer
        id="need-edge"
        beforeId="slot-squares"
        type="line"
        paint={{
          "line-color": ["case", isSelected, palette.selected, palette.unsafeEdge],
          "line-width": ["case", isSelected, 3, 1],
        }}
      />
    </Source>
  );
}

function NeedMark() {
  const palette = dataPalettes[useTheme()];
  return <Patch fill={palette.unsafe["20-39"]} edge={palette.unsafeEdge} over={groundOf(palette)} />;
}

function NeedLegend() {
  const { t } = useTranslation();
  const palette = dataPalettes[useTheme()];
  const ranges = rangesOf(STEPS);
  const rows = Object.values(palette.unsafe).map((fill, index) => ({
    mark: <Patch fill={fill} edge={palette.unsafeEdge} over={groundOf(palette)} />,
    label: t("layers.reports.voices", { range: ranges[index] }),
  }));
  return <Legend rows={rows} caveat={t("layers.need.caveat")} source={t("layers.reports.source")} />;
}
