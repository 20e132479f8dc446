/** One frame for all staff: what is at hand, the panel that is open, and the map beside it. */
import { List, Maximize2, Rows2 } from "lucide-react";
import { Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { useWorker } from "../accounts/worker.tsx";
import { changeView, useView } from "../map/use-view.ts";
import { DrawnLine } from "../patrols/drawn-line.tsx";
import { useLogWork } from "../patrols/log-work.tsx";
import { Button } from "../ui/button.tsx";
import { useNarrow } from "../ui/media.ts";
import { Waiting } from "../ui/message.tsx";
import { Tabs, tabId } from "../ui/tabs.tsx";
import { DeskMap } from "./desk-map.tsx";
import css from "./desk.module.css";
import { LensChoice } from "./lens-choice.tsx";
import { panelsOf, whereTo } from "./lenses.ts";
import { type PanelId, panelOf } from "./panels.ts";

/** What a narrow window gives its height to, and what the handle gives it to next. */
const nextShown = { both: "map", map: "list", list: "both" } as const;
const handleIcons = { both: Maximize2, map: List, list: Rows2 };

export function Desk() {
  const { t } = useTranslation();
  const worker = useWorker();
  const view = useView();
  const narrow = useNarrow();
  const { draft, setDraft } = useLogWork();
  const [shows, setShows] = useState<keyof typeof nextShown>("both");
  const { lens, panel: id } = whereTo(worker, view);
  const { Draw, map } = panelOf(id);
  const walk = id === "log" && draft.by === "line" ? draft : null;
  const drawing = walk !== null;
  // A walk is drawn on as much of the map as a phone can show.
  const [drew, setDrew] = useState(drawing);
  if (drew !== drawing) {
    setDrew(drawing);
    if (drawing) setShows("map");
  }

  const open = (panel: PanelId) => {
    if (shows === "map") setShows("both");
    changeView({ lens, panel, selected: null, layers: null });
  };
  const HandleIcon = handleIcons[shows];
  return (
    <main className={css.desk} id="main" tabIndex={-1} data-shows={map ? shows : "list"} data-alone={!map}>
      <div className={css.rail}>
        <LensChoice lens={lens} />
        <Tabs
          label={t("desk.panels")}
          tabs={panelsOf(lens, worker).map((each) => {
            const { Icon } = panelOf(each);
            return { id: each, label: t(`desk.panel.${each}`), icon: <Icon aria-hidden="true" /> };
          })}
          chosen={id}
          panel="desk-panel"
          standing={!narrow}
          onChoose={open}
        />
        {narrow && map ? (
          <Button
            look="quiet"
            aria-label={t(`desk.show.${nextShown[shows]}`)}
            title={t(`desk.show.${nextShown[shows]}`)}
            icon={<HandleIcon aria-hidden="true" />}
            onClick={() => setShows(nextShown[shows])}
          />
        ) : null}
      </div>
      <div className={css.panel} id="desk-panel" role="tabpanel" tabIndex={0} aria-labelledby={tabId(id)}>
        <Suspense fallback={<Waiting label={t("ui.waiting")} />}>
          <Draw key={id} />
        </Suspense>
      </div>
      {map ? (
        <DeskMap
          map={map}
          alone={
            narrow && walk && shows === "map" ? (
              <DrawnLine line={walk.line} onLine={(line) => setDraft({ ...walk, line })}>
                <Button look="main" onClick={() => setShows("both")}>
                  {t("patrols.log.drawnEnough")}
                </Button>
              </DrawnLine>
            ) : null
          }
        />
      ) : null}
    </main>
  );
}
