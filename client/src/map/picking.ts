/** What can be picked on the map beside the features of its style: whoever draws by itself also finds by itself. */
import type { LngLat } from "@trygg/shared/geo/sweref.ts";
import { createContext, useContext, useEffect } from "react";

/** Properties of what stands nearest a place, none farther than `within` metres; null for nothing. */
export type Picker = (at: LngLat, within: number) => Record<string, unknown> | null;

/** The pickers of one map. */
export const Pickers = createContext<Set<Picker>>(new Set());

/** Lets a layer's own things be picked while it is drawn. */
export function usePicker(pick: Picker): void {
  const pickers = useContext(Pickers);
  useEffect(() => {
    pickers.add(pick);
    return () => void pickers.delete(pick);
  }, [pickers, pick]);
}

/** How near a fingertip comes, in pixels. */
const REACH = 14;
/** Metres of a pixel at the equator and zoom 0, where the world is 512 pixels wide. */
const METRES_PER_PIXEL = 40_075_017 / 512;

export function pickFrom(pickers: Iterable<Picker>, at: LngLat, zoom: number) {
  const within = (REACH * METRES_PER_PIXEL * Math.cos((at.lat * Math.PI) / 180)) / 2 ** zoom;
  for (const pick of pickers) {
    const found = pick(at, within);
    if (found) return found;
  }
  return null;
}
