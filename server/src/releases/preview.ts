/**
 * What a release would tell if it were published now, against the latest one. Nothing is stored; only the very first
 * of a store may fall out otherwise, because the key of its noise is made with it.
 */
import type {
  PatrolCoverage,
  ReleaseKind,
  ReleasePreview,
  UnsafePlaces,
} from "@trygg/shared/releases/schema.ts";
import type { Services } from "../context.ts";
import { withoutTrace } from "../database/without-trace.ts";
import { tellPresenceRelease } from "./presence-release.ts";
import { tellReportsRelease } from "./reports-release.ts";
import { windowOf } from "./window.ts";

type Change = NonNullable<ReleasePreview["changes"]>[number];
type Areas = { area: string; told: Partial<Record<Change["cell"], Change["to"]>> }[];

export async function previewRelease(services: Services, kind: ReleaseKind): Promise<ReleasePreview> {
  return withoutTrace(services.db, (db) => compare[kind]({ ...services, db }));
}

const compare: Record<ReleaseKind, (services: Services) => Promise<ReleasePreview>> = {
  async reports(services) {
    const window = windowOf(services, "reports");
    const { tables, told } = await tellReportsRelease(services, window);
    const now = areasOfReports(tables.unsafePlaces);
    const latest = services.releases.reports()?.unsafePlaces;
    const withheld = [...told.values()].filter((cell) => cell.class === "few").length;
    return {
      window,
      cells: { told: told.size - withheld, withheld },
      changes: latest ? changesBetween(areasOfReports(latest), now) : null,
    };
  },
  async presence(services) {
    const window = windowOf(services, "presence");
    const now = areasOfPresence(await tellPresenceRelease(services, window));
    const latest = services.releases.presence()?.patrolCoverage;
    return {
      window,
      // Presence is told also where there was none.
      cells: { told: now.flatMap(({ told }) => Object.keys(told)).length, withheld: 0 },
      changes: latest ? changesBetween(areasOfPresence(latest), now) : null,
    };
  },
};

function areasOfReports({ features }: UnsafePlaces): Areas {
  return features.map(({ properties: { area, name: _name, ...told } }) => ({ area, told }));
}

/** The latest week of each area, as the map draws it. */
function areasOfPresence({ features }: PatrolCoverage): Areas {
  return features.map(({ properties: { area, day, dark } }) => ({ area, told: { day, dark } }));
}

function changesBetween(before: Areas, after: Areas): Change[] {
  return after.flatMap(({ area, told }) => {
    const old = before.find((each) => each.area === area)?.told ?? {};
    return (Object.entries(told) as [Change["cell"], Change["to"]][])
      .filter(([cell, to]) => old[cell] !== to)
      .map(([cell, to]) => ({ area, cell, from: old[cell] ?? null, to }));
  });
}
