/** A lamp for those who read lamps and do not change them. */
import type { StaffLamp } from "@trygg/shared/lighting/schema.ts";
import { useTranslation } from "react-i18next";
import { useNames } from "../../place/town.tsx";
import { Button } from "../../ui/button.tsx";
import { Facts } from "../../ui/facts.tsx";
import { LampHistory } from "./lamp-history.tsx";
import { useLampWords } from "./lamp-words.ts";
import css from "./lamps.module.css";

const shown = [
  "status",
  "statusSince",
  "statusSource",
  "owner",
  "luminaire",
  "height",
  "flux",
  "direction",
  "tilt",
  "screened",
  "dimming",
] as const;

export function LampFacts({ lamp, onClose }: { lamp: StaffLamp; onClose(): void }) {
  const { t } = useTranslation();
  const names = useNames();
  const { toldOf } = useLampWords();
  return (
    <>
      <h2>{t("lamps.one", { id: lamp.id })}</h2>
      {lamp.area ? <p className={css.text}>{names.area(lamp.area)}</p> : null}
      <Facts
        facts={shown.map((field) => ({ name: t(`lamps.field.${field}`), value: toldOf(lamp, field) }))}
      />
      <span>
        <Button onClick={onClose}>{t("lamps.toList")}</Button>
      </span>
      <LampHistory lamp={lamp} />
    </>
  );
}
