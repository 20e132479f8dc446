/** On a schematic map, beside every result about light: what it must not be used for. */
import { useTranslation } from "react-i18next";
import { useTown } from "../place/town.tsx";
import css from "./sketch-note.module.css";

export function SketchNote() {
  const { t } = useTranslation();
  const { place } = useTown();
  return place.schematic ? <p className={css.note}>{t("lighting.sketch")}</p> : null;
}
