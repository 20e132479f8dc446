/** What is being drawn: the line of a presence, or the place of a measure. */
import { Layer, Source } from "@vis.gl/react-maplibre";
import type { FeatureCollection } from "geojson";
import { useTheme } from "../ui/theme.ts";
import { dataPalettes } from "./palette.ts";

export function Draft({ points }: { points: { lng: number; lat: number }[] }) {
  const palette = dataPalettes[useTheme()];
  const coordinates = points.map(({ lng, lat }) => [lng, lat]);
  const data: FeatureCollection = {
    type: "FeatureCollection",
    features: [
      ...(coordinates.length > 1
        ? [
            {
              type: "Feature" as const,
              properties: {},
              geometry: { type: "LineString" as const, coordinates },
            },
          ]
        : []),
      ...coordinates.map((point) => ({
        type: "Feature" as const,
        properties: {},
        geometry: { type: "Point" as const, coordinates: point },
      })),
    ],
  };
  return (
    <Source id="draft" type="geojson" data={data}>
      <Layer
        id="draft-line"
        beforeId="slot-own-pin"
        type="line"
        filter={["==", ["geometry-type"], "LineString"]}
        layout={{ "line-cap": "round", "line-join": "round" }}
        paint={{ "line-color": palette.pin, "line-width": 5 }}
      />
      <Layer
        id="draft-point"
        beforeId="slot-own-pin"
        type="circle"
        filter={["==", ["geometry-type"], "Point"]}
        paint={{
          "circle-radius": 6,
          "circle-color": palette.pinRing,
          "circle-stroke-color": palette.pin,
          "circle-stroke-width": 3,
        }}
      />
    </Source>
  );
}
