/** When the town's calendar lets the next release of a kind be made. */
import { dueOn } from "@trygg/shared/releases/calendar.ts";
import type { ReleaseKind } from "@trygg/shared/releases/schema.ts";
import { localDate } from "@trygg/shared/time/local.ts";
import type { Services } from "../context.ts";
import { Refusal } from "../refusal.ts";
import { windowOf } from "./window.ts";

export interface Due {
  /** The first day on which it may be made. */
  on: string;
  /** Whether it may be made now. In a demonstration there is no need to wait a month to see the next. */
  now: boolean;
}

export function nextRelease(services: Services, kind: ReleaseKind): Due {
  const { now, town, releases, demonstration } = services;
  const today = localDate(now(), town.place.timeZone);
  const latest = releases[kind]()?.manifest.window.to;
  const upToDate = latest !== undefined && latest >= windowOf(services, kind).to;
  const on = dueOn(kind, town.calendar, today, upToDate);
  return { on, now: demonstration || latest === undefined || on <= today };
}

/** Throws a Refusal before the calendar's day. */
export function refuseEarly(services: Services, kind: ReleaseKind): void {
  const due = nextRelease(services, kind);
  if (!due.now)
    throw new Refusal("notYet", `expected ${due.on} or later for the next release of ${kind}`, {
      value: due.on,
    });
}
