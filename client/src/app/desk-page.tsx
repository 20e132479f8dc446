/** Arbete: the staff desk. One frame; what stands in it follows the role. */
import { Layers } from "lucide-react";
import type { Me, Role } from "@trygg/shared/accounts/schema.ts";
import { squareAt } from "@trygg/shared/geo/square.ts";
import { toGrid } from "@trygg/shared/geo/sweref.ts";
import type { FoundPlace } from "@trygg/shared/place/schema.ts";
import type { ParseKeys } from "i18next";
import { List, Maximize2, Rows2 } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { NoteList } from "../accessibility/note-list.tsx";
import { SignInAgain } from "../accounts/sign-in-again.tsx";
import { useLive } from "../accounts/use-live.ts";
import { useMe } from "../accounts/use-me.ts";
import { useSessionEnd } from "../accounts/use-session-end.ts";
import { ClockBar } from "../clock/clock-bar.tsx";
import { ImportPanel } from "../imports/import-panel.tsx";
import { Draft } from "../layers/draft.tsx";
import { Found } from "../layers/found.tsx";
import type { MapLayer } from "../layers/layer.ts";
import { LayerPanel, useShownLayers } from "../layers/layer-panel.tsx";
import { lightingLayer } from "../layers/lighting.tsx";
import { staffCoverageLayer } from "../layers/staff-coverage.tsx";
import { staffDensityLayer } from "../layers/staff-density.tsx";
import { staffHotSpotsLayer } from "../layers/staff-hot-spots.tsx";
import { staffNeedLayer } from "../layers/staff-need.tsx";
import { staffReportsLayer } from "../layers/staff-reports.tsx";
import { NeedPanel } from "../lighting/need-panel.tsx";
import { Follow } from "../map/follow.tsx";
import { LazyMap } from "../map/lazy-map.tsx";
import type { Pick } from "../map/town-map.tsx";
import { changeView, useView } from "../map/use-view.ts";
import { type MeasureDraft, isTouched as isMeasureTouched, newMeasure } from "../measures/measure-draft.ts";
import { MeasurePanel } from "../measures/measure-panel.tsx";
import { CoveragePanel } from "../patrols/coverage-panel.tsx";
import { DrawnLine } from "../patrols/drawn-line.tsx";
import {
  type LinePoint,
  type LogDraft,
  type UsualLog,
  isTouched as isLogTouched,
  newLog,
} from "../patrols/log-draft.ts";
import { LogPanel } from "../patrols/log-panel.tsx";
import { LoggedPanel } from "../patrols/logged-panel.tsx";
import { useMiddleOf } from "../place/middle-of.ts";
import { PlaceSearch } from "../place/place-search.tsx";
import { useNow, useTown } from "../place/town.tsx";
import { ReleasePanel } from "../releases/release-panel.tsx";
import { BurstPanel } from "../reports/burst-panel.tsx";
import { ReportPanel } from "../reports/report-panel.tsx";
import { Failure } from "../ui/answer.tsx";
import { Button } from "../ui/button.tsx";
import { useDiscard } from "../ui/discard.tsx";
import { useLeaveWarning } from "../ui/leave-warning.ts";
import { useLow, useNarrow } from "../ui/media.ts";
import { Message, Waiting } from "../ui/message.tsx";
import { Tabs, tabId } from "../ui/tabs.tsx";
import css from "./desk-page.module.css";

const panels = [
  "reports",
  "bursts",
  "need",
  "measures",
  "coverage",
  "log",
  "logged",
  "imports",
  "release",
  "notes",
] as const;
type Panel = (typeof panels)[number];

/** What each role finds on its desk, the first being where it begins. */
const panelsOf: Record<Role, Panel[]> = {
  planner: ["need", "reports", "measures", "coverage", "imports"],
  police: ["coverage", "log", "logged"],
  coordinator: [
    "coverage",
    "reports",
    "bursts",
    "need",
    "measures",
    "log",
    "logged",
    "imports",
    "release",
    "notes",
  ],
  partner: ["log", "coverage"],
  admin: [],
  auditor: [],
};

const lensOf: Record<Role, ParseKeys> = {
  planner: "desk.lens.planner",
  police: "desk.lens.police",
  coordinator: "desk.lens.coordinator",
  partner: "desk.lens.partner",
  admin: "desk.lens.admin",
  auditor: "desk.lens.auditor",
};

const usuallyLogged: Partial<Record<Role, UsualLog>> = {
  police: { kind: "foot", parties: ["police"] },
  coordinator: { kind: "outreach", parties: ["municipality"] },
  partner: { kind: "nightwalk", parties: ["association"] },
};

