/** Moves the map to what was chosen elsewhere, when it is not already in view. */
import { useMap } from "@vis.gl/react-maplibre";
import { useEffect } from "react";

interface Props {
  /** Null follows nothing. */
  to: { lng: number; lat: number } | null;
  /** The share of the map's height that a panel covers from below. */
  covered?: number;
  /** How near the map comes at least. */
  nearest?: number;
}

export function Follow({ to, covered = 0, nearest = 0 }: Props) {
  const { current: map } = useMap();
  const [lng, lat] = [to?.lng, to?.lat];
  useEffect(() => {
    if (!map || lng === undefined || lat === undefined) return;
    const { x, y } = map.project([lng, lat]);
    const { clientWidth, clientHeight } = map.getContainer();
    // Panels lie over the edges, so what stands in the outer fifth counts as hidden.
    const middle = (1 - covered) / 2;
    const inView =
      Math.abs(x / clientWidth - 0.5) < 0.3 && Math.abs(y / clientHeight - middle) < 0.3 * (1 - covered);
    const offset: [number, number] = [0, (middle - 0.5) * clientHeight];
    const zoom = Math.max(map.getZoom(), nearest);
    if (!inView || zoom > map.getZoom()) map.easeTo({ center: [lng, lat], zoom, offset, duration: 600 });
  }, [map, lng, lat, covered, nearest]);
  return null;
}
