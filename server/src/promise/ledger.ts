/** The ledger of a year: evidence gathered from every table that speaks for a commitment, and what it amounts to. */
import type { Caller } from "@trygg/shared/accounts/schema.ts";
import { becauseSentence } from "@trygg/shared/promise/because.ts";
import { type Evidence, standing } from "@trygg/shared/promise/ledger.ts";
import type { Commitment, EvidenceRule } from "@trygg/shared/promise/schema.ts";
import type { Ledger } from "@trygg/shared/promise/published.ts";
import { localDate } from "@trygg/shared/time/local.ts";
import { type Context, type Services, callerOf } from "../context.ts";
import { selectDialogueDates } from "../lagesbild/store.ts";
import { selectMeasures } from "../measures/store.ts";
import { speaksFor } from "../patrols/counts.ts";
import { selectOccasions } from "../patrols/store.ts";
import type { Town } from "../place/town.ts";
import { Refusal } from "../refusal.ts";
import { tallyAreas } from "../reports/columns/tally.ts";
import { selectEvidenceDates } from "./store.ts";

/** Who the ledger is for. The public's holds nothing about voices that a release does not tell. */
export type Audience = "staff" | "public";

/** Who reads the ledger live. Of these, partners see no more of reports than the public does. */
const liveFor: Partial<Record<Caller, Audience>> = {
  planner: "staff",
  police: "staff",
  coordinator: "staff",
  partner: "public",
};

/** Those who work with the promise read the ledger live, everybody else as it stood at the last release. */
export async function readLedger(
  context: Context,
  year = Number(today(context).slice(0, 4)),
): Promise<Ledger> {
  const { town, releases } = context;
  if (!town.promises.has(year))
    throw new Refusal(
      "notFound",
      `expected a year with a promise (${[...town.promises.keys()].join(", ")}), got ${year}`,
    );
  const audience = liveFor[callerOf(context)];
  if (audience) return computeLedger(context, year, audience);
  return releases.ledger(year) ?? emptyLedger(town, year);
}

export async function computeLedger(services: Services, year: number, audience: Audience): Promise<Ledger> {
  const asOf = today(services);
  const commitments = services.town.promises.get(year)?.commitments ?? [];
  const rows = [];
  // One after the other: within a release all run on the same connection.
  for (const commitment of commitments)
    rows.push(toRow(commitment, await gather(services, year, commitment, audience), asOf));
  return { year, asOf, commitments: rows };
}

/** Before the first release nothing can be told. */
function emptyLedger(town: Town, year: number): Ledger {
  const commitments = (town.promises.get(year)?.commitments ?? []).map((commitment) => ({
    ...told(commitment),
    status: "cannotTell" as const,
    because: becauseSentence({ key: "nothingReleased", values: {} }),
    reason: { key: "nothingReleased" as const, values: {} },
  }));
  return { year, asOf: null, commitments };
}

const today = ({ now, town }: Services) => localDate(now(), town.place.timeZone);

function toRow(commitment: Commitment, evidence: Evidence, asOf: string): Ledger["commitments"][number] {
  const { because, ...figures } = standing(commitment, evidence, asOf);
  return { ...told(commitment), ...figures, because: becauseSentence(because), reason: because };
}

function told({ id, kind, title, owner, period, source, evidence }: Commitment) {
  const areas = evidence.flatMap((rule) => (rule.from === "measures" ? [rule.area] : []));
  return { id, kind, title, owner, period, source, ...(areas.length > 0 ? { areas } : {}) };
}

async function gather(
  services: Services,
  year: number,
  commitment: Commitment,
  audience: Audience,
): Promise<Evidence> {
  const evidence: Evidence = { dates: [], measures: [], voices: null };
  for (const rule of commitment.evidence) {
    const found = await gatherers[rule.from](services, { year, commitment, audience, rule });
    evidence.dates.push(...(found.dates ?? []));
    evidence.measures.push(...(found.measures ?? []));
    evidence.voices ??= found.voices ?? null;
  }
  return evidence;
}

interface Question {
  year: number;
  commitment: Commitment;
  audience: Audience;
  rule: EvidenceRule;
}
type Gatherer = (services: Services, question: Question) => Promise<Partial<Evidence>>;

const gatherers: Record<EvidenceRule["from"], Gatherer> = {
  async patrols({ db }, { commitment: { period }, rule }) {
    const occasions = await selectOccasions(db, period.from, period.to);
    return {
      dates: occasions
        .filter((patrol) => speaksFor(rule, patrol))
        .map(({ occasionDate }) => occasionDate ?? ""),
    };
  },
  async dialogues({ db }, { commitment: { period } }) {
    return { dates: await selectDialogueDates(db, period.from, period.to) };
  },
  async records({ db }, { year, commitment }) {
    return { dates: await selectEvidenceDates(db, year, commitment.id) };
  },
  async measures({ db }, { rule }) {
    if (rule.from !== "measures") return {};
    const rows = await selectMeasures(db);
    return {
      measures: rows
        .filter(({ kind, area }) => kind === rule.kind && area === rule.area)
        .map(({ state, to }) => ({ state, to: to ?? undefined })),
    };
  },
  /** Live counts are for staff; until two releases cover the same months of two years the public has nothing. */
  async voices(services, { year, audience }) {
    if (audience === "public") return {};
    const end = `${year}-12-31`;
    const to = today(services) < end ? today(services) : end;
    const sameDay = `${year - 1}${to.slice(4)}`.replace(/-02-29$/, "-02-28");
    const columns = await services.columns.reports();
    const voices = (from: string, until: string) =>
      tallyAreas(columns, { from, to: until }, new Set()).total.voices;
    return {
      voices: {
        now: voices(`${year}-01-01`, to),
        before: voices(`${year - 1}-01-01`, sameDay),
      },
    };
  },
};