const layersOf: Record<Panel, { layers: MapLayer[]; usual: string[] }> = {
  reports: {
    layers: [staffReportsLayer, staffHotSpotsLayer, staffDensityLayer, lightingLayer],
    usual: ["reports"],
  },
  bursts: { layers: [staffReportsLayer, lightingLayer], usual: [] },
  need: { layers: [staffNeedLayer, lightingLayer], usual: ["need", "light"] },
  measures: { layers: [lightingLayer, staffNeedLayer], usual: ["light"] },
  coverage: { layers: [staffCoverageLayer, lightingLayer], usual: ["coverage"] },
  log: { layers: [staffCoverageLayer], usual: ["coverage"] },
  logged: { layers: [staffCoverageLayer], usual: ["coverage"] },
  imports: { layers: [lightingLayer, staffNeedLayer], usual: ["light"] },
  release: { layers: [staffCoverageLayer], usual: [] },
  notes: { layers: [staffCoverageLayer], usual: [] },
};

/** The zoom at which a single lamp or house can be told from its neighbours. */
const NEAR = 16.5;

/** What is selected by a place that was searched for: itself, or the square that holds it within the centre. */
function selectionOf({ id, kind, at, area }: FoundPlace): string | null {
  if (kind === "area" || kind === "lamp") return id;
  return area === undefined ? null : squareAt(toGrid(at));
}

export default function DeskPage() {
  const { t } = useTranslation();
  const { me, error, refetch } = useMe();
  // Whoever works here, also after the session has ended: the work stays as it was.
  const [worker, setWorker] = useState(me);
  if (me && me !== worker) setWorker(me);
  useLive(Boolean(me));
  useSessionEnd();
  const stranger = me === null && !worker;
  useEffect(() => {
    if (stranger) location.replace(`/logga-in${location.hash}`);
  }, [stranger]);
  if (!worker)
    return (
      <main id="main" className={css.alone}>
        <h1 className="visually-hidden">{t("desk.title")}</h1>
        {error ? (
          <Failure error={error} onAgain={() => void refetch()} />
        ) : (
          <Waiting label={t("ui.waiting")} />
        )}
      </main>
    );
  return (
    <>
      {worker.role === "admin" || worker.role === "auditor" ? (
        <main id="main" className={css.alone}>
          <h1>{t(lensOf[worker.role])}</h1>
          <Message>{t(`desk.alone.${worker.role}`)}</Message>
          <NoteList mayRemove={worker.role === "admin"} />
        </main>
      ) : (
        <Desk {...worker} />
      )}
      {me === null ? <SignInAgain before={worker} /> : null}
    </>
  );
}

/** What a narrow window gives its height to, and what the handle gives it to next. */
const nextShown = { both: "map", map: "list", list: "both" } as const;
const handleIcons = { both: Maximize2, map: List, list: Rows2 };

