/** Reports for planners and coordinators: squares by voices, or, after a reason, single points. */
import { Layer, Source } from "@vis.gl/react-maplibre";
import type { FeatureCollection, Point } from "geojson";
import type { ExpressionSpecification } from "maplibre-gl";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Follow } from "../map/follow.tsx";
import { Dot, Legend, Patch } from "../map/legend.tsx";
import { useView } from "../map/use-view.ts";
import { useReports } from "../reports/report-panel.tsx";
import { useReportFilter } from "../reports/use-report-filter.ts";
import { useTheme } from "../ui/theme.ts";
import type { MapLayer } from "./layer.ts";
import { FILL_OPACITY, dataPalettes, groundOf } from "./palette.ts";
import { squareFeatures } from "./squares.ts";

export const staffReportsLayer: MapLayer = {
  id: "reports",
  title: "layers.reports.title",
  Mark: ReportsMark,
  Draw: DrawReports,
  Legend: ReportsLegend,
  pickable: ["report-point", "report-square"],
};

/** Voices at which a square takes the next colour. */
const STEPS = [1, 3, 6, 12, 24];

function DrawReports() {
  const { data } = useReports();
  const { selected } = useView();
  const palette = dataPalettes[useTheme()];
  const ramp = useRamp();
  const shapes = useMemo(() => {
    if (!data) return null;
    return data.grain === "square"
      ? squareFeatures(data.rows.map(({ square, voices }) => ({ square, voices, pick: square })))
      : toPoints(data.rows);
  }, [data]);
  if (!data || !shapes) return null;
  const isSelected: ExpressionSpecification = ["==", ["get", "pick"], selected ?? ""];
  if (data.grain === "square")
    return (
      <Source key="squares" id="report-squares" type="geojson" data={shapes}>
        <Layer
          id="report-square"
          beforeId="slot-squares"
          type="fill"
          paint={{ "fill-color": stepColour(ramp.colours), "fill-opacity": FILL_OPACITY }}
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
  const chosen = data.rows.find(({ id }) => id === selected);
  return (
    <Source key="points" id="report-points" type="geojson" data={shapes}>
      <Follow to={chosen?.at ?? null} />
      <Layer
        id="report-point"
        beforeId="slot-points"
        type="circle"
        paint={{
          "circle-radius": ["interpolate", ["linear"], ["zoom"], 14, 2.5, 16, 4.5, 19, 8],
          "circle-color": ["match", ["get", "feeling"], "safe", palette.reports.safe, palette.reports.unsafe],
          "circle-opacity": 0.75,
          "circle-stroke-color": ["case", isSelected, palette.selected, palette.presenceEdge],
          "circle-stroke-width": ["case", isSelected, 3, 0.8],
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

function stepColour(colours: readonly string[]): ExpressionSpecification {
  const [first, ...rest] = colours;
  return [
    "step",
    ["get", "voices"],
    first,
    ...rest.flatMap((colour, index) => [STEPS[index + 1], colour]),
  ] as unknown as ExpressionSpecification;
}

function toPoints(
  rows: { id: string; at: { lng: number; lat: number }; feeling: string }[],
): FeatureCollection<Point> {
  return {
    type: "FeatureCollection",
    features: rows.map(({ id, at, feeling }) => ({
      type: "Feature",
      properties: { pick: id, feeling },
      geometry: { type: "Point", coordinates: [at.lng, at.lat] },
    })),
  };
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
      : STEPS.map((_, index) => ({
          mark: <Patch fill={ramp.colours[index] ?? ""} edge={ramp.edge} over={groundOf(palette)} />,
          label: t("layers.reports.voices", { range: rangeOf(index) }),
        }));
  return (
    <Legend
      rows={rows}
      caveat={t("layers.reports.caveat")}
      source={`${t(`layers.reports.feeling.${ramp.feeling}`)} ${t("layers.reports.source")}`}
    />
  );
}

function rangeOf(index: number): string {
  const [from = 0, next] = [STEPS[index], STEPS[index + 1]];
  return next === undefined ? `${from}+` : `${from}–${next - 1}`;
}
