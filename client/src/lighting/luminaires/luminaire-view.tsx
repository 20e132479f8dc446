/** What is known of a luminaire: its figures, what to mind, and its pictures. */
import type { Luminaire } from "@trygg/shared/lighting/luminaire.ts";
import type { PhotometryNote } from "@trygg/shared/photometry/raw.ts";
import { type ReactNode, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Facts } from "../../ui/facts.tsx";
import { useNumber } from "../../ui/locale.ts";
import { Message } from "../../ui/message.tsx";
import { Pictures } from "./pictures.tsx";
import { usePhotometryWords } from "./refused-words.ts";

interface Props {
  told: Pick<Luminaire, "maker" | "format" | "power" | "turned" | "distribution">;
  notes?: PhotometryNote[];
  /** lm that the file itself says. */
  stated?: number | null;
  /** What changes the pictures, below them. */
  children?: ReactNode;
}

export function LuminaireView({ told, notes = [], stated, children }: Props) {
  const { t } = useTranslation();
  const number = useNumber();
  const words = usePhotometryWords();
  const { maker, format, power, turned, distribution } = told;
  const { flux } = distribution;
  const pictured = useMemo(() => ({ shape: distribution, flux }), [distribution, flux]);
  const lumen = (value: number) => `${number(Math.round(value))} lm`;
  const facts = [
    { name: t("luminaires.fact.maker"), value: maker ?? t("luminaires.fact.untold") },
    { name: t("luminaires.fact.format"), value: t(`luminaires.format.${format}`) },
    { name: t("luminaires.fact.flux"), value: lumen(flux) },
    ...(stated === undefined
      ? []
      : [
          {
            name: t("luminaires.fact.stated"),
            value: stated === null ? t("luminaires.fact.untold") : lumen(stated),
          },
        ]),
    {
      name: t("luminaires.fact.power"),
      value: power === null ? t("luminaires.fact.untold") : `${number(power)} W`,
    },
    { name: t("luminaires.fact.turned"), value: `${turned}°` },
  ];
  return (
    <>
      {notes.map((note) => (
        <Message key={note.code}>{words.note(note)}</Message>
      ))}
      <Pictures pictured={pictured} />
      {children}
      <Facts facts={facts} />
    </>
  );
}
