/** The log as it is read: who did what, when and why. Where a report lies is told by area and never nearer. */
import {
  AUDIT_PAGE,
  type AuditEntry,
  type AuditFilter,
  type ClusterNote,
} from "@trygg/shared/audit/schema.ts";
import { addDays, instantOfLocal } from "@trygg/shared/time/local.ts";
import type { Services, StaffContext } from "../context.ts";
import type { Town } from "../place/town.ts";
import { NOTE } from "./looks.ts";
import { selectActions, selectPage, selectPeople } from "./store.ts";

type Row = Awaited<ReturnType<typeof selectPage>>[number];
type Details = AuditEntry["details"];

export async function listAudit(services: Services, filter: AuditFilter & { before?: number | undefined }) {
  const rows = await selectRows(services, filter, AUDIT_PAGE + 1, filter.before);
  return {
    entries: rows.slice(0, AUDIT_PAGE).map((row) => toEntry(services.town, row)),
    more: rows.length > AUDIT_PAGE,
  };
}

async function selectRows(
  { db, town }: Services,
  { action, person, from, to }: AuditFilter,
  limit: number,
  before?: number,
): Promise<Row[]> {
  const dayBegins = (day: string) => new Date(instantOfLocal(day, 0, town.place.timeZone));
  return selectPage(db, {
    before,
    action,
    person,
    from: from === undefined ? undefined : dayBegins(from),
    until: to === undefined ? undefined : dayBegins(addDays(to, 1)),
    limit,
  });
}

function toEntry(town: Town, { id, at, name, role, action, details }: Row): AuditEntry {
  return { id, at: at.toISOString(), name, role, action, details: withoutSquare(town, details as Details) };
}

function withoutSquare(town: Town, { square, ...rest }: Details): Details {
  return typeof square === "string" ? { ...rest, area: town.areaOf(square) ?? null } : rest;
}

export async function listChoices({ db }: Services) {
  return { actions: await selectActions(db), people: await selectPeople(db) };
}

/** Notes on everybody but oneself, the newest first. */
export async function listNotes({ db, town, session }: StaffContext): Promise<ClusterNote[]> {
  const rows = await selectPage(db, { action: NOTE, limit: AUDIT_PAGE });
  return rows
    .filter(({ accountId }) => accountId !== session.accountId)
    .map(({ id, at, name, role, details }) => ({
      id,
      at: at.toISOString(),
      name,
      role,
      area: town.areaOf(String(details["square"])) ?? null,
      looks: Number(details["looks"]),
      days: Number(details["days"]),
    }));
}

const PART = 1000;

/** Every entry of a filter, the newest first, with its checksum. */
export async function* readAudit(
  services: Services,
  filter: AuditFilter,
): AsyncGenerator<AuditEntry & { checksum: string }> {
  for (let before: number | undefined; ;) {
    const rows = await selectRows(services, filter, PART, before);
    for (const row of rows)
      yield { ...toEntry(services.town, row), checksum: row.hash?.toString("hex") ?? "" };
    const last = rows.at(-1);
    if (!last || rows.length < PART) return;
    before = last.id;
  }
}
