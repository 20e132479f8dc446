/** The lamps of the area that is looked at, to be dragged with a finger or a mouse, or moved with the arrow keys. */
import { movedBy } from "@trygg/shared/geo/distance.ts";
import { type LngLat, toLngLat } from "@trygg/shared/geo/sweref.ts";
import { gridOfSquares } from "@trygg/shared/lighting/level.ts";
import type { Lamp } from "@trygg/shared/lighting/schema.ts";
import { Marker } from "@vis.gl/react-maplibre";
import { type KeyboardEvent, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { begun, isNew, movedTo, useTryOut } from "../lighting/level/try-out.ts";
import { useLamps, useLitArea } from "../lighting/level/use-light.ts";
import { arrowStep } from "../map/arrow-step.ts";
import { Follow } from "../map/follow.tsx";
import { useMiddleOf } from "../place/middle-of.ts";
import css from "./try-lamps.module.css";

/** Metres around the area within which its light may come from. */
const BESIDE = 30;

/** The zoom at which one lamp can be taken hold of. */
const NEAR = 17;

/** Metres that an arrow key moves a lamp, and with the shift key. */
const STRIDES = { step: 1, stride: 5 };

export function TryLamps() {
  const { data: lamps } = useLamps();
  const area = useLitArea();
  const { draft } = useTryOut();
  const middleOf = useMiddleOf();
  const near = useMemo(() => {
    if (!area || !lamps) return [];
    const { east, north, step, width, height } = gridOfSquares(area.squares);
    const southWest = toLngLat({ east: east - BESIDE, north: north - BESIDE });
    const northEast = toLngLat({ east: east + width * step + BESIDE, north: north + height * step + BESIDE });
    return lamps.filter(
      ({ at: { lng, lat } }) =>
        lng >= southWest.lng && lng <= northEast.lng && lat >= southWest.lat && lat <= northEast.lat,
    );
  }, [area, lamps]);
  const tried = draft?.lamps ?? {};
  const added = Object.values(tried).filter(isNew);
  return (
    <>
      <Follow to={area ? middleOf(area.id) : null} nearest={NEAR} />
      {[...near, ...added].map((lamp) => (
        <TryLamp key={lamp.id} stored={lamp} tried={tried[lamp.id]} />
      ))}
    </>
  );
}

function TryLamp({ stored, tried }: { stored: Lamp; tried: Lamp | undefined }) {
  const { t } = useTranslation();
  const { draft, setDraft } = useTryOut();
  const lamp = tried ?? stored;
  const go = (at: LngLat, from = draft) => setDraft(movedTo(from, lamp, at));
  const onKeyDown = (event: KeyboardEvent) => {
    const metres = arrowStep(event, STRIDES);
    if (!metres) return;
    // The map would move under it.
    event.preventDefault();
    event.stopPropagation();
    // Steps of one key that is held are one step back.
    go(movedBy(lamp.at, metres), event.repeat ? draft : begun(draft));
  };
  const words = isNew(lamp) ? t("lighting.level.newLamp") : t("lighting.level.lamp", { id: lamp.id });
  return (
    <Marker
      longitude={lamp.at.lng}
      latitude={lamp.at.lat}
      anchor="center"
      draggable
      onDragStart={() => setDraft(begun(draft))}
      onDrag={({ lngLat: { lng, lat } }) => go({ lng, lat })}
    >
      <button
        type="button"
        className={css.lamp}
        data-status={lamp.status}
        data-tried={tried !== undefined}
        aria-label={`${words}. ${t(`lighting.status.${lamp.status}`)}.`}
        title={`${words}. ${t("lighting.level.moveHint")}`}
        onKeyDown={onKeyDown}
        onClick={(event) => event.stopPropagation()}
      />
    </Marker>
  );
}
