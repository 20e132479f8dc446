/** Blekinge kustbana in the north: its station is known to within about 250 m, its line is drawn through that. */
import { eastNorth, type Spot } from "./frame.ts";

const spot = (east: number, north: number): Spot => {
  const [u, v] = eastNorth(east, north);
  return [u, v];
};

export const RAILWAY = {
  name: "Blekinge kustbana",
  open: [
    spot(-2600, 1720),
    spot(-1700, 1400),
    spot(-900, 1130),
    spot(-420, 1000),
    spot(-60, 922),
    spot(240, 900),
    spot(430, 912),
  ],
  /** Under Pengaberget, 567 m. */
  tunnel: [spot(430, 912), spot(700, 960), spot(972, 1052)],
  beyond: [spot(972, 1052), spot(1300, 1190), spot(1800, 1330), spot(2700, 1500)],
};

export const STATION = {
  name: "Resecentrum",
  at: spot(87, 920),
  /** Beside the ring road at the north edge, pointing to the station. */
  arrow: [spot(-182, 668), spot(-150, 698)] as [Spot, Spot],
  arrowHead: [spot(-166, 697), spot(-150, 698), spot(-152, 682)],
};
