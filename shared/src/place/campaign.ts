/** Whether people may report on a day; without the shapes, so that the light pages can ask. */
import { addDays } from "../time/local.ts";

interface Campaign {
  closed: string | null;
  from: string | null;
  to: string | null;
}

/** How long a report that was written while people might report is still taken, days: as long as a device keeps it. */
export const LATE_DAYS = 7;

export function isOpenOn({ closed, from, to }: Campaign, day: string): boolean {
  return closed === null && (from === null || from <= day) && (to === null || day <= to);
}

/** The day from which people may report again; null while they may, or where nobody has said. */
export function opensOn({ closed, from }: Campaign, today: string): string | null {
  return closed === null && from !== null && from > today ? from : null;
}

/** Whether a report that could not be sent at once still counts: it was written on an open day, a week ago at most. */
export function countsLate({ closed, from, to }: Campaign, written: string, today: string): boolean {
  const last = [closed, to, today].flatMap((day) => day ?? []).toSorted()[0] ?? today;
  return written <= last && (from === null || from <= written) && today <= addDays(written, LATE_DAYS);
}
