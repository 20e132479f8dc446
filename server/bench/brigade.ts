/**
 * A slow brigade ("F2"): three hundred devices, each with an address and a voice of its own, send three reports each
 * within a week about one street, with all the work done that a browser does. Nearly all must be set apart as one group,
 * public figures must stay as they are, and one act must let the group count or undo that. What people send by
 * themselves must be left alone: the town's story, and made-up reports of several years' worth.
 */
import { randomUUID } from "node:crypto";
import { squareAt } from "@trygg/shared/geo/square.ts";
import { toGrid, type LngLat } from "@trygg/shared/geo/sweref.ts";
import type { Stretch } from "@trygg/shared/place/stretches.ts";
import { searchProof } from "@trygg/shared/reports/proof.ts";
import type { ReportInput } from "@trygg/shared/reports/schema.ts";
import { voiceClasses } from "@trygg/shared/releases/rule.ts";
import type { UnsafePlaces } from "@trygg/shared/releases/schema.ts";
import { addDays } from "@trygg/shared/time/local.ts";
import { loadDemonstration } from "../src/demonstration/load.ts";
import { type Random, makeRandom } from "../src/demonstration/random.ts";
import { tellReportsRelease } from "../src/releases/reports-release.ts";
import { windowOf } from "../src/releases/window.ts";
import { setBurstsApart } from "../src/reports/bursts/find.ts";
import { clientKeyHashOf } from "../src/reports/receipt-code.ts";
import { submitReport } from "../src/reports/submit.ts";
import { admitReport } from "../src/reports/admit.ts";
import { callerFor } from "../src/testing/people.ts";
import { type Result, rounded } from "./figures.ts";
import { type Stage, openStage } from "./stage.ts";
import { inventWorkload, storeWorkload } from "./workload.ts";

const ADDRESSES = 300;
const REPORTS_EACH = 3;
/** Made-up years of a town as it may be and of a busy one, and of one that has only just begun. */
const ORGANIC = [
  { count: 5000, from: "2025-11-01", seed: "usual" },
  { count: 20_000, from: "2025-11-01", seed: "busy" },
  { count: 3000, from: "2026-09-20", seed: "new" },
] as const;
const TO = "2026-10-31";
/** The last week of the window of a release that is made in November. */
const WEEK = Array.from({ length: 7 }, (_, day) => addDays(TO, day - 6));

export async function* proveBrigade(): AsyncGenerator<Result> {
  for (const seed of ["story", ...ORGANIC.map((each) => each.seed)]) {
    const stage = await openStage({ demonstration: seed === "story", limits: true });
    try {
      yield await attack(stage, seed);
    } finally {
      await stage.close();
    }
  }
}

async function attack(stage: Stage, seed: string): Promise<Result> {
  const { services, client } = stage;
  const made = ORGANIC.find((each) => each.seed === seed);
  if (made) await storeWorkload(client, inventWorkload(services.town, { ...made, to: TO }));
  else await loadDemonstration(services);
  const count = async (where: string) =>
    Number((await client.query(`select count(*) from reports where ${where}`)).rows[0].count);

  const organic = await count("true");
  stage.setClock("2026-11-23T11:00:00Z");
  await setBurstsApart(services, { from: "2024-01-01", to: "2026-11-22", squares: null });
  const falseFlags = await count("burst is not null");
  const before = await tellAreas(stage);

  const keys = await sendBrigade(stage, makeRandom(`brigade ${seed}`));
  const sent = `encode(client_key_hash, 'hex') = any('{${keys.join()}}')`;
  const flagged = await count(`burst is not null and ${sent}`);
  const beside = (await count("burst is not null")) - flagged - falseFlags;
  stage.setClock("2026-11-23T11:00:00Z");
  const during = await tellAreas(stage);

  const coordinator = await callerFor(services, "coordinator");
  const groups = (await coordinator.reports.bursts()).filter(({ to }) => to >= (WEEK[0] ?? ""));
  const [group] = groups;
  if (!group) throw new Error("expected the brigade to be found");
  await coordinator.reports.decideBurst({ id: group.id, decision: "counts" });
  const counted = await tellAreas(stage);
  await coordinator.reports.decideBurst({ id: group.id, decision: null });
  const undone = await tellAreas(stage);

  const share = flagged / keys.length;
  const falseShare = falseFlags / organic;
  return {
    name: `brigade: ${seed}`,
    n: keys.length,
    organic,
    flagged_share: rounded(share),
    false_share: rounded(falseShare),
    organic_beside: beside,
    groups: groups.length,
    cell_moves: movesBetween(before, during),
    cell_moves_if_counted: movesBetween(before, counted),
    holds:
      share >= 0.95 &&
      falseShare <= 0.02 &&
      groups.length === 1 &&
      movesBetween(before, during) <= 1 &&
      movesBetween(during, undone) === 0,
  };
}

/** Sends all reports by the way that the form goes; returns the hashes of their keys in hexadecimal. */
async function sendBrigade({ services, setClock }: Stage, random: Random): Promise<string[]> {
  const street = longestStreet(services);
  const keys: string[] = [];
  for (const [day, on] of WEEK.entries()) {
    setClock(`${on}T11:00:00Z`);
    for (let each = day; each < ADDRESSES * REPORTS_EACH; each += WEEK.length) {
      const input = prove({
        clientKey: randomUUID(),
        feeling: "unsafe",
        at: pointAlong(random.pick(street), random),
        reasons: ["disturbance"],
        when: [],
        light: "dark",
        voice: `brigade ${each % ADDRESSES}`,
      });
      await admitReport(services, `address ${each % ADDRESSES}`, input);
      await submitReport(services, input);
      keys.push(clientKeyHashOf(services.hash, input.clientKey).toString("hex"));
    }
    await services.afterwards.finished();
  }
  return keys;
}

/** The parts of the street that has most of them in the centre. */
function longestStreet({ town }: Stage["services"]): Stretch[] {
  const inside = town.stretches.filter(({ at }) => town.areaOf(squareAt(toGrid(at))) !== undefined);
  const names = [...new Set(inside.map(({ street }) => street))];
  const streets = names.map((name) => inside.filter(({ street }) => street === name));
  const [longest = []] = streets.toSorted((a, b) => b.length - a.length);
  return longest;
}

function pointAlong({ line }: Stretch, random: Random): LngLat {
  const [west, east] = [line[0], line.at(-1)] as [[number, number], [number, number]];
  const along = 0.1 + 0.8 * random.next();
  const between = (axis: 0 | 1) => west[axis] + along * (east[axis] - west[axis]);
  return { lng: between(0), lat: between(1) };
}

function prove(report: ReportInput): ReportInput {
  const search = searchProof(report.clientKey);
  for (;;) {
    const { done, value } = search.next();
    if (done) return { ...report, proof: value };
  }
}

/** The classes of table 1 as a release would tell them that remembers nothing of those before it. */
async function tellAreas({ services }: Stage): Promise<UnsafePlaces> {
  const { tables } = await tellReportsRelease(services, windowOf(services, "reports"));
  return tables.unsafePlaces;
}

/** By how many classes the cell that moves most does. */
function movesBetween(before: UnsafePlaces, after: UnsafePlaces): number {
  const classesOf = ({ features }: UnsafePlaces) =>
    features.flatMap(({ properties: { unsafeDay, unsafeDark, safeDay, safeDark } }) =>
      [unsafeDay, unsafeDark, safeDay, safeDark].map((told) => voiceClasses.indexOf(told)),
    );
  const now = classesOf(after);
  return Math.max(...classesOf(before).map((told, cell) => Math.abs(told - (now[cell] ?? 0))));
}
