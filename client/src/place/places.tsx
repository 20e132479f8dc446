/** The town's named places and its stretches of street, for pages that let people choose one. */
import type { NamedPlace } from "@trygg/shared/place/schema.ts";
import type { Stretch } from "@trygg/shared/place/stretches.ts";
import { createContext, type ReactNode, useContext, useMemo } from "react";

interface Places {
  places: NamedPlace[];
  stretches: Stretch[];
}

const PlacesContext = createContext<Places>({ places: [], stretches: [] });

export function PlacesProvider({ places, stretches, children }: Places & { children: ReactNode }) {
  const value = useMemo(() => ({ places, stretches }), [places, stretches]);
  return <PlacesContext value={value}>{children}</PlacesContext>;
}

export const usePlaces = () => useContext(PlacesContext);
