/** What a release would withhold, by the reason why. */
import type { ReleasePreview } from "@trygg/shared/releases/schema.ts";
import { useTranslation } from "react-i18next";
import { CellList } from "./cell-list.tsx";
import css from "./release-panel.module.css";

const whys = ["voices", "protected", "dwellings"] as const;

export function WithheldList({ withheld }: { withheld: ReleasePreview["withheld"] }) {
  const { t } = useTranslation();
  if (withheld.length === 0) return null;
  return (
    <details className={css.withheld}>
      <summary>{t("releases.preview.withheld.title")}</summary>
      <div
        className={css.scroll}
        tabIndex={0}
        role="region"
        aria-label={t("releases.preview.withheld.title")}
      >
        {whys.map((why) => {
          const cells = withheld.filter((cell) => cell.why === why);
          return cells.length > 0 ? (
            <section key={why}>
              <h3>
                {t(`releases.preview.withheld.why.${why}`)} ({cells.length})
              </h3>
              <CellList cells={cells} />
            </section>
          ) : null;
        })}
      </div>
    </details>
  );
}
