/** Reported safe places: a heart in each release area, as large as its class of voices, beside what is said of unease. */
import { Layer, Source, useMap } from "@vis.gl/react-maplibre";
import type { ExpressionSpecification } from "maplibre-gl";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useClock } from "../clock/use-clock.ts";
import { useMiddles, useShownShapes } from "../place/area-shapes.ts";
import { useUnsafePlaces } from "../releases/latest.ts";
import { type Theme, useTheme } from "../ui/theme.ts";
import type { MapLayer } from "./layer.ts";
import { dataPalettes, safeWidth } from "./palette.ts";
import { VoicesLegend, told } from "./voices-legend.tsx";

const HEARTS = "safe-places-heart";

export const safePlacesLayer: MapLayer = {
  id: "safe",
  title: "layers.safe.title",
  Mark: () => <Heart width={22} />,
  Draw: DrawSafePlaces,
  Legend: SafeLegend,
  pickable: [HEARTS],
};

function DrawSafePlaces() {
  const { released } = useUnsafePlaces();
  const { band } = useClock();
  const theme = useTheme();
  const middles = useMiddles(useShownShapes(released?.content.features));
  const voices: ExpressionSpecification = ["get", band === "dark" ? "safeDark" : "safeDay"];
  const sizes = told.flatMap((each) => [each, safeWidth[each] / HEART.box]);
  return (
    <Source id="safe-places" type="geojson" data={middles}>
      <HeartImage />
      <Layer
        id={HEARTS}
        beforeId="slot-points"
        type="symbol"
        filter={["!=", voices, "few"]}
        layout={{
          "icon-image": imageOf(theme),
          "icon-size": ["match", voices, ...sizes, 0] as unknown as ExpressionSpecification,
          "icon-allow-overlap": true,
          "icon-ignore-placement": true,
        }}
        // Below the middle, where presence has its dot and a measure of the whole area its pin.
        paint={{ "icon-translate": [0, 24] }}
      />
    </Source>
  );
}

/** The shape in a square box, and how many pixels of the picture make one of the map's, so that it stays sharp. */
const HEART = {
  path: "M12 21 3.4 12.5a5.4 5.4 0 0 1 8.6-6.4 5.4 5.4 0 0 1 8.6 6.4z",
  box: 24,
  ring: 2,
  pixels: 4,
};

/** Draws the picture of the heart when a style asks for it, in the theme that its name tells. */
function HeartImage() {
  const { current } = useMap();
  const map = current?.getMap();
  useEffect(() => {
    map?.setMissingStyleImageResolver((id) => {
      const theme = themes.find((each) => id === imageOf(each));
      if (theme) map.addImage(id, drawHeart(theme), { pixelRatio: HEART.pixels });
    });
    return () => {
      map?.setMissingStyleImageResolver(null);
    };
  }, [map]);
  return null;
}

const themes = ["day", "night"] as const satisfies Theme[];
const imageOf = (theme: Theme) => `safe-${theme}`;

function drawHeart(theme: Theme): ImageData {
  const { path, box, ring, pixels } = HEART;
  const canvas = new OffscreenCanvas(box * pixels, box * pixels);
  const pen = canvas.getContext("2d");
  if (!pen) throw new Error("expected a canvas that can be drawn on");
  const shape = new Path2D(path);
  pen.scale(pixels, pixels);
  pen.lineWidth = ring * 2;
  pen.lineJoin = "round";
  pen.strokeStyle = dataPalettes[theme].safeRing;
  pen.stroke(shape);
  pen.fillStyle = dataPalettes[theme].safeEdge;
  // oxlint-disable-next-line unicorn/no-array-fill-with-reference-type -- a canvas, not an array
  pen.fill(shape);
  return pen.getImageData(0, 0, canvas.width, canvas.height);
}

/** In a box as wide as those of the other layers' marks. */
function Heart({ width }: { width: number }) {
  const { safeEdge, safeRing } = dataPalettes[useTheme()];
  const { path, box, ring } = HEART;
  const aside = (28 - width) / 2;
  return (
    <svg viewBox="0 0 28 28" width="28" height="28">
      <path
        d={path}
        transform={`translate(${aside} ${aside}) scale(${width / box})`}
        fill={safeEdge}
        stroke={safeRing}
        strokeWidth={ring * 2}
        strokeLinejoin="round"
        paintOrder="stroke"
      />
    </svg>
  );
}

function SafeLegend() {
  const { t } = useTranslation();
  const { band } = useClock();
  return (
    <VoicesLegend
      band={t(`layers.safe.band.${band}`)}
      marks={told.map((each) => (
        <Heart key={each} width={safeWidth[each]} />
      ))}
      caveat={t("layers.safe.caveat")}
    />
  );
}
