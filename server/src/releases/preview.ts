/**
 * What a release would tell if it were published now, against the latest one. Nothing is stored; only the very first
 * of a store may fall out otherwise, because the key of its noise is made with it.
 */
import type {
  NamedCell,
  PatrolCoverage,
  ReleaseAttack,
  ReleaseKind,
  ReleasePreview,
  UnsafePlaces,
  WhyWithheld,
} from "@trygg/shared/releases/schema.ts";
import { MIN_VOICES } from "@trygg/shared/releases/rule.ts";
import type { Services } from "../context.ts";
import { withoutTrace } from "../database/without-trace.ts";
import { runJob } from "../jobs/run.ts";
import { exceedsBound, gatherAttacked } from "./attack/attack.ts";
import { type PublishedCell, publishedCells } from "./attack/published.ts";
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
    const { tables } = await tellReportsRelease(services, window);
    const now = areasOfReports(tables.unsafePlaces);
    const latest = services.releases.reports()?.unsafePlaces;
    const cells = publishedCells(services.town, tables);
    const withheld = cells.filter((cell) => cell.class === "few");
    return {
      window,
      told: cells.length - withheld.length,
      withheld: withheld.map((cell) => ({ ...nameOf(cell), why: whyWithheld(cell.minimum) })),
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
      told: now.flatMap(({ told }) => Object.keys(told)).length,
      withheld: [],
      changes: latest ? changesBetween(areasOfPresence(latest), now) : null,
    };
  },
};

const nameOf = ({ table, id, band, feeling }: PublishedCell): NamedCell => ({ of: table, id, band, feeling });

function whyWithheld(minimum: number): WhyWithheld {
  if (minimum === Infinity) return "dwellings";
  return minimum > MIN_VOICES ? "protected" : "voices";
}

/** What the attacks find on the release of reports that would be published now. Nothing is stored. */
export async function attackPreview(services: Services): Promise<ReleaseAttack> {
  const window = windowOf(services, "reports");
  const attacked = await withoutTrace(services.db, async (db) => {
    const within = { ...services, db };
    const { tables } = await tellReportsRelease(within, window);
    return gatherAttacked(within, window, tables);
  });
  const findings = await runJob("findWhatGivesAway", attacked);
  const { worst, ...pairs } = findings.pairs;
  const isolated = new Set(findings.tables.isolated.map(({ cell }) => cell));
  const cells = attacked.series.at(-1) ?? [];
  return {
    hidden: findings.tables.hidden,
    releases: findings.tables.releases,
    ...pairs,
    worst: worst ? { advantage: worst.advantage, bound: worst.bound } : null,
    isolated: cells.filter(({ cell }) => isolated.has(cell)).map(nameOf),
    exceeds: exceedsBound(findings),
  };
}

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
