/** Through whose eyes the desk is seen: told to everybody, chosen by whoever has more than one lens. */
import type { Role } from "@trygg/shared/accounts/schema.ts";
import { useTranslation } from "react-i18next";
import { useWorker } from "../accounts/worker.tsx";
import { changeView } from "../map/use-view.ts";
import { useNarrow } from "../ui/media.ts";
import css from "./desk.module.css";
import { lensesOf } from "./lenses.ts";

export function LensChoice({ lens }: { lens: Role }) {
  const { t } = useTranslation();
  const narrow = useNarrow();
  const mine = lensesOf(useWorker().role);
  return (
    <>
      <h1 className={mine.length > 1 || narrow ? "visually-hidden" : css.lens}>{t(`desk.lens.${lens}`)}</h1>
      {mine.length > 1 ? (
        <select
          className={css.choice}
          aria-label={t("desk.lenses")}
          value={lens}
          onChange={(event) =>
            changeView({ lens: event.target.value, panel: null, selected: null, layers: null })
          }
        >
          {mine.map((each) => (
            <option key={each} value={each}>
              {t(`desk.lens.${each}`)}
            </option>
          ))}
        </select>
      ) : null}
    </>
  );
}
