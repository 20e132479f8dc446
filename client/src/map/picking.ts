/** What can be picked on the map beside the features of its style: whoever draws by itself also finds by itself. */
import type { LngLat } from "@trygg/shared/geo/sweref.ts";
import { createContext, useContext, useEffect, useEffectEvent } from "react";

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

/** Takes a place that is marked on the map. */
export type Marker = (at: LngLat) => void;

/** Sets who takes the places that are pressed on one map; null lets what stands there be picked again. */
export const Marking = createContext<(marker: Marker | null) => void>(() => undefined);

/** While there is a marker, a press on the map marks a place, and nothing is picked. */
export function useMarking(marker: Marker | null): void {
  const setMarker = useContext(Marking);
  const mark = useEffectEvent((at: LngLat) => marker?.(at));
  const marks = marker !== null;
  useEffect(() => {
    if (!marks) return;
    setMarker((at) => mark(at));
    return () => setMarker(null);
  }, [setMarker, marks]);
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
