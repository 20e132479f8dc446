/** The map beside a panel: the panel's layers, what it draws over them, the search and the clock. */
import { squareAt } from "@trygg/shared/geo/square.ts";
import { toGrid } from "@trygg/shared/geo/sweref.ts";
import type { FoundPlace } from "@trygg/shared/place/schema.ts";
import { Layers } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { ClockBar } from "../clock/clock-bar.tsx";
import { Found } from "../layers/found.tsx";
import { LayerPanel, useShownLayers } from "../layers/layer-panel.tsx";
import { lightingLayer } from "../layers/lighting.tsx";
import { Follow } from "../map/follow.tsx";
import { LazyMap } from "../map/lazy-map.tsx";
import type { Pick } from "../map/town-map.tsx";
import { changeView, useView } from "../map/use-view.ts";
import { useMiddleOf } from "../place/middle-of.ts";
import { PlaceSearch } from "../place/place-search.tsx";
import { useTown } from "../place/town.tsx";
import { useLow, useNarrow } from "../ui/media.ts";
import css from "./desk-map.module.css";
import type { DeskPanel } from "./panels.ts";

interface Props {
  map: NonNullable<DeskPanel["map"]>;
  /** Stands over the map instead of all else. */
  alone: ReactNode;
}

/** The zoom at which a single lamp or house can be told from its neighbours. */
const NEAR = 16.5;

/** What is selected by a place that was searched for: itself, or the square that holds it within the centre. */
function selectionOf({ id, kind, at, area }: FoundPlace): string | null {
  if (kind === "area" || kind === "lamp") return id;
  return area === undefined ? null : squareAt(toGrid(at));
}

export function DeskMap({ map: { Overlay, ...layers }, alone }: Props) {
  const { t } = useTranslation();
  const { place } = useTown();
  const view = useView();
  const narrow = useNarrow();
  const low = useLow();
  const middleOf = useMiddleOf();
  const [found, setFound] = useState<FoundPlace | null>(null);
  const shown = useShownLayers(layers);
  // Something else may have been selected since.
  const ringed = found && selectionOf(found) === view.selected ? found.at : null;

  const goTo = (goal: FoundPlace) => {
    setFound(goal);
    const ids = shown.map(({ id }) => id);
    const unlit = goal.kind === "lamp" && !ids.includes(lightingLayer.id);
    changeView({
      selected: selectionOf(goal),
      ...(unlit ? { layers: [...ids, lightingLayer.id] } : {}),
    });
  };
  const pick = ({ feature }: Pick) => {
    const picked = feature?.["pick"] ?? feature?.["square"];
    changeView({ selected: typeof picked === "string" ? picked : null });
  };
  return (
    <div className={css.map}>
      <LazyMap
        label={t("map.label", { place: place.name })}
        pickable={shown.flatMap(({ pickable }) => pickable)}
        onPick={pick}
        covered={{ bottom: narrow ? 90 : 150 }}
      >
        {shown.map(({ id, Draw }) => (
          <Draw key={id} />
        ))}
        {ringed ? <Found at={ringed} /> : null}
        <Follow to={ringed ?? middleOf(view.selected)} {...(ringed ? { nearest: NEAR } : {})} />
        {Overlay ? <Overlay /> : null}
      </LazyMap>
      {alone ? (
        <div className={css.drawing}>{alone}</div>
      ) : (
        <>
          <div className={css.search}>
            <PlaceSearch over onChoose={goTo} />
          </div>
          <details className={css.layers}>
            <summary>
              <Layers aria-hidden="true" />
              {t("layers.button")}
            </summary>
            <LayerPanel {...layers} />
          </details>
          <div className={css.clock}>
            <ClockBar wholeWeek folds={narrow || low} />
          </div>
        </>
      )}
    </div>
  );
}
