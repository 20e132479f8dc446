/** The switches of the layers, each with its legend under it while it is on. */
import { useTranslation } from "react-i18next";
import { changeView, useView } from "../map/use-view.ts";
import { Switch } from "../ui/switch.tsx";
import type { MapLayer } from "./layer.ts";
import css from "./layer-panel.module.css";

interface Props {
  layers: MapLayer[];
  /** Names of the layers that are on when nothing is said. */
  usual: string[];
}

/** The layers that are on, in their order. */
export function useShownLayers({ layers, usual }: Props): MapLayer[] {
  const { layers: chosen } = useView();
  const on = chosen ?? usual;
  return layers.filter(({ id }) => on.includes(id));
}

export function LayerPanel({ layers, usual }: Props) {
  const { t } = useTranslation();
  const shown = useShownLayers({ layers, usual }).map(({ id }) => id);
  const toggle = (id: string, on: boolean) => {
    const next = on ? [...shown, id] : shown.filter((each) => each !== id);
    changeView({ layers: layers.map((layer) => layer.id).filter((each) => next.includes(each)) });
  };
  return (
    <ul className={css.list} aria-label={t("layers.title")}>
      {layers.map(({ id, title, Mark, Legend }) => (
        <li key={id} className={css.item}>
          <Switch
            label={t(title)}
            mark={<Mark />}
            on={shown.includes(id)}
            onChange={(on) => toggle(id, on)}
          />
          {shown.includes(id) ? (
            <div className={css.legend}>
              <Legend />
            </div>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
