/** The map, loaded only when a screen shows it. */
import { type ComponentProps, Suspense, lazy } from "react";

const TownMap = lazy(() => import("./town-map.tsx"));

export function LazyMap(props: ComponentProps<typeof TownMap>) {
  return (
    <Suspense fallback={null}>
      <TownMap {...props} />
    </Suspense>
  );
}
