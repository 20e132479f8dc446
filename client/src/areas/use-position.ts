/** Where the reader is: asked for only when wanted, used in the page, and never sent. */
import type { LngLat } from "@trygg/shared/geo/sweref.ts";
import { useState } from "react";
import { findOwnPosition } from "../place/own-position.ts";

export interface OwnPosition {
  at: LngLat | null;
  state: "unasked" | "asking" | "found" | "failed";
  ask(): void;
}

export function usePosition(): OwnPosition {
  const [known, setKnown] = useState<Pick<OwnPosition, "at" | "state">>({ at: null, state: "unasked" });
  const ask = () => {
    setKnown({ at: null, state: "asking" });
    void findOwnPosition().then(
      ({ longitude, latitude }) => setKnown({ at: { lng: longitude, lat: latitude }, state: "found" }),
      () => setKnown({ at: null, state: "failed" }),
    );
  };
  return { ...known, ask };
}
