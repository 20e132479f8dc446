/** The map, loaded only when a screen shows it. */
import { type ComponentProps, Suspense, lazy } from "react";
import { MapWaiting } from "./map-waiting.tsx";

const TownMap = lazy(() => import("./town-map.tsx"));

export function LazyMap(props: ComponentProps<typeof TownMap>) {
  return (
    <Suspense fallback={<MapWaiting />}>
      <TownMap {...props} />
    </Suspense>
  );
}
