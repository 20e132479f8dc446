/**
 * A map with a sight fixed in its middle: the arrow keys move the map under it, + and − zoom, Enter takes what it stands
 * on, and once more goes on; a press takes what was pressed. What lies in the sight is told in words.
 */
import { metresBetween } from "@trygg/shared/geo/distance.ts";
import type { LngLat } from "@trygg/shared/geo/sweref.ts";
import { Marker, useMap } from "@vis.gl/react-maplibre";
import { Crosshair } from "lucide-react";
import { useEffect, useEffectEvent, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import TownMap from "../../map/town-map.tsx";
import { isInCentre } from "../../place/in-centre.ts";
import { usePlaceWords } from "../../place/place-words.ts";
import { useTown } from "../../place/town.tsx";
import { Button } from "../../ui/button.tsx";
import css from "./pick-map.module.css";

interface Props {
  at: LngLat | null;
  /** The id of the button that opened the map: it hands its focus on, so that the keys are told at once. */
  opener: string;
  onPick(at: LngLat): void;
}

/** What lies in the sight is told once it has stood still for so long. */
const STILL_MS = 400;
/** Metres within which the sight stands on the chosen point. */
const CHOSEN = 2;
/** As near as the names of streets on all sides can be read. */
const NEAR_ZOOM = 17;

export default function PickMap({ at, opener, onPick }: Props) {
  const { t } = useTranslation();
  const { areas } = useTown();
  const words = usePlaceWords();
  const hint = useId();
  const [sight, setSight] = useState<LngLat | null>(null);
  const [said, setSaid] = useState("");
  const tell = useEffectEvent((on: LngLat) => {
    // What has just been chosen is read back where it is shown, and needs no saying twice.
    if (at && metresBetween(at, on) < CHOSEN) return setSaid("");
    const place = isInCentre(on, areas) ? (words.of(on) ?? t("form.where.point")) : null;
    setSaid(place ? t("form.where.sight", { place }) : t("form.where.sightOutside"));
  });
  useEffect(() => {
    if (!sight) return;
    const waiting = setTimeout(() => tell(sight), STILL_MS);
    return () => clearTimeout(waiting);
  }, [sight]);
  const isTaken = at !== null && sight !== null && metresBetween(at, sight) < CHOSEN;
  return (
    <>
      <p className={css.hint} id={hint}>
        {t("form.where.mapHint")}
      </p>
      <div className={css.map}>
        <TownMap
          // The button that leaves the page lies over the other side.
          buttons="start"
          label={t("form.where.mapLabel")}
          cursor="crosshair"
          // Where somebody looks while reporting must not stay in the browser's history.
          keepsPosition={false}
          onPick={({ lng, lat }) => onPick({ lng, lat })}
        >
          <Sight at={at} opener={opener} hint={hint} onSight={setSight} onTake={onPick} />
          {at ? (
            <Marker longitude={at.lng} latitude={at.lat} anchor="center">
              <span className={css.pin} />
            </Marker>
          ) : null}
        </TownMap>
      </div>
      {sight ? (
        <div className={css.under}>
          <p role="status">{said}</p>
          {/* One button throughout, so that it keeps the focus. */}
          <Button
            icon={isTaken ? undefined : <Crosshair aria-hidden="true" />}
            onClick={({ currentTarget }) => (isTaken ? pressFirstButton(currentTarget) : onPick(sight))}
          >
            {t(isTaken ? "form.where.goOn" : "form.where.take")}
          </Button>
        </div>
      ) : null}
    </>
  );
}

interface SightProps extends Pick<Props, "at" | "opener"> {
  /** The id of what tells how the map is used. */
  hint: string;
  onSight(at: LngLat): void;
  onTake(at: LngLat): void;
}

function Sight({ at, opener, hint, onSight, onTake }: SightProps) {
  const { current: map } = useMap();
  const [lng, lat] = [at?.lng, at?.lat];
  const look = useEffectEvent(() => {
    if (map) onSight(centreOf(map));
  });
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (!map || event.key !== "Enter" || event.repeat) return;
    event.preventDefault();
    const sight = centreOf(map);
    if (at && metresBetween(at, sight) < CHOSEN) pressFirstButton(map.getCanvas());
    else onTake(sight);
  });
  useEffect(() => {
    if (!map) return;
    const canvas = map.getCanvas();
    // So that a screen reader lets the arrow keys through to the map.
    canvas.setAttribute("role", "application");
    canvas.setAttribute("aria-describedby", hint);
    // Unless somebody has gone elsewhere while the map was fetched.
    if (document.activeElement?.id === opener) canvas.focus();
    // Shift and an arrow would turn and tilt what has no button to turn it back.
    map.getMap().keyboard.disableRotation();
    look();
    map.on("moveend", look);
    canvas.addEventListener("keydown", press);
    return () => {
      map.off("moveend", look);
      canvas.removeEventListener("keydown", press);
    };
  }, [map, hint, opener]);
  useEffect(() => {
    if (!map || lng === undefined || lat === undefined) return;
    map.easeTo({ center: [lng, lat], zoom: Math.max(map.getZoom(), NEAR_ZOOM), duration: 400 });
  }, [map, lng, lat]);
  return <Crosshair className={css.sight} aria-hidden="true" />;
}

/** What Enter does in a field of the form: it presses the first button that sends it. */
function pressFirstButton(within: HTMLElement): void {
  within.closest("form")?.querySelector<HTMLButtonElement>("button[type=submit]")?.click();
}

function centreOf(map: { getCenter(): LngLat }): LngLat {
  const { lng, lat } = map.getCenter();
  return { lng, lat };
}
