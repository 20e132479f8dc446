/** A ring round what was searched for. */
import { Layer, Source } from "@vis.gl/react-maplibre";
import { useTheme } from "../ui/theme.ts";
import { dataPalettes } from "./palette.ts";

export function Found({ at }: { at: { lng: number; lat: number } }) {
  const palette = dataPalettes[useTheme()];
  return (
    <Source
      id="found"
      type="geojson"
      data={{ type: "Feature", properties: {}, geometry: { type: "Point", coordinates: [at.lng, at.lat] } }}
    >
      <Layer
        id="found-ring"
        beforeId="slot-own-pin"
        type="circle"
        paint={{
          "circle-radius": 14,
          "circle-opacity": 0,
          "circle-stroke-color": palette.selected,
          "circle-stroke-width": 3,
        }}
      />
    </Source>
  );
}
