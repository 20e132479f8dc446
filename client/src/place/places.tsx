/** The town's named places, for pages that let people choose one. */
import type { NamedPlace } from "@trygg/shared/place/schema.ts";
import { createContext, type ReactNode, use } from "react";

const PlacesContext = createContext<NamedPlace[]>([]);

export function PlacesProvider({ places, children }: { places: NamedPlace[]; children: ReactNode }) {
  return <PlacesContext value={places}>{children}</PlacesContext>;
}

export const usePlaces = () => use(PlacesContext);
