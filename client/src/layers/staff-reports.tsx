/** Reports for planners and coordinators: squares by voices, or, after a reason, single points. */
import { Layer, Source } from "@vis.gl/react-maplibre";
import type { ExpressionSpecification } from "maplibre-gl";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Dot, Legend, Patch } from "../map/legend.tsx";
import { useView } from "../map/use-view.ts";
import { useReports } from "../reports/use-reports.ts";
import { useReportFilter } from "../reports/use-report-filter.ts";
import { useTheme } from "../ui/theme.ts";
import type { MapLayer } from "./layer.ts";
import { FILL_OPACITY, dataPalettes, groundOf } from "./palette.ts";
import { DrawPoints } from "./report-points.tsx";
import { squareFeatures } from "./squares.ts";
import { rangesOf, stepColour } from "./steps.ts";

export const staffReportsLayer: MapLayer = {
  id: "reports",
  title: "layers.reports.title",
  Mark: ReportsMark,
  Draw: DrawReports,
  Legend: ReportsLegend,
  pickable: ["report-square"],
};

/** Voices at which a square takes the next colour. */
const STEPS = [1, 3, 6, 12, 24];

function DrawReports() {
  const { data } = useReports();
  const { selected } = useView();
  const palette = dataPalettes[useTheme()];
  const ramp = useRamp();
  const shapes = useMemo(
    () =>
      data?.grain === "square"
        ? squareFeatures(data.rows.map(({ square, voices }) => ({ square, voices, pick: square })))
        : null,
    [data],
  );
  if (data?.grain === "point") return <DrawPoints />;
  if (!shapes) return null;
  const isSelected: ExpressionSpecification = ["==", ["get", "pick"], selected ?? ""];
  return (
    <Source id="report-squares" type="geojson" data={shapes}>
      <Layer
        id="report-square"
        beforeId="slot-squares"
        type="fill"
        paint={{ "fill-color": stepColour("voices", STEPS, ramp.colours), "fill-opacity": FILL_OPACITY }}
      />
      <Layer
        id="report-square-edge"
        beforeId="slot-squares"
        type="line"
        paint={{
          "line-color": ["case", isSelected, palette.selected, ramp.edge],
          "line-width": ["case", isSelected, 3.5, 1],
        }}
      />
    </Source>
  );
}

/** The colours of squares, which follow what is asked for: unease never colours what feels safe. */
function useRamp(): { feeling: "unsafe" | "safe" | "any"; colours: readonly string[]; edge: string } {
  const { feeling = "any" } = useReportFilter();
  const palette = dataPalettes[useTheme()];
  switch (feeling) {
    case "unsafe":
      return { feeling, colours: Object.values(palette.unsafe), edge: palette.unsafeEdge };
    case "safe":
      return { feeling, colours: palette.safeRamp, edge: palette.safeEdge };
    case "any":
      return { feeling, colours: palette.anyRamp, edge: palette.few };
  }
}

function ReportsMark() {
  const palette = dataPalettes[useTheme()];
  return <Dot radius={6} fill={palette.reports.unsafe} edge={palette.presenceEdge} />;
}

function ReportsLegend() {
  const { t } = useTranslation();
  const { data } = useReports();
  const palette = dataPalettes[useTheme()];
  const ramp = useRamp();
  const rows =
    data?.grain === "point"
      ? (["unsafe", "safe"] as const).map((feeling) => ({
          mark: <Dot radius={6} fill={palette.reports[feeling]} edge={palette.presenceEdge} />,
          label: t(`reports.feeling.${feeling}`),
        }))
      : rangesOf(STEPS).map((range, index) => ({
          mark: <Patch fill={ramp.colours[index] ?? ""} edge={ramp.edge} over={groundOf(palette)} />,
          label: t("layers.reports.voices", { range }),
        }));
  return (
    <Legend
      rows={rows}
      caveat={t("layers.reports.caveat")}
      source={`${t(`layers.reports.feeling.${ramp.feeling}`)} ${t("layers.reports.source")}`}
    />
  );
}
