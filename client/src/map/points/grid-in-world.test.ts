import { toLngLat } from "@trygg/shared/geo/sweref.ts";
import { MercatorCoordinate } from "maplibre-gl";
import { expect, it } from "vitest";
import { gridInWorld } from "./grid-in-world.ts";

it("places what lies within three kilometres to a centimetre", () => {
  const at = { east: 491_500, north: 6_225_500 };
  const { middle, east, north, both, east2, north2 } = gridInWorld(at);
  const metre = MercatorCoordinate.fromLngLat(toLngLat(at)).meterInMercatorCoordinateUnits();
  for (let e = -3000; e <= 3000; e += 500)
    for (let n = -3000; n <= 3000; n += 500) {
      const told = ([0, 1] as const).map(
        (axis) =>
          middle[axis] +
          e * east[axis] +
          n * north[axis] +
          e * n * both[axis] +
          e * e * east2[axis] +
          n * n * north2[axis],
      ) as [number, number];
      const { x, y } = MercatorCoordinate.fromLngLat(toLngLat({ east: at.east + e, north: at.north + n }));
      expect(Math.hypot(told[0] - x, told[1] - y) / metre).toBeLessThan(0.01);
    }
});
