/** A presence while it is written down, before it is logged. */
import {
  type Party,
  type PatrolInput,
  type PatrolKind,
  earliestPatrolDay,
} from "@trygg/shared/patrols/schema.ts";
import { instantOfLocal, localDate, localTime } from "@trygg/shared/time/local.ts";

export const MINUTES = ["15", "30", "60", "90", "120"] as const;
const FIVE_MINUTES = 5 * 60_000;

export interface LinePoint {
  lng: number;
  lat: number;
}

export interface LogDraft {
  /** One key for one presence: pressing twice, or again after a lost answer, logs it once. */
  clientKey: string;
  kind: PatrolKind;
  parties: Party[];
  when: "now" | "earlier";
  date: string;
  time: string;
  minutes: (typeof MINUTES)[number];
  by: "area" | "line";
  area: string;
  line: LinePoint[];
}

export type LogField = "parties" | "date" | "time" | "area" | "line";

/** What a role usually logs. */
export type UsualLog = Pick<LogDraft, "kind" | "parties">;

export function newLog(usual: UsualLog, now: number, timeZone: string): LogDraft {
  return {
    clientKey: crypto.randomUUID(),
    ...usual,
    when: "now",
    date: localDate(now, timeZone),
    time: `${String(localTime(now, timeZone).hour).padStart(2, "0")}:00`,
    minutes: "30",
    by: "area",
    area: "",
    line: [],
  };
}

/** The next one after a presence has been logged: the same in all but where. */
export const nextLog = (draft: LogDraft): LogDraft => ({
  ...draft,
  clientKey: crypto.randomUUID(),
  by: "area",
  area: "",
  line: [],
});

/** Whether something would be missed if it were lost. */
export const isTouched = ({ area, line, when }: LogDraft) =>
  area !== "" || line.length > 0 || when === "earlier";

/** The fields that cannot be logged as they are. */
export function wrongFields(draft: LogDraft, today: string): LogField[] {
  const { parties, when, date, time, by, area, line } = draft;
  const wrong: LogField[] = [];
  if (parties.length === 0) wrong.push("parties");
  if (when === "earlier" && !(date >= earliestPatrolDay(today) && date <= today)) wrong.push("date");
  if (when === "earlier" && time === "") wrong.push("time");
  if (by === "area" && area === "") wrong.push("area");
  if (by === "line" && line.length < 2) wrong.push("line");
  return wrong;
}

export function toInput(draft: LogDraft, now: number, timeZone: string): PatrolInput {
  const { clientKey, kind, parties, minutes, by, area, line } = draft;
  const duration = Number(minutes) * 60_000;
  const from =
    draft.when === "now"
      ? Math.floor(now / FIVE_MINUTES) * FIVE_MINUTES - duration
      : instantOf(draft.date, draft.time, timeZone);
  return {
    clientKey,
    kind,
    parties,
    from: new Date(from).toISOString(),
    to: new Date(from + duration).toISOString(),
    where:
      by === "area" ? { area } : { type: "LineString", coordinates: line.map(({ lng, lat }) => [lng, lat]) },
  };
}

function instantOf(date: string, time: string, timeZone: string): number {
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  return instantOfLocal(date, hour, timeZone) + minute * 60_000;
}
