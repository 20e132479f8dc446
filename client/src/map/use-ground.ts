/** The base map of this place in the theme that is shown; the bare ground where it cannot be fetched. */
import type { StyleSpecification } from "maplibre-gl";
import { useEffect, useState } from "react";
import { useTown } from "../place/town.tsx";
import { useTheme } from "../ui/theme.ts";
import { bareStyle } from "./style/adopted.ts";
import { loadStyle } from "./style/load.ts";

interface Shown {
  style: StyleSpecification;
  /** Sources of the base map, as against those of data. */
  isOwn(source: string): boolean;
  failed: boolean;
}

/** Null until there is something to show; on a change of theme the former stays until then. */
export function useGround(): Shown | null {
  const { basemap, place } = useTown();
  const theme = useTheme();
  const [shown, setShown] = useState<Shown | null>(null);
  const { ground } = basemap;
  const latitude = place.centre.lat;
  useEffect(() => {
    let wanted = true;
    const show = (style: StyleSpecification, failed: boolean) => {
      if (wanted) setShown({ style, isOwn: (source) => source in style.sources, failed });
    };
    loadStyle(ground, theme, latitude).then(
      (style) => show(style, false),
      () => show(bareStyle(theme), true),
    );
    return () => {
      wanted = false;
    };
  }, [ground, theme, latitude]);
  return shown;
}
