/** Under every result about light: on a schematic map it is a sketch, and no ground for a decision. */
import { useTranslation } from "react-i18next";
import { useTown } from "../place/town.tsx";
import css from "./sketch-note.module.css";

export function SketchNote() {
  const { t } = useTranslation();
  const { place } = useTown();
  return place.schematic ? <p className={css.note}>{t("lighting.sketch")}</p> : null;
}
