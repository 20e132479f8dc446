/** The need for light of every square with streets: the weighed sum, or one of its parts. */
import { Layer, Source } from "@vis.gl/react-maplibre";
import type { ExpressionSpecification } from "maplibre-gl";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useNeedSquares } from "../lighting/need/use-need.ts";
import { Legend, Patch } from "../map/legend.tsx";
import { useView } from "../map/use-view.ts";
import { useTheme } from "../ui/theme.ts";
import type { MapLayer } from "./layer.ts";
import { FILL_OPACITY, dataPalettes, groundOf } from "./palette.ts";
import { squareFeatures } from "./squares.ts";
import { stepColour } from "./steps.ts";

export const staffNeedLayer: MapLayer = {
  id: "need",
  title: "layers.need.title",
  Mark: NeedMark,
  Draw: DrawNeed,
  Legend: NeedLegend,
  pickable: ["need-square"],
};

/** Of the most that a square can need; with less a square is not drawn. */
const LEAST = 0.15;
const STEPS = [LEAST, 0.3, 0.45, 0.6, 0.75];

function DrawNeed() {
  const shown = useNeedSquares();
  const { selected } = useView();
  const palette = dataPalettes[useTheme()];
  const squares = useMemo(
    () =>
      squareFeatures(
        shown
          .filter((each) => each.shown >= LEAST)
          .map(({ square, shown: need, area }) => ({ square, need, pick: square, area })),
      ),
    [shown],
  );
  const colour = stepColour("need", STEPS, Object.values(palette.unsafe));
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
  const { need } = useView();
  const palette = dataPalettes[useTheme()];
  const rows = Object.values(palette.unsafe).map((fill, index) => ({
    mark: <Patch fill={fill} edge={palette.unsafeEdge} over={groundOf(palette)} />,
    label: t("layers.need.from", { percent: Math.round(100 * (STEPS[index] ?? 0)) }),
  }));
  return (
    <Legend rows={rows} caveat={t("layers.need.caveat")} source={t(`layers.need.source.${need.shows}`)} />
  );
}
