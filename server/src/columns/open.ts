/** What a node holds of reports and presence, for every question of staff: read when it is first asked for. */
import type { Changes } from "../database/changes.ts";
import type { Database } from "../database/open.ts";
import type { PresenceColumns } from "../patrols/columns/columns.ts";
import { fillPresence, refreshPresence } from "../patrols/columns/fill.ts";
import type { Town } from "../place/town.ts";
import type { ReportColumns } from "../reports/columns/columns.ts";
import { fillColumns, refreshColumns } from "../reports/columns/fill.ts";
import { keepInStep } from "./keep.ts";

export interface Columns {
  /** Each as it is now: never older than what this node has written. */
  reports(): Promise<ReportColumns>;
  presence(): Promise<PresenceColumns>;
}

interface Node {
  db: Database;
  changes: Changes;
  town(): Town;
}

export function openColumns({ db, changes, town }: Node): Columns {
  const reports = keepInStep({
    changes,
    topics: ["reports"],
    // Squares may belong to other areas now.
    anew: ["place"],
    fill: () => fillColumns(db, town()),
    refresh: (filled) => refreshColumns(db, town(), filled),
  });
  const presence = keepInStep({
    changes,
    topics: ["patrols"],
    fill: () => fillPresence(db),
    refresh: (filled) => refreshPresence(db, filled),
  });
  return {
    reports: async () => (await reports.current()).columns,
    presence: async () => (await presence.current()).columns,
  };
}
