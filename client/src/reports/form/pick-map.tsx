/** A map to press once: the press is the place. */
import { Marker } from "@vis.gl/react-maplibre";
import { useTranslation } from "react-i18next";
import TownMap from "../../map/town-map.tsx";
import css from "./pick-map.module.css";

interface Props {
  at: { lng: number; lat: number } | null;
  onPick(at: { lng: number; lat: number }): void;
}

export default function PickMap({ at, onPick }: Props) {
  const { t } = useTranslation();
  return (
    <TownMap
      label={t("form.where.mapLabel")}
      cursor="crosshair"
      // Where somebody looks while reporting must not stay in the browser's history.
      keepsPosition={false}
      onPick={({ lng, lat }) => onPick({ lng, lat })}
    >
      {at ? (
        <Marker longitude={at.lng} latitude={at.lat} anchor="bottom">
          <span className={css.pin} />
        </Marker>
      ) : null}
    </TownMap>
  );
}
