/**
 * What is shown, in the address's fragment: position, layers, clock, selection and filter. A fragment is never sent to
 * a server, so a link can be shared without anyone learning what was looked at. Anything unreadable in it is ignored.
 */
import { type ReportFilter, reportFilter } from "@trygg/shared/reports/filter.ts";
import { type Bandwidth, bandwidth, bandwidths } from "@trygg/shared/reports/hot-spots.ts";
import { type NeedView, needView, usualNeedView } from "@trygg/shared/siting/need-view.ts";
import { type ClockSetting, clockSetting } from "@trygg/shared/time/clock.ts";

export interface MapPosition {
  lng: number;
  lat: number;
  zoom: number;
}

/** What is filtered by; feelings are told apart unless both are asked for. */
export type ViewFilter = Omit<ReportFilter, "feeling"> & {
  feeling?: ReportFilter["feeling"] | "any";
};

export interface View {
  at: MapPosition | null;
  /** Names of the layers that are on; null stands for the usual ones. */
  layers: string[] | null;
  /** Null is now. */
  clock: ClockSetting | null;
  /** The selected release area or 62.5 m square. */
  selected: string | null;
  /** The desk's lens and its open panel. */
  lens: string | null;
  panel: string | null;
  filter: ViewFilter;
  /** What the list of reports is narrowed to: one of its parts, or the id of a measure that answers them. */
  only: string | null;
  /** Metres along the streets over which density is drawn. */
  bandwidth: Bandwidth;
  /** Which part of the need for light is shown, and how the parts are weighed. */
  need: NeedView;
}

export const emptyView: View = {
  at: null,
  layers: null,
  clock: null,
  selected: null,
  lens: null,
  panel: null,
  filter: {},
  only: null,
  bandwidth: bandwidths[0],
  need: usualNeedView,
};

const weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const lists = ["reasons", "areas"] as const;
const words = ["from", "to", "light", "feeling", "measures"] as const;

export function readView(fragment: string): View {
  const params = new URLSearchParams(fragment.replace(/^#/, ""));
  return {
    at: readPosition(params.get("at")),
    layers: params.has("layers")
      ? (params.get("layers") ?? "").split(".").filter((name) => name !== "")
      : null,
    clock: readClock(params.get("clock")),
    selected: params.get("selected"),
    lens: params.get("lens"),
    panel: params.get("panel"),
    filter: readFilter(params),
    only: params.get("only"),
    bandwidth: bandwidth.safeParse(Number(params.get("bandwidth"))).data ?? bandwidths[0],
    need: readNeed(params.get("need")),
  };
}

/** The fragment of a view, without `#`; what is usual is left out. */
export function writeView(view: View): string {
  const { at, layers, clock, selected, lens, panel, filter, only, bandwidth: metres, need } = view;
  const params: [string, string][] = [];
  const add = (name: string, value: string | null | undefined) => {
    if (value !== null && value !== undefined) params.push([name, value]);
  };
  add("lens", lens);
  add("panel", panel);
  add("clock", clock && `${weekdays[Math.floor(clock.hour / 24)]}-${clock.hour % 24}-${clock.month}`);
  add("layers", layers?.join("."));
  add("selected", selected);
  for (const word of words) add(word, filter[word]);
  for (const list of lists) if (filter[list]?.length) add(list, filter[list].join("."));
  if (filter.months?.length) add("months", filter.months.join("."));
  if (filter.impact !== undefined) add("impact", String(filter.impact));
  add("only", only);
  if (metres !== emptyView.bandwidth) add("bandwidth", String(metres));
  if (writeNeed(need) !== writeNeed(usualNeedView)) add("need", writeNeed(need));
  add("at", at && `${at.lat.toFixed(5)},${at.lng.toFixed(5)},${at.zoom.toFixed(2)}`);
  return params
    .map(([name, value]) => `${name}=${encodeURIComponent(value).replaceAll("%2C", ",")}`)
    .join("&");
}

function readPosition(text: string | null): MapPosition | null {
  const [lat, lng, zoom] = (text ?? "").split(",").map(Number);
  const usable = [lat, lng, zoom].every((value) => Number.isFinite(value));
  if (!usable || lat === undefined || lng === undefined || zoom === undefined) return null;
  return Math.abs(lat) < 90 && Math.abs(lng) <= 180 ? { lat, lng, zoom } : null;
}

function readClock(text: string | null): ClockSetting | null {
  const [day = "", hour, month] = (text ?? "").split("-");
  const parsed = clockSetting.safeParse({
    hour: weekdays.indexOf(day) * 24 + Number(hour),
    month: Number(month),
  });
  return weekdays.includes(day) && Number(hour) >= 0 && Number(hour) < 24 && parsed.success
    ? parsed.data
    : null;
}

const writeNeed = ({ shows, weights: { voices, dark, ways } }: NeedView) =>
  [shows, voices, dark, ways].join("-");

function readNeed(text: string | null): NeedView {
  const [shows, ...weights] = (text ?? "").split("-");
  const [voices, dark, ways] = weights.map((each) => Number(each || NaN));
  return needView.safeParse({ shows, weights: { voices, dark, ways } }).data ?? usualNeedView;
}

function readFilter(params: URLSearchParams): ViewFilter {
  const given: Record<string, unknown> = {};
  for (const word of words) if (params.has(word)) given[word] = params.get(word);
  for (const list of lists) if (params.has(list)) given[list] = (params.get(list) ?? "").split(".");
  if (params.has("months"))
    given["months"] = (params.get("months") ?? "").split(".").map((month) => Number(month || NaN));
  if (params.has("impact")) given["impact"] = Number(params.get("impact"));
  // Each field stands for itself: one that cannot be read must not take the others with it.
  const entries = Object.entries(given).filter(
    ([name, value]) => reportFilter.safeParse({ [name]: value }).success,
  );
  const filter = reportFilter.parse(Object.fromEntries(entries));
  return given["feeling"] === "any" ? { ...filter, feeling: "any" } : filter;
}
