/** Arbete: the staff desk. One frame; what stands in it follows the role. */
import type { Role } from "@trygg/shared/accounts/schema.ts";
import { squareAt } from "@trygg/shared/geo/square.ts";
import { toGrid } from "@trygg/shared/geo/sweref.ts";
import type { Party, PatrolKind } from "@trygg/shared/patrols/schema.ts";
import type { FoundPlace } from "@trygg/shared/place/schema.ts";
import type { ParseKeys } from "i18next";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLive } from "../accounts/use-live.ts";
import { useMe } from "../accounts/use-me.ts";
import { ClockBar } from "../clock/clock-bar.tsx";
import { ImportPanel } from "../imports/import-panel.tsx";
import { Draft } from "../layers/draft.tsx";
import { Found } from "../layers/found.tsx";
import type { MapLayer } from "../layers/layer.ts";
import { LayerPanel, useShownLayers } from "../layers/layer-panel.tsx";
import { lightingLayer } from "../layers/lighting.tsx";
import { staffCoverageLayer } from "../layers/staff-coverage.tsx";
import { staffNeedLayer } from "../layers/staff-need.tsx";
import { staffReportsLayer } from "../layers/staff-reports.tsx";
import { NeedPanel } from "../lighting/need-panel.tsx";
import { Follow } from "../map/follow.tsx";
import { LazyMap } from "../map/lazy-map.tsx";
import type { Pick } from "../map/town-map.tsx";
import { changeView, useView } from "../map/use-view.ts";
import type { MeasureDraft } from "../measures/measure-form.tsx";
import { MeasurePanel } from "../measures/measure-panel.tsx";
import { CoveragePanel } from "../patrols/coverage-panel.tsx";
import { type LinePoint, LogPanel } from "../patrols/log-panel.tsx";
import { LoggedPanel } from "../patrols/logged-panel.tsx";
import { useMiddleOf } from "../place/middle-of.ts";
import { PlaceSearch } from "../place/place-search.tsx";
import { useTown } from "../place/town.tsx";
import { ReleasePanel } from "../releases/release-panel.tsx";
import { ReportPanel } from "../reports/report-panel.tsx";
import { useNarrow } from "../ui/media.ts";
import { Message, Waiting } from "../ui/message.tsx";
import css from "./desk-page.module.css";

const panels = ["reports", "need", "measures", "coverage", "log", "logged", "imports", "release"] as const;
type Panel = (typeof panels)[number];

