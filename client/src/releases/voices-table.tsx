/** The released voices of one area as a small table: unsafe and safe, by day and in the dark. */
import type { UnsafePlaces } from "@trygg/shared/releases/schema.ts";
import type { Band } from "@trygg/shared/reports/terms.ts";
import { useTranslation } from "react-i18next";
import { FiguresTable } from "../ui/figures-table.tsx";
import { useClassWords } from "./class-words.ts";

interface Props {
  voices: UnsafePlaces["features"][number]["properties"];
  /** The band that the clock stands in, where there is a clock. */
  now?: Band;
}

export function VoicesTable({ voices, now }: Props) {
  const { t } = useTranslation();
  const words = useClassWords();
  return (
    <FiguresTable
      caption={t("place.voicesNote")}
      corner={<span className="visually-hidden">{t("place.feeling")}</span>}
      columns={[
        { label: t("place.day"), now: now === "day" },
        { label: t("place.dark"), now: now === "dark" },
      ]}
      rows={[
        {
          label: t("place.unsafe"),
          figures: [words.voices(voices.unsafeDay), words.voices(voices.unsafeDark)],
        },
        { label: t("place.safe"), figures: [words.voices(voices.safeDay), words.voices(voices.safeDark)] },
      ]}
    />
  );
}
