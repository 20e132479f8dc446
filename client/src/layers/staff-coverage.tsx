/** Presence per 62.5 m square, live, and the outlines of the widest gaps at the clock's hour. */
import { Layer, Source } from "@vis.gl/react-maplibre";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useMe } from "../accounts/use-me.ts";
import { Legend, Patch } from "../map/legend.tsx";
import { useView } from "../map/use-view.ts";
import { useCoverage, useGaps } from "../patrols/use-coverage.ts";
import { useTheme } from "../ui/theme.ts";
import type { MapLayer } from "./layer.ts";
import { FILL_OPACITY, dataPalettes, groundOf } from "./palette.ts";
import { squareFeatures } from "./squares.ts";
import { rangesOf, stepColour } from "./steps.ts";

export const staffCoverageLayer: MapLayer = {
  id: "coverage",
  title: "layers.coverage.title",
  Mark: CoverageMark,
  Draw: DrawCoverage,
  Legend: CoverageLegend,
  pickable: ["coverage-square"],
};

/** Minutes at which a square takes the next colour. */
const STEPS = [0, 60, 240, 600];

function DrawCoverage() {
  const { data } = useCoverage();
  const { me } = useMe();
  const gaps = useGaps(me?.role !== "partner");
  const { selected } = useView();
  const palette = dataPalettes[useTheme()];
  const squares = useMemo(
    () =>
      squareFeatures((data?.squares ?? []).map(({ square, minutes }) => ({ square, minutes, pick: square }))),
    [data],
  );
  const outlines = useMemo(
    () => squareFeatures((gaps.data ?? []).map(({ square }) => ({ square, pick: square }))),
    [gaps.data],
  );
  const colour = stepColour("minutes", STEPS, palette.presenceSquares);
  return (
    <>
      <Source id="coverage" type="geojson" data={squares}>
        <Layer
          id="coverage-square"
          beforeId="slot-squares"
          type="fill"
          paint={{ "fill-color": colour, "fill-opacity": FILL_OPACITY }}
        />
      </Source>
      <Source id="gaps" type="geojson" data={outlines}>
        <Layer
          id="gap-outline"
          beforeId="slot-measures"
          type="line"
          layout={{ "line-join": "round" }}
          paint={{
            "line-color": ["case", ["==", ["get", "pick"], selected ?? ""], palette.selected, palette.gap],
            "line-width": ["case", ["==", ["get", "pick"], selected ?? ""], 5, 3],
          }}
        />
      </Source>
    </>
  );
}

function CoverageMark() {
  const palette = dataPalettes[useTheme()];
  return (
    <Patch fill={palette.presenceSquares[2]} edge={palette.presenceSquares[3]} over={groundOf(palette)} />
  );
}

function CoverageLegend() {
  const { t } = useTranslation();
  const palette = dataPalettes[useTheme()];
  const rows = [
    ...rangesOf(STEPS, false).map((range, index) => ({
      mark: (
        <Patch
          fill={palette.presenceSquares[index] ?? ""}
          edge={palette.presenceSquares[3]}
          over={groundOf(palette)}
        />
      ),
      label: t("layers.coverage.minutes", { range }),
    })),
    { mark: <Patch fill="none" edge={palette.gap} />, label: t("layers.coverage.gap") },
  ];
  return <Legend rows={rows} caveat={t("layers.coverage.caveat")} source={t("layers.coverage.source")} />;
}
