/** Light in lux: what the lamps give on the ground at the clock's hour, with lines of equal light. */
import { toLngLat } from "@trygg/shared/geo/sweref.ts";
import type { Grid } from "@trygg/shared/photometry/raster.ts";
import { Layer, Source, useMap } from "@vis.gl/react-maplibre";
import type {
  CanvasSource,
  CanvasSourceSpecification,
  Coordinates,
  ExpressionSpecification,
} from "maplibre-gl";
import { type ComponentType, type ReactNode, useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { isoluxLines } from "../lighting/level/isolux.ts";
import { type Light, useBasis, useLight } from "../lighting/level/use-light.ts";
import { Legend, Patch } from "../map/legend.tsx";
import { MAP_FONTS } from "../map/style/fonts.ts";
import { useTown } from "../place/town.tsx";
import { useLocale } from "../ui/locale.ts";
import { useSettled } from "../ui/use-settled.ts";
import { useTheme } from "../ui/theme.ts";
import type { MapLayer } from "./layer.ts";
import { LUX_OPACITY, dataPalettes } from "./palette.ts";
import { rangesOf } from "./steps.ts";

export const staffLuxLayer: MapLayer = {
  id: "lux",
  title: "layers.lux.title",
  Mark: LuxMark,
  Draw: DrawLux,
  Legend: LuxLegend,
  pickable: [],
};

/** A picture that is drawn here, as MapLibre takes it; the typings of its component leave that kind out. */
const PictureSource = Source as unknown as ComponentType<
  CanvasSourceSpecification & { id: string; children: ReactNode }
>;

/** Lux from which the next colour begins. */
const STEPS = [0, 1, 2, 5, 10];

/** Farther away lines would lie as close as the lamps. */
const FROM_ZOOM = 15.5;

/** Milliseconds after which the lines follow a lamp that was moved: they take longer than the picture. */
const REST = 150;

function DrawLux() {
  const light = useLight();
  const settled = useSettled(light?.lux, REST);
  const [last, setLast] = useState(light);
  if (settled && last !== light) setLast(light);
  // By day a town without lamps is not dark.
  if (!light?.burning) return null;
  return (
    <>
      <LuxPicture {...light} />
      {last ? <Isolux light={last} visible={settled} /> : null}
    </>
  );
}

function LuxPicture({ grid, lux, shown }: Light) {
  const { current: map } = useMap();
  const { lux: ramp } = dataPalettes[useTheme()];
  const id = `lux-${Object.values(grid).join("-")}`;
  const canvas = useMemo(() => {
    const made = document.createElement("canvas");
    [made.width, made.height] = [grid.width, grid.height];
    return made;
  }, [grid]);
  const coordinates = useMemo(() => cornersOf(grid), [grid]);
  useEffect(() => {
    paint(canvas, lux, shown, ramp);
    const source = map?.getSource<CanvasSource>(id);
    // Played for a moment, the source takes the canvas over as it is now; it is not there before it is drawn first.
    source?.play?.();
    source?.pause?.();
  }, [map, id, canvas, lux, shown, ramp]);
  return (
    <PictureSource key={id} id={id} type="canvas" canvas={canvas} coordinates={coordinates} animate={false}>
      <Layer
        id="lux-picture"
        beforeId="slot-light"
        type="raster"
        paint={{ "raster-opacity": LUX_OPACITY, "raster-fade-duration": 0 }}
      />
    </PictureSource>
  );
}

/** From the north-west clockwise, as the map wants them. */
function cornersOf({ east, north, step, width, height }: Grid): Coordinates {
  const corner = (x: number, y: number): [number, number] => {
    const { lng, lat } = toLngLat({ east: east + x * step, north: north + y * step });
    return [lng, lat];
  };
  return [corner(0, height), corner(width, height), corner(width, 0), corner(0, 0)];
}

/** One colour for each class; rows run from the south in the raster and from the north in a picture. */
function paint(
  canvas: HTMLCanvasElement,
  lux: Float32Array,
  shown: Uint8Array,
  ramp: readonly string[],
): void {
  const context = canvas.getContext("2d");
  if (!context) return;
  const { width, height } = canvas;
  const picture = context.createImageData(width, height);
  const pixels = new Uint32Array(picture.data.buffer);
  const colours = ramp.map(toPixel);
  for (let row = 0; row < height; row++) {
    const from = row * width;
    const to = (height - 1 - row) * width;
    for (let column = 0; column < width; column++) {
      if (shown[from + column] === 0) continue;
      const value = lux[from + column] as number;
      let step = STEPS.length - 1;
      while (step > 0 && value < (STEPS[step] as number)) step -= 1;
      pixels[to + column] = colours[step] as number;
    }
  }
  context.putImageData(picture, 0, 0);
}

/** Opaque, its bytes in the order of a canvas. */
function toPixel(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  const bytes = Uint8Array.of(red ?? 0, green ?? 0, blue ?? 0, 255);
  return new Uint32Array(bytes.buffer)[0] as number;
}

function Isolux({ light: { grid, lux, shown }, visible }: { light: Light; visible: boolean }) {
  const visibility = visible ? "visible" : "none";
  const { leastLux } = useBasis().data?.lighting ?? {};
  const palette = dataPalettes[useTheme()];
  const locale = useLocale();
  const lines = useMemo(() => isoluxLines(grid, lux, shown), [grid, lux, shown]);
  const isLeast: ExpressionSpecification = ["==", ["get", "lux"], leastLux ?? -1];
  return (
    <Source id="isolux" type="geojson" data={lines}>
      <Layer
        id="isolux-line"
        beforeId="slot-lamps"
        minzoom={FROM_ZOOM}
        type="line"
        layout={{ visibility, "line-join": "round" }}
        paint={{
          "line-color": palette.isolux,
          "line-width": ["case", isLeast, 2.6, 1],
          "line-opacity": ["case", isLeast, 1, 0.75],
        }}
      />
      <Layer
        id="isolux-label"
        beforeId="slot-lamps"
        type="symbol"
        minzoom={FROM_ZOOM}
        layout={{
          visibility,
          "symbol-placement": "line",
          "symbol-spacing": 220,
          "text-field": ["concat", ["number-format", ["get", "lux"], { locale }], " lx"],
          "text-font": MAP_FONTS.semibold,
          "text-size": 12,
        }}
        paint={{
          "text-color": palette.isolux,
          "text-halo-color": palette.isoluxUnder,
          "text-halo-width": 1.6,
        }}
      />
    </Source>
  );
}

function LuxMark() {
  const { lux } = dataPalettes[useTheme()];
  return <Patch fill={lux[3]} edge={lux[1]} />;
}

function LuxLegend() {
  const { t } = useTranslation();
  const { place } = useTown();
  const light = useLight();
  const palette = dataPalettes[useTheme()];
  const over = { ground: palette.ground, opacity: LUX_OPACITY };
  const ranges = rangesOf(STEPS, false);
  const rows = palette.lux.map((fill, index) => ({
    mark: <Patch fill={fill} edge={palette.lux[0]} over={over} />,
    label: t("layers.lux.range", { range: ranges[index] }),
  }));
  return (
    <Legend
      rows={rows}
      caveat={t("layers.lux.caveat", place.schematic ? { context: "schematic" } : {})}
      source={t(light?.burning === false ? "layers.lux.day" : "layers.lux.source")}
    />
  );
}
