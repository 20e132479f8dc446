/** The visitor's own new report, shown to nobody else: it is read from this tab's memory and from nowhere else. */
import { Layer, Source } from "@vis.gl/react-maplibre";
import { useState } from "react";
import { Follow } from "../map/follow.tsx";
import { readOwnPin } from "../reports/own-pin.ts";
import { useTheme } from "../ui/theme.ts";
import { dataPalettes } from "./palette.ts";

export function OwnPin() {
  const [pin] = useState(readOwnPin);
  const palette = dataPalettes[useTheme()];
  if (!pin) return null;
  return (
    <Source
      id="own-pin"
      type="geojson"
      data={{ type: "Feature", properties: {}, geometry: { type: "Point", coordinates: [pin.lng, pin.lat] } }}
    >
      <Follow to={pin} />
      <Layer
        id="own-pin-halo"
        beforeId="slot-own-pin"
        type="circle"
        paint={{ "circle-radius": 16, "circle-color": palette.pin, "circle-opacity": 0.2 }}
      />
      <Layer
        id="own-pin-dot"
        beforeId="slot-own-pin"
        type="circle"
        paint={{
          "circle-radius": 7,
          "circle-color": palette.pin,
          "circle-stroke-color": palette.pinRing,
          "circle-stroke-width": 3,
        }}
      />
    </Source>
  );
}
