/** Single reports on the map: each a dot near the point it was given for, and what stands on a point in words. */
import { Layer, Popup, useMap } from "@vis.gl/react-maplibre";
import { type LngLat, toLngLat } from "@trygg/shared/geo/sweref.ts";
import { type Points, positionOfCell } from "@trygg/shared/reports/points.ts";
import type { MapMouseEvent } from "maplibre-gl";
import { useCallback, useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { Follow } from "../map/follow.tsx";
import { pickFrom, usePicker } from "../map/picking.ts";
import { makePointLayer } from "../map/points/point-layer.ts";
import { useView } from "../map/use-view.ts";
import { useNames } from "../place/town.tsx";
import { indexPoints, placeOfPoint, pointName, standingOn } from "../reports/points.ts";
import { useReport, useReportPoints } from "../reports/use-reports.ts";
import { useDate } from "../ui/date.ts";
import { useTheme } from "../ui/theme.ts";
import { Found } from "./found.tsx";
import { dataPalettes } from "./palette.ts";
import css from "./report-points.module.css";

const MOST_REASONS = 3;

export function DrawPoints() {
  const { data: points } = useReportPoints();
  const { selected } = useView();
  const palette = dataPalettes[useTheme()];
  const [{ layer, show }] = useState(() => makePointLayer("report-point"));
  useEffect(() => {
    if (points) show(points, { ...palette.reports, edge: palette.presenceEdge });
  }, [points, palette, show]);
  const { data: report } = useReport(selected);
  const chosen = placeOfPoint(selected) ?? report?.at ?? null;
  return (
    <>
      <Layer {...layer} beforeId="slot-points" />
      {chosen ? <Found at={chosen} /> : null}
      <Follow to={chosen} />
      {points ? <Hover points={points} /> : null}
    </>
  );
}

/** Finds the point under a finger or pointer, and says what stands there while a pointer rests on it. */
function Hover({ points }: { points: Points }) {
  const { current: map } = useMap();
  const [cell, setCell] = useState<number | null>(null);
  const find = useMemo(() => indexPoints(points), [points]);
  const pick = useCallback(
    (at: LngLat, within: number) => {
      const found = find(at, within);
      return found === undefined
        ? null
        : { cell: found, pick: pointName(positionOfCell(points.head, found)) };
    },
    [find, points],
  );
  usePicker(pick);
  useEffect(() => {
    const move = ({ lngLat, target }: MapMouseEvent) => {
      const found = pickFrom([pick], lngLat, target.getZoom());
      setCell(found ? Number(found["cell"]) : null);
    };
    const leave = () => setCell(null);
    map?.on("mousemove", move);
    map?.on("mouseout", leave);
    return () => {
      map?.off("mousemove", move);
      map?.off("mouseout", leave);
    };
  }, [map, pick]);
  return cell === null ? null : <Told points={points} cell={cell} />;
}

function Told({ points, cell }: { points: Points; cell: number }) {
  const { t } = useTranslation();
  const names = useNames();
  const date = useDate();
  const standing = useMemo(() => standingOn(points, cell), [points, cell]);
  // The filter may have changed under a pointer that rests.
  if (!standing) return null;
  const { reports, unsafe, safe, reasons, latest } = standing;
  const { lng, lat } = toLngLat(positionOfCell(points.head, cell));
  return (
    <Popup
      longitude={lng}
      latitude={lat}
      closeButton={false}
      closeOnClick={false}
      offset={12}
      className={css.popup ?? ""}
    >
      <div className={css.told}>
        <strong>{t("reports.count", { count: reports })}</strong>
        {unsafe > 0 && safe > 0 ? <span>{t("reports.atPoint", { unsafe, safe })}</span> : null}
        <span>{reasons.slice(0, MOST_REASONS).map(names.reason).join(", ")}</span>
        <span>{t("reports.latest", { date: date(latest) })}</span>
      </div>
    </Popup>
  );
}