function Desk({ role, mayApprove }: Me) {
  const { t } = useTranslation();
  const { place } = useTown();
  const now = useNow();
  const view = useView();
  const narrow = useNarrow();
  const low = useLow();
  const middleOf = useMiddleOf();
  const mine = panelsOf[role];
  const panel = mine.find((each) => each === view.panel) ?? (mine[0] as Panel);
  // What is being written stays with the desk, so that going to another tab and back loses nothing.
  const [measure, setMeasure] = useState<MeasureDraft | null>(null);
  const [log, setLog] = useState(() =>
    newLog(usuallyLogged[role] ?? { kind: "other", parties: [] }, now(), place.timeZone),
  );
  const [shows, setShows] = useState<keyof typeof nextShown>("both");
  const [found, setFound] = useState<FoundPlace | null>(null);
  const measureTouched = measure !== null && isMeasureTouched(measure);
  useLeaveWarning(measureTouched || isLogTouched(log));
  const { discard, question } = useDiscard(measureTouched);
  const layers = layersOf[panel];
  const shown = useShownLayers(layers);
  const drawing = panel === "log" && log.by === "line";
  const marking = drawing || (panel === "measures" && measure !== null);
  const drawsAlone = narrow && drawing && shows === "map";

  const goTo = (goal: FoundPlace) => {
    setFound(goal);
    const ids = shown.map(({ id }) => id);
    const unlit = goal.kind === "lamp" && !ids.includes(lightingLayer.id);
    changeView({
      selected: selectionOf(goal),
      ...(unlit ? { layers: [...ids, lightingLayer.id] } : {}),
    });
  };
  // Something else may have been selected since.
  const ringed = found && selectionOf(found) === view.selected ? found.at : null;

  const changeLog = (next: LogDraft) => {
    // A walk is drawn on as much of the map as a phone can show.
    if (next.by === "line" && log.by === "area") setShows("map");
    setLog(next);
  };
  const openPanel = (next: Panel) => {
    if (shows === "map") setShows("both");
    changeView({ panel: next, selected: null, layers: null });
  };
  const pick = ({ lng, lat, feature }: Pick) => {
    if (drawing) setLog({ ...log, line: [...log.line, { lng, lat }] });
    else if (panel === "measures" && measure)
      setMeasure({
        ...measure,
        fields: { ...measure.fields, where: { type: "Point", coordinates: [lng, lat] } },
      });
    else {
      const picked = feature?.["pick"] ?? feature?.["square"];
      changeView({ selected: typeof picked === "string" ? picked : null });
    }
  };
  const HandleIcon = handleIcons[shows];
  return (
    <main className={css.desk} id="main" tabIndex={-1} data-shows={shows}>
      {question}
      <section className={css.side} aria-label={t(lensOf[role])}>
        <h1 className={css.lens}>{t(lensOf[role])}</h1>
        <div className={css.tabs}>
          <Tabs
            label={t("desk.panels")}
            tabs={mine.map((id) => ({ id, label: t(`desk.panel.${id}`) }))}
            chosen={panel}
            panel="desk-panel"
            onChoose={openPanel}
          />
          {narrow ? (
            <Button
              look="quiet"
              aria-label={t(`desk.show.${nextShown[shows]}`)}
              title={t(`desk.show.${nextShown[shows]}`)}
              icon={<HandleIcon aria-hidden="true" />}
              onClick={() => setShows(nextShown[shows])}
            />
          ) : null}
        </div>
        <div className={css.body} id="desk-panel" role="tabpanel" tabIndex={0} aria-labelledby={tabId(panel)}>
          {panel === "reports" ? <ReportPanel /> : null}
          {panel === "bursts" ? <BurstPanel /> : null}
          {panel === "need" ? (
            <NeedPanel
              onMeasure={(area) =>
                discard(() => {
                  setMeasure(newMeasure(area));
                  changeView({ panel: "measures", selected: area, layers: null });
                })
              }
            />
          ) : null}
          {panel === "measures" ? (
            <MeasurePanel
              draft={measure}
              onDraft={setMeasure}
              onCancel={() => discard(() => setMeasure(null))}
              mayEdit={role === "planner" || role === "coordinator"}
            />
          ) : null}
          {panel === "coverage" ? <CoveragePanel maySeeGaps={role !== "partner"} /> : null}
          {panel === "log" ? <LogPanel draft={log} onDraft={changeLog} /> : null}
          {panel === "logged" ? <LoggedPanel mayConfirm={role === "coordinator"} /> : null}
          {panel === "imports" ? <ImportPanel role={role} /> : null}
          {panel === "notes" ? <NoteList mayRemove /> : null}
          {panel === "release" ? <ReleasePanel mayApprove={mayApprove} /> : null}
        </div>
      </section>
      <div className={css.map}>
        <LazyMap
          label={t("map.label", { place: place.name })}
          pickable={marking ? [] : shown.flatMap(({ pickable }) => pickable)}
          onPick={pick}
          covered={{ bottom: narrow ? 90 : 150 }}
          {...(marking ? { cursor: "crosshair" } : {})}
        >
          {shown.map(({ id, Draw }) => (
            <Draw key={id} />
          ))}
          {ringed ? <Found at={ringed} /> : null}
          <Follow to={ringed ?? middleOf(view.selected)} {...(ringed ? { nearest: NEAR } : {})} />
          {marking ? <Draft points={drawing ? log.line : pointsOf(measure)} /> : null}
        </LazyMap>
        {drawsAlone ? (
          <div className={css.drawing}>
            <DrawnLine line={log.line} onLine={(line) => setLog({ ...log, line })}>
              <Button look="main" onClick={() => setShows("both")}>
                {t("patrols.log.drawnEnough")}
              </Button>
            </DrawnLine>
          </div>
        ) : (
          <>
            <div className={css.search}>
              <PlaceSearch over onChoose={goTo} />
            </div>
            <details className={css.layers}>
              <summary>
                <Layers aria-hidden="true" />
                {t("layers.button")}
              </summary>
              <LayerPanel {...layers} />
            </details>
            <div className={css.clock}>
              <ClockBar wholeWeek folds={narrow || low} />
            </div>
          </>
        )}
      </div>
    </main>
  );
}

function pointsOf(draft: MeasureDraft | null): LinePoint[] {
  const where = draft?.fields.where;
  return where?.type === "Point" ? [{ lng: where.coordinates[0], lat: where.coordinates[1] }] : [];
}
