/**
 * Fills an empty demonstration store with the town's story, through the same verbs as real reports and presence.
 * A start that was cut off goes on where it stopped: what is already there is sent again and stored once.
 */
import { randomUUID } from "node:crypto";
import { type Role, roles } from "@trygg/shared/accounts/schema.ts";
import { instantOfLocal, localDate } from "@trygg/shared/time/local.ts";
import { hashPassword } from "../accounts/password.ts";
import { insertAccounts } from "../accounts/store.ts";
import type { Services, StaffContext } from "../context.ts";
import { readStoreFact, writeStoreFact } from "../database/facts.ts";
import { alone } from "../database/lock.ts";
import { insertDialogues } from "../lagesbild/store.ts";
import { insertLamps } from "../lighting/store.ts";
import { drawUpPlan } from "../measures/draw-up.ts";
import { freezePlan, isDecided } from "../measures/freeze.ts";
import { computeLight, momentOf } from "../measures/light.ts";
import { insertMeasure, putLight, selectMeasures } from "../measures/store.ts";
import { logPatrol } from "../patrols/log.ts";
import { type Town, read } from "../place/town.ts";
import { insertEvidence } from "../promise/store.ts";
import { publishRelease } from "../releases/publish.ts";
import { submitReport } from "../reports/submit.ts";
import { inventLamps } from "./lamps.ts";
import { inventPatrols } from "./patrols.ts";
import { makeRandom } from "./random.ts";
import { inventReports } from "./reports.ts";
import { type Story, storyFile } from "./story.ts";

/** Devices that report at the same time. */
const AT_ONCE = 12;
const LOAD_LOCK = 7_201_006;
const STORY = "demonstration/story.json";

export const demonstrationPassword = ({ place }: Town) => `demo-${place.id}`;

const staff: { email: string; name: string; role: Role; mayApprove?: boolean }[] = [
  { email: "planerare@demo.local", name: "Planerare", role: "planner" },
  { email: "polis@demo.local", name: "Polis", role: "police" },
  { email: "samordnare@demo.local", name: "Samordnare", role: "coordinator" },
  { email: "samordnare2@demo.local", name: "Samordnare 2", role: "coordinator", mayApprove: true },
  { email: "partner@demo.local", name: "Partner", role: "partner" },
  { email: "admin@demo.local", name: "Administratör", role: "admin" },
  { email: "revisor@demo.local", name: "Revisor", role: "auditor" },
];

export function readStory(town: Town): Story {
  return read(town.files, STORY, storyFile);
}

/** A town without a story starts empty. */
export function hasStory({ files }: Town): boolean {
  return files.has(STORY);
}

/** Loads what is missing, on one node at a time. Does nothing once everything is there. */
export async function loadDemonstration(services: Services): Promise<void> {
  await alone(services.db, LOAD_LOCK, () => load(services));
}

async function load(services: Services): Promise<void> {
  const story = readStory(services.town);
  await once(services, "demonstrationAccounts", loadAccounts);
  await once(services, "demonstrationRows", (within) => loadRows(within, story));
  services.changes.tell("lighting");
  if ((await readStoreFact(services.db, "demonstrationLoaded")) === true) return;
  await loadReports(services, story);
  await once(services, "demonstrationPlans", (within) => loadPlans(within, story));
  await loadPatrols(services, story);
  await publishRelease(services, "reports");
  await publishRelease(services, "presence");
  await writeStoreFact(services.db, "demonstrationLoaded", true);
}

/** Runs a step in one transaction together with the fact that it is done. */
async function once(
  services: Services,
  fact: string,
  step: (within: Services) => Promise<void>,
): Promise<void> {
  if ((await readStoreFact(services.db, fact)) === true) return;
  await services.db.transaction(async (tx) => {
    await step({ ...services, db: tx });
    await writeStoreFact(tx, fact, true);
  });
}

async function loadAccounts({ db, town }: Services): Promise<void> {
  const password = await hashPassword(demonstrationPassword(town));
  await insertAccounts(
    db,
    staff.map((account) => ({ ...account, password, demonstration: true })),
  );
}

async function loadRows({ db, town, now }: Services, story: Story): Promise<void> {
  const today = localDate(now(), town.place.timeZone);
  await insertLamps(db, inventLamps(town, story));
  for (const { id: _id, version: _version, ...measure } of story.measures)
    await insertMeasure(db, { ...measure, updatedOn: measure.to ?? measure.from ?? today });
  await insertDialogues(db, inventDialogues(story));
  await insertEvidence(
    db,
    story.evidence.map((each) => ({ ...each, year: each.year ?? Number(each.date.slice(0, 4)) })),
  );
}

/** What is decided has its plan and its light, of the day on which it began, or of now where that is to come. */
async function loadPlans(services: Services, story: Story): Promise<void> {
  const today = localDate(services.now(), services.town.place.timeZone);
  for (const measure of await selectMeasures(services.db)) {
    if (!isDecided(measure.state)) continue;
    const on = measure.from && measure.from < today ? measure.from : today;
    const { proposed } = await drawUpPlan(services, measure, null, on);
    const { plan } = await drawUpPlan(services, measure, { ...proposed, months: story.planMonths }, on);
    await freezePlan(services.db, plan, on);
    const moment = momentOf(undefined, measure);
    const light = moment && (await computeLight(services, measure.area));
    const computedOn = (moment === "done" ? measure.to : null) ?? on;
    if (moment && light) await putLight(services.db, { measureId: measure.id, moment, computedOn, ...light });
  }
}

function inventDialogues(story: Story) {
  const { counts, areas, themes, people } = story.dialogues;
  return Object.entries(counts).flatMap(([year, count]) =>
    Array.from({ length: count }, (_, index) => {
      const random = makeRandom(`${story.seed} dialogue ${year} ${index}`);
      const date = `${year}-${String(random.whole(2, 10)).padStart(2, "0")}-${String(random.whole(1, 28)).padStart(2, "0")}`;
      return {
        date,
        area: random.weighted(areas),
        people: random.whole(...people),
        themes: [...new Set([random.weighted(themes), random.weighted(themes)])],
      };
    }),
  );
}

/** Each report on its own day; devices side by side, a device's own reports one after the other. */
async function loadReports(services: Services, story: Story): Promise<void> {
  const devices = inventReports(services.town, story);
  const { timeZone } = services.town.place;
  const work = async () => {
    for (let device = devices.pop(); device; device = devices.pop())
      for (const { on, input } of device)
        await submitReport(
          { ...services, now: () => instantOfLocal(on, 12, timeZone), limits: false },
          input,
        );
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  await services.afterwards.finished();
}

async function loadPatrols(services: Services, story: Story): Promise<void> {
  for (const { role, input } of inventPatrols(services.town, story))
    await logPatrol(asRole(services, role), input);
}

/** Somebody of a role, without an account: what they log names the role only. */
function asRole(services: Services, role: (typeof roles)[number]): StaffContext {
  const session = {
    tokenHash: Buffer.alloc(0),
    accountId: randomUUID(),
    role,
    name: role,
    mayApprove: false,
    pointsReason: null,
  };
  return { ...services, session };
}
