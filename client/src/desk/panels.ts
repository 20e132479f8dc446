/** The desk's table of contents: each panel with its mark, what it shows, and what the map beside it shows. */
import {
  Accessibility,
  CircleUserRound,
  ClipboardList,
  Cone,
  Download,
  Eye,
  FileCheck,
  Footprints,
  Lamp,
  Lightbulb,
  LampCeiling,
  ListChecks,
  type LucideIcon,
  MapPinned,
  MessagesSquare,
  Newspaper,
  Radar,
  ScrollText,
  Send,
  Sparkles,
  SlidersHorizontal,
  Upload,
  Users,
} from "lucide-react";
import { type ComponentType, lazy } from "react";
import { NotePanel } from "../accessibility/note-panel.tsx";
import { AccountPanel } from "../accounts/account-panel.tsx";
import { UsersPanel } from "../accounts/users-panel.tsx";
import { AuditPanel } from "../audit/audit-panel.tsx";
import { LooksPanel } from "../audit/looks-panel.tsx";
import { DisclosuresPanel } from "../disclosures/disclosures-panel.tsx";
import { ExportsPanel } from "../exports/exports-panel.tsx";
import { ImportPanel } from "../imports/import-panel.tsx";
import { LampPanel } from "../lighting/lamps/lamp-panel.tsx";
import { EditedLamp } from "../layers/edited-lamp.tsx";
import type { MapLayer } from "../layers/layer.ts";
import { lightingLayer } from "../layers/lighting.tsx";
import { MeasurePlace } from "../layers/measure-place.tsx";
import { staffCoverageLayer } from "../layers/staff-coverage.tsx";
import { staffDensityLayer } from "../layers/staff-density.tsx";
import { staffHotSpotsLayer } from "../layers/staff-hot-spots.tsx";
import { staffLuxLayer } from "../layers/staff-lux.tsx";
import { staffNeedLayer } from "../layers/staff-need.tsx";
import { staffReportsLayer } from "../layers/staff-reports.tsx";
import { TryLamps } from "../layers/try-lamps.tsx";
import { Walk } from "../layers/walk.tsx";
import { suggestedLayer } from "../layers/suggested.tsx";
import { LightPanel } from "../lighting/level/light-panel.tsx";
import { NeedPanel } from "../lighting/need/need-panel.tsx";
import { SuggestPanel } from "../lighting/suggest/suggest-panel.tsx";
import { MeasurePanel } from "../measures/measure-panel.tsx";
import { NewsPanel } from "../news/news-panel.tsx";
import { CoveragePanel } from "../patrols/coverage-panel.tsx";
import { LogPanel } from "../patrols/log-panel.tsx";
import { LoggedPanel } from "../patrols/logged-panel.tsx";
import { ReleasePanel } from "../releases/release-panel.tsx";
import { BurstPanel } from "../reports/burst-panel.tsx";
import { ReportPanel } from "../reports/report-panel.tsx";

const LuminairePanel = lazy(() => import("../lighting/luminaires/luminaire-panel.tsx"));
const SettingsPanel = lazy(() => import("../settings/settings-panel.tsx"));

export interface DeskPanel {
  Icon: LucideIcon;
  Draw: ComponentType;
  /** The map beside it; without, the panel has the desk to itself. */
  map?: {
    layers: MapLayer[];
    /** Those of them that are on at first. */
    usual: string[];
    /** What the panel itself draws over them, and marks or picks there (`map/picking`). */
    Overlay?: ComponentType;
  };
}

export const panels = {
  news: {
    Icon: Newspaper,
    Draw: NewsPanel,
    map: { layers: [lightingLayer, staffCoverageLayer], usual: ["light"] },
  },
  reports: {
    Icon: MapPinned,
    Draw: ReportPanel,
    map: {
      layers: [staffReportsLayer, staffHotSpotsLayer, staffDensityLayer, lightingLayer],
      usual: ["reports"],
    },
  },
  bursts: {
    Icon: MessagesSquare,
    Draw: BurstPanel,
    map: { layers: [staffReportsLayer, lightingLayer], usual: [] },
  },
  need: {
    Icon: Lamp,
    Draw: NeedPanel,
    map: { layers: [staffNeedLayer, staffLuxLayer, lightingLayer], usual: ["need", "light"] },
  },
  light: {
    Icon: Lightbulb,
    Draw: LightPanel,
    map: { layers: [staffLuxLayer, staffNeedLayer, lightingLayer], usual: ["lux"], Overlay: TryLamps },
  },
  suggest: {
    Icon: Sparkles,
    Draw: SuggestPanel,
    map: { layers: [suggestedLayer, lightingLayer, staffNeedLayer], usual: ["suggested", "light"] },
  },
  measures: {
    Icon: ListChecks,
    Draw: MeasurePanel,
    map: { layers: [lightingLayer, staffNeedLayer], usual: ["light"], Overlay: MeasurePlace },
  },
  coverage: {
    Icon: Radar,
    Draw: CoveragePanel,
    map: { layers: [staffCoverageLayer, lightingLayer], usual: ["coverage"] },
  },
  log: {
    Icon: Footprints,
    Draw: LogPanel,
    map: { layers: [staffCoverageLayer], usual: ["coverage"], Overlay: Walk },
  },
  logged: {
    Icon: ClipboardList,
    Draw: LoggedPanel,
    map: { layers: [staffCoverageLayer], usual: ["coverage"] },
  },
  lamps: {
    Icon: LampCeiling,
    Draw: LampPanel,
    map: { layers: [lightingLayer], usual: ["light"], Overlay: EditedLamp },
  },
  luminaires: { Icon: Cone, Draw: LuminairePanel },
  imports: {
    Icon: Upload,
    Draw: ImportPanel,
    map: { layers: [lightingLayer, staffNeedLayer], usual: ["light"] },
  },
  release: { Icon: Send, Draw: ReleasePanel },
  settings: { Icon: SlidersHorizontal, Draw: SettingsPanel },
  exports: { Icon: Download, Draw: ExportsPanel },
  disclosures: { Icon: FileCheck, Draw: DisclosuresPanel },
  looks: { Icon: Eye, Draw: LooksPanel },
  audit: { Icon: ScrollText, Draw: AuditPanel },
  notes: { Icon: Accessibility, Draw: NotePanel },
  users: { Icon: Users, Draw: UsersPanel },
  account: { Icon: CircleUserRound, Draw: AccountPanel },
} satisfies Record<string, DeskPanel>;

export type PanelId = keyof typeof panels;

export const panelOf = (id: PanelId): DeskPanel => panels[id];
