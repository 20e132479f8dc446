/** The map beside a panel: the panel's layers, the search, the clock, and what is being marked on it. */
import { squareAt } from "@trygg/shared/geo/square.ts";
import { toGrid } from "@trygg/shared/geo/sweref.ts";
import type { FoundPlace } from "@trygg/shared/place/schema.ts";
import { Layers } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ClockBar } from "../clock/clock-bar.tsx";
import { Draft } from "../layers/draft.tsx";
import { Found } from "../layers/found.tsx";
import { LayerPanel, useShownLayers } from "../layers/layer-panel.tsx";
import { lightingLayer } from "../layers/lighting.tsx";
import { Follow } from "../map/follow.tsx";
import { LazyMap } from "../map/lazy-map.tsx";
import type { Pick } from "../map/town-map.tsx";
import { changeView, useView } from "../map/use-view.ts";
import type { MeasureDraft } from "../measures/measure-draft.ts";
import { useMeasureWork } from "../measures/measure-work.ts";
import { DrawnLine } from "../patrols/drawn-line.tsx";
import type { LinePoint } from "../patrols/log-draft.ts";
import { useLogWork } from "../patrols/log-work.tsx";
import { useMiddleOf } from "../place/middle-of.ts";
import { PlaceSearch } from "../place/place-search.tsx";
import { useTown } from "../place/town.tsx";
import { Button } from "../ui/button.tsx";
import { useLow, useNarrow } from "../ui/media.ts";
import css from "./desk-map.module.css";
import type { DeskPanel, PanelId } from "./panels.ts";

interface Props {
  panel: PanelId;
  layers: NonNullable<DeskPanel["map"]>;
  /** A walk is drawn, and nothing else stands over the map. */
  alone: boolean;
  onDrawn(): void;
}

/** The zoom at which a single lamp or house can be told from its neighbours. */
const NEAR = 16.5;

/** What is selected by a place that was searched for: itself, or the square that holds it within the centre. */
function selectionOf({ id, kind, at, area }: FoundPlace): string | null {
  if (kind === "area" || kind === "lamp") return id;
  return area === undefined ? null : squareAt(toGrid(at));
}

export function DeskMap({ panel, layers, alone, onDrawn }: Props) {
  const { t } = useTranslation();
  const { place } = useTown();
  const view = useView();
  const narrow = useNarrow();
  const low = useLow();
  const middleOf = useMiddleOf();
  const measure = useMeasureWork();
  const log = useLogWork();
  const [found, setFound] = useState<FoundPlace | null>(null);
  const shown = useShownLayers(layers);
  const walk = panel === "log" && log.draft.by === "line" ? log.draft : null;
  const placed = panel === "measures" ? measure.draft : null;
  const marked = walk ? walk.line : placed ? pointsOf(placed) : null;
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
  const pick = ({ lng, lat, feature }: Pick) => {
    if (walk) log.setDraft({ ...walk, line: [...walk.line, { lng, lat }] });
    else if (placed)
      measure.setDraft({
        ...placed,
        fields: { ...placed.fields, where: { type: "Point", coordinates: [lng, lat] } },
      });
    else {
      const picked = feature?.["pick"] ?? feature?.["square"];
      changeView({ selected: typeof picked === "string" ? picked : null });
    }
  };
  return (
    <div className={css.map}>
      <LazyMap
        label={t("map.label", { place: place.name })}
        pickable={marked ? [] : shown.flatMap(({ pickable }) => pickable)}
        onPick={pick}
        covered={{ bottom: narrow ? 90 : 150 }}
        {...(marked ? { cursor: "crosshair" } : {})}
      >
        {shown.map(({ id, Draw }) => (
          <Draw key={id} />
        ))}
        {ringed ? <Found at={ringed} /> : null}
        <Follow to={ringed ?? middleOf(view.selected)} {...(ringed ? { nearest: NEAR } : {})} />
        {marked ? <Draft points={marked} /> : null}
      </LazyMap>
      {alone && walk ? (
        <div className={css.drawing}>
          <DrawnLine line={walk.line} onLine={(line) => log.setDraft({ ...walk, line })}>
            <Button look="main" onClick={onDrawn}>
              {t("patrols.log.drawnEnough")}
            </Button>
          </DrawnLine>
        </div>
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

function pointsOf({ fields: { where } }: MeasureDraft): LinePoint[] {
  return where?.type === "Point" ? [{ lng: where.coordinates[0], lat: where.coordinates[1] }] : [];
}
