/** Follows a media query. */
import { useSyncExternalStore } from "react";

export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const list = window.matchMedia(query);
      list.addEventListener("change", changed);
      return () => list.removeEventListener("change", changed);
    },
    () => window.matchMedia(query).matches,
    () => false,
  );
}

/** A window too low for all that stands over a map: a phone on its side, or a page at twice its size. */
export const useLow = () => useMedia("(max-height: 39.99rem)");

/** A window too narrow to hold the map and a panel side by side. */
export const useNarrow = () => useMedia("(max-width: 47.99rem)");