/** What each role finds on its desk, the first being where it begins. */
const panelsOf: Record<Role, Panel[]> = {
  planner: ["need", "reports", "measures", "coverage", "imports"],
  police: ["coverage", "log", "logged"],
  coordinator: ["coverage", "reports", "need", "measures", "log", "logged", "imports", "release"],
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

const usuallyLogged: Partial<Record<Role, { kind: PatrolKind; parties: Party[] }>> = {
  police: { kind: "foot", parties: ["police"] },
  coordinator: { kind: "outreach", parties: ["municipality"] },
  partner: { kind: "nightwalk", parties: ["association"] },
};

const layersOf: Record<Panel, { layers: MapLayer[]; usual: string[] }> = {
  reports: { layers: [staffReportsLayer, lightingLayer], usual: ["reports"] },
  need: { layers: [staffNeedLayer, lightingLayer], usual: ["need", "light"] },
  measures: { layers: [lightingLayer, staffNeedLayer], usual: ["light"] },
  coverage: { layers: [staffCoverageLayer, lightingLayer], usual: ["coverage"] },
  log: { layers: [staffCoverageLayer], usual: ["coverage"] },
  logged: { layers: [staffCoverageLayer], usual: ["coverage"] },
  imports: { layers: [lightingLayer, staffNeedLayer], usual: ["light"] },
  release: { layers: [staffCoverageLayer], usual: [] },
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
  const { me, isPending } = useMe();
  useLive(me !== null);
  useEffect(() => {
    if (!isPending && !me) location.replace(`/logga-in${location.hash}`);
  }, [isPending, me]);
  if (!me) return <main id="main">{isPending ? <Waiting label={t("ui.waiting")} /> : null}</main>;
  if (panelsOf[me.role].length === 0)
    return (
      <main id="main" className={css.alone}>
        <h1>{t(lensOf[me.role])}</h1>
        <Message>{t("desk.nothing")}</Message>
      </main>
    );
  return <Desk role={me.role} name={me.name} />;
}

function bringIntoView(tab: HTMLElement | null): void {
  tab?.scrollIntoView({ block: "nearest", inline: "center" });
}

function Desk({ role }: { role: Role; name: string }) {
  const { t } = useTranslation();
  const { place } = useTown();
  const view = useView();
  const narrow = useNarrow();
  const middleOf = useMiddleOf();
  const mine = panelsOf[role];
  const panel = mine.find((each) => each === view.panel) ?? (mine[0] as Panel);
  const [line, setLine] = useState<LinePoint[]>([]);
  const [drawing, setDrawing] = useState(false);
  const [draft, setDraft] = useState<MeasureDraft | null>(null);
  const [at, setAt] = useState<LinePoint | null>(null);
  const [found, setFound] = useState<FoundPlace | null>(null);
  const openDraft = (next: MeasureDraft | null) => {
    setDraft(next);
    setAt(null);
  };
  const layers = layersOf[panel];
  const shown = useShownLayers(layers);
  const marking = (panel === "log" && drawing) || (panel === "measures" && draft !== null);

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

  const pick = ({ lng, lat, feature }: Pick) => {
    if (panel === "log" && drawing) setLine([...line, { lng, lat }]);
    else if (panel === "measures" && draft) setAt({ lng, lat });
    else {
      const picked = feature?.["pick"] ?? feature?.["square"];
      changeView({ selected: typeof picked === "string" ? picked : null });
    }
  };
  return (
    <main className={css.desk} id="main" tabIndex={-1}>
      <section className={css.side} aria-label={t(lensOf[role])}>
        <h1 className={css.lens}>{t(lensOf[role])}</h1>
        <div className={css.tabs} role="tablist" aria-label={t("desk.panels")}>
          {mine.map((each) => (
            <button
              key={each}
              type="button"
              role="tab"
              id={`tab-${each}`}
              aria-selected={each === panel}
              aria-controls="desk-panel"
              // On a phone the row is longer than the window.
              ref={each === panel ? bringIntoView : undefined}
              onClick={() => changeView({ panel: each, selected: null, layers: null })}
            >
              {t(`desk.panel.${each}`)}
            </button>
          ))}
        </div>
        <div
          className={css.body}
          id="desk-panel"
          role="tabpanel"
          tabIndex={0}
          aria-labelledby={`tab-${panel}`}
        >
          {panel === "reports" ? <ReportPanel /> : null}
          {panel === "need" ? (
            <NeedPanel
              onMeasure={(area) => {
                openDraft({ area });
                changeView({ panel: "measures", selected: area, layers: null });
              }}
            />
          ) : null}
          {panel === "measures" ? (
            <MeasurePanel
              draft={draft}
              onDraft={openDraft}
              at={at}
              mayEdit={role === "planner" || role === "coordinator"}
            />
          ) : null}
          {panel === "coverage" ? <CoveragePanel maySeeGaps={role !== "partner"} /> : null}
          {panel === "log" ? (
            <LogPanel
              line={line}
              onLine={setLine}
              drawing={drawing}
              onDrawing={setDrawing}
              usual={usuallyLogged[role] ?? { kind: "other", parties: [] }}
            />
          ) : null}
          {panel === "logged" ? <LoggedPanel mayConfirm={role === "coordinator"} /> : null}
          {panel === "imports" ? <ImportPanel role={role} /> : null}
          {panel === "release" ? <ReleasePanel /> : null}
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
          {marking ? <Draft points={panel === "log" ? line : at ? [at] : []} /> : null}
        </LazyMap>
        <div className={css.search}>
          <PlaceSearch over onChoose={goTo} />
        </div>
        <details className={css.layers}>
          <summary>{t("layers.button")}</summary>
          <LayerPanel {...layers} />
        </details>
        <div className={css.clock}>
          <ClockBar wholeWeek folds={narrow} />
        </div>
      </div>
    </main>
  );
}
