/**
 * The lamp that is chosen, with a wedge towards where its street side faces. Whoever may change it drags it, or moves it
 * with the arrow keys; a new one is put down by a press on the map.
 */
import { metresBetween } from "@trygg/shared/geo/distance.ts";
import { type GridPosition, type LngLat, toGrid, toLngLat } from "@trygg/shared/geo/sweref.ts";
import { Marker } from "@vis.gl/react-maplibre";
import { useEffect, useEffectEvent, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useWorker } from "../accounts/worker.tsx";
import { mayEditLamps } from "../lighting/lamps/editors.ts";
import { placeOf, placedAt } from "../lighting/lamps/lamp-draft.ts";
import { useLampWork, useShownLamp } from "../lighting/lamps/lamp-work.ts";
import { useLighting } from "../lighting/use-lighting.ts";
import { arrowStep } from "../map/arrow-step.ts";
import { Follow } from "../map/follow.tsx";
import { useMarking, usePicker } from "../map/picking.ts";
import css from "./edited-lamp.module.css";

/** The zoom at which a lamp can be told from its neighbours. */
const NEAR = 17;

/** Metres of one press of an arrow key, and with Shift. */
const STRIDES = { step: 0.5, stride: 5 };

export function EditedLamp() {
  const { data } = useLighting();
  const { draft } = useLampWork();
  const { shown, change } = useShownLamp();
  const mayEdit = mayEditLamps(useWorker().role);
  // What is being written is not left by a press beside it.
  usePicker((at, within) => (draft ? null : nearest(data, at, within)));
  const place = shown && placeOf(shown.fields);
  const put = (position: GridPosition) =>
    shown && change({ ...shown, fields: { ...shown.fields, ...placedAt(position) } });
  useMarking(shown && !place ? (at) => put(toGrid(at)) : null);
  if (!shown || !place) return null;
  const direction = Number(shown.fields.direction.replace(",", "."));
  return (
    <>
      <Follow to={shown.lamp?.at ?? null} nearest={NEAR} />
      <LampMarker
        name={shown.lamp?.id ?? null}
        place={place}
        direction={shown.fields.direction === "" || Number.isNaN(direction) ? null : direction}
        onPut={mayEdit ? put : null}
      />
    </>
  );
}

interface MarkerProps {
  name: string | null;
  place: GridPosition;
  direction: number | null;
  onPut: ((position: GridPosition) => void) | null;
}

function LampMarker({ name, place, direction, onPut }: MarkerProps) {
  const { t } = useTranslation();
  const { lng, lat } = toLngLat(place);
  const button = useRef<HTMLButtonElement>(null);
  const press = useEffectEvent((event: KeyboardEvent) => {
    const step = arrowStep(event, STRIDES);
    if (!step || !onPut) return;
    event.preventDefault();
    // The map would move as well.
    event.stopPropagation();
    onPut({ east: place.east + step.east, north: place.north + step.north });
  });
  useEffect(() => {
    const pressed = button.current;
    pressed?.addEventListener("keydown", press);
    return () => pressed?.removeEventListener("keydown", press);
  }, []);
  const face = (
    <svg className={css.face} viewBox="-32 -32 64 64" aria-hidden="true">
      {direction === null ? (
        <circle className={css.around} r={24} />
      ) : (
        <path className={css.wedge} transform={`rotate(${direction})`} d="M0 0L-15 -25A29 29 0 0 1 15 -25Z" />
      )}
      <circle className={css.dot} r={7} />
    </svg>
  );
  return (
    <Marker
      longitude={lng}
      latitude={lat}
      anchor="center"
      draggable={onPut !== null}
      onDrag={({ lngLat }) => onPut?.(toGrid({ lng: lngLat.lng, lat: lngLat.lat }))}
    >
      {onPut ? (
        <button
          ref={button}
          type="button"
          className={css.lamp}
          aria-label={name === null ? t("lamps.marker.new") : t("lamps.marker.move", { id: name })}
        >
          {face}
        </button>
      ) : (
        <span className={css.lamp}>{face}</span>
      )}
    </Marker>
  );
}

function nearest(data: ReturnType<typeof useLighting>["data"], at: LngLat, within: number) {
  let found: { pick: string; metres: number } | null = null;
  for (const { geometry, properties } of data?.features.features ?? []) {
    if (properties.kind !== "lamp" || geometry.type !== "Point") continue;
    const [lng, lat] = geometry.coordinates;
    const metres = metresBetween(at, { lng, lat });
    if (metres <= within && metres < (found?.metres ?? Infinity)) found = { pick: properties.id, metres };
  }
  return found;
}
