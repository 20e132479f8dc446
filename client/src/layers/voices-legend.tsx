/** The legend of a layer of released voices: a mark for each class, and the months that they came in. */
import { voiceClasses } from "@trygg/shared/releases/rule.ts";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { LegendRow } from "../map/legend.tsx";
import { useUnsafePlaces } from "../releases/latest.ts";
import { useDate } from "../ui/date.ts";
import { ReleasedLegend } from "./released-legend.tsx";

/** The classes that tell a range. */
export const told = voiceClasses.filter((each) => each !== "few");

interface Props {
  band: string;
  /** A row above the classes. */
  before?: LegendRow;
  /** One for each of `told`, in its order. */
  marks: ReactNode[];
  caveat: string;
}

export function VoicesLegend({ band, before, marks, caveat }: Props) {
  const { t } = useTranslation();
  const date = useDate();
  const classes = told.map((each, index) => ({
    mark: marks[index],
    label: t("layers.unsafe.voices", { range: each.replace("-", "–") }),
  }));
  return (
    <ReleasedLegend
      latest={useUnsafePlaces()}
      band={band}
      rows={before ? [before, ...classes] : classes}
      caveat={caveat}
      source={({ manifest: { window, publishedAt } }) =>
        t("layers.unsafe.source", {
          from: date(window.from),
          to: date(window.to),
          published: date(publishedAt.slice(0, 10)),
        })
      }
    />
  );
}
