/** Squares that with their neighbours hold more voices than chance would give them, ringed, with the share that feels unsafe. */
import { Layer, Source } from "@vis.gl/react-maplibre";
import { useQuery } from "@tanstack/react-query";
import { LEAST_VOICES } from "@trygg/shared/reports/hot-spots.ts";
import { squareCentre } from "@trygg/shared/geo/square.ts";
import { toLngLat } from "@trygg/shared/geo/sweref.ts";
import type { FeatureCollection, Point } from "geojson";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { trpc } from "../api.ts";
import { Legend, Patch } from "../map/legend.tsx";
import { MAP_FONTS } from "../map/style/fonts.ts";
import { useReportFilter } from "../reports/use-report-filter.ts";
import { useErrorWords } from "../ui/error-words.ts";
import { useTheme } from "../ui/theme.ts";
import type { MapLayer } from "./layer.ts";
import { dataPalettes } from "./palette.ts";
import { squareFeatures } from "./squares.ts";

export const staffHotSpotsLayer: MapLayer = {
  id: "hot-spots",
  title: "layers.hotSpots.title",
  Mark: HotSpotsMark,
  Draw: DrawHotSpots,
  Legend: HotSpotsLegend,
  // What is picked is the square under the ring.
  pickable: [],
};

/** Asked for only while the layer is on: it takes a thread of the server a moment. */
function useHotSpots() {
  const filter = useReportFilter();
  return useQuery({
    ...trpc.reports.hotSpots.queryOptions(filter),
    placeholderData: (before) => before,
  });
}

function DrawHotSpots() {
  const { data } = useHotSpots();
  const palette = dataPalettes[useTheme()];
  const { rings, shares } = useMemo(() => {
    const hot = (data?.squares ?? []).filter((each) => each.hot);
    return { rings: squareFeatures(hot.map(({ square }) => ({ square }))), shares: shareFeatures(hot) };
  }, [data]);
  return (
    <>
      <Source id="hot-spots" type="geojson" data={rings}>
        <Layer
          id="hot-spot-under"
          beforeId="slot-measures"
          type="line"
          layout={{ "line-join": "round" }}
          paint={{ "line-color": palette.hotSpotUnder, "line-width": 7 }}
        />
        <Layer
          id="hot-spot"
          beforeId="slot-measures"
          type="line"
          layout={{ "line-join": "round" }}
          paint={{ "line-color": palette.hotSpot, "line-width": 3.5 }}
        />
      </Source>
      <Source id="hot-spot-shares" type="geojson" data={shares}>
        <Layer
          id="hot-spot-share"
          beforeId="slot-own-pin"
          type="symbol"
          minzoom={15}
          layout={{
            "text-field": ["get", "share"],
            "text-font": MAP_FONTS.semibold,
            "text-size": ["interpolate", ["linear"], ["zoom"], 15, 11, 17, 15],
            "text-allow-overlap": true,
          }}
          paint={{
            "text-color": palette.hotSpot,
            "text-halo-color": palette.hotSpotUnder,
            "text-halo-width": 2,
          }}
        />
      </Source>
    </>
  );
}

function shareFeatures(
  squares: { square: string; share: { unsafe: number } | null }[],
): FeatureCollection<Point> {
  return {
    type: "FeatureCollection",
    features: squares.flatMap(({ square, share }) => {
      if (!share) return [];
      const { lng, lat } = toLngLat(squareCentre(square));
      return [
        {
          type: "Feature",
          properties: { share: `${Math.round(share.unsafe * 100)} %` },
          geometry: { type: "Point", coordinates: [lng, lat] },
        },
      ];
    }),
  };
}

function HotSpotsMark() {
  const palette = dataPalettes[useTheme()];
  return <Patch fill="none" edge={palette.hotSpot} />;
}

function HotSpotsLegend() {
  const { t } = useTranslation();
  const palette = dataPalettes[useTheme()];
  const { data, error } = useHotSpots();
  const words = useErrorWords();
  const found = data?.squares.filter(({ hot }) => hot).length ?? 0;
  const verdict = () => {
    if (error) return words(error);
    if (!data) return t("ui.waiting");
    if (!data.enough) return t("layers.hotSpots.tooFew", { count: data.voices, least: LEAST_VOICES });
    return t("layers.hotSpots.found", { count: found, tested: data.tested });
  };
  return (
    <Legend
      rows={[{ mark: <Patch fill="none" edge={palette.hotSpot} />, label: verdict() }]}
      caveat={t("layers.hotSpots.caveat")}
      source={t("layers.hotSpots.share")}
    />
  );
}
