/** How densely reports lie along the streets, for those who may see single ones. */
import { Layer, Source } from "@vis.gl/react-maplibre";
import { useQuery } from "@tanstack/react-query";
import { type Bandwidth, bandwidths } from "@trygg/shared/reports/hot-spots.ts";
import type { FeatureCollection, LineString } from "geojson";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { trpc } from "../api.ts";
import { Legend, Patch } from "../map/legend.tsx";
import { changeView, useView } from "../map/use-view.ts";
import { useReportFilter } from "../reports/use-report-filter.ts";
import { useReports } from "../reports/use-reports.ts";
import { ChooseOne } from "../ui/choice.tsx";
import { useErrorWords } from "../ui/error-words.ts";
import { useTheme } from "../ui/theme.ts";
import type { MapLayer } from "./layer.ts";
import { dataPalettes, groundOf } from "./palette.ts";
import { rangesOf, stepColour } from "./steps.ts";

export const staffDensityLayer: MapLayer = {
  id: "density",
  title: "layers.density.title",
  Mark: DensityMark,
  Draw: DrawDensity,
  Legend: DensityLegend,
  pickable: [],
};

/** Voices on 100 m at which a street takes the next colour. */
const STEPS = [0.5, 2, 5, 10, 20];

function useDensity() {
  const filter = useReportFilter();
  const { data: reports } = useReports();
  const { bandwidth } = useView();
  const mayAsk = reports?.grain === "point";
  const query = useQuery({
    ...trpc.reports.density.queryOptions({ filter, bandwidth }),
    enabled: mayAsk,
    placeholderData: (before) => before,
  });
  return { ...query, mayAsk, waits: reports === undefined };
}

function DrawDensity() {
  const { data } = useDensity();
  const colours = Object.values(dataPalettes[useTheme()].unsafe);
  const streets = useMemo(
    (): FeatureCollection<LineString> => ({
      type: "FeatureCollection",
      features: (data?.stretches ?? [])
        .filter(({ per100 }) => per100 >= (STEPS[0] ?? 0))
        .map(({ line, per100 }) => ({
          type: "Feature",
          properties: { per100 },
          geometry: { type: "LineString", coordinates: line },
        })),
    }),
    [data],
  );
  return (
    <Source id="density" type="geojson" data={streets}>
      <Layer
        id="density-street"
        beforeId="slot-measures"
        type="line"
        layout={{ "line-cap": "butt", "line-join": "round" }}
        paint={{
          "line-color": stepColour("per100", STEPS, colours),
          "line-width": ["interpolate", ["exponential", 2], ["zoom"], 14, 4, 17, 12, 19, 40],
          "line-opacity": 0.9,
        }}
      />
    </Source>
  );
}

function DensityMark() {
  const palette = dataPalettes[useTheme()];
  return <Patch fill={palette.unsafe["20-39"]} edge={palette.unsafe["20-39"]} over={groundOf(palette)} />;
}

function DensityLegend() {
  const { t } = useTranslation();
  const palette = dataPalettes[useTheme()];
  const { bandwidth } = useView();
  const { error, mayAsk, waits, isPending } = useDensity();
  const words = useErrorWords();
  const ranges = rangesOf(STEPS, false);
  const told = () => {
    if (error) return words(error);
    if (!mayAsk && !waits) return t("layers.density.reason");
    return isPending ? t("ui.waiting") : t("layers.density.source");
  };
  return (
    <>
      <ChooseOne
        look="segments"
        legend={t("layers.density.bandwidth")}
        value={String(bandwidth)}
        options={bandwidths.map((each) => ({
          value: String(each),
          label: t("layers.density.metres", { metres: each }),
        }))}
        onChange={(value) => changeView({ bandwidth: Number(value) as Bandwidth })}
      />
      <Legend
        rows={Object.values(palette.unsafe).map((fill, index) => ({
          mark: <Patch fill={fill} edge={fill} over={groundOf(palette)} />,
          label: t("layers.density.voices", { range: ranges[index] }),
        }))}
        caveat={t("layers.density.caveat")}
        source={told()}
      />
    </>
  );
}
