/** Puts one node's equipment together, and keeps the store tidy while it runs. */
import { setTimeout as sleep } from "node:timers/promises";
import { openAfterwards } from "./afterwards.ts";
import { type OtherIssuer, openIssuer } from "./accounts/issuer.ts";
import { forgetOldLinks } from "./accounts/links.ts";
import { forgetOldSessions } from "./accounts/session.ts";
import { forgetOldTries } from "./accounts/tries.ts";
import { beginChain } from "./audit/begin.ts";
import { daysUntil, realClock, shiftedClock } from "./clock.ts";
import type { Services } from "./context.ts";
import { openColumns } from "./columns/open.ts";
import { openChanges } from "./database/changes.ts";
import { readStoreFact, writeStoreFact } from "./database/facts.ts";
import { keyedHash, readSecret, sealWith } from "./database/keys.ts";
import { forgetsOldChanges } from "./database/row-changes.ts";
import type { Store } from "./database/open.ts";
import { hasStory, loadDemonstration, readStory } from "./demonstration/load.ts";
import { openTown } from "./place/current.ts";
import { openPlaceSearch } from "./place/search.ts";
import { type Town, loadTown } from "./place/town.ts";
import { StartRefusal } from "./refusal.ts";
import { openLatestReleases } from "./releases/latest.ts";
import { clearExpired } from "./retention/clear.ts";
import { clearRemovedBursts } from "./reports/bursts/decide.ts";
import { forgetOldSendingCounts } from "./reports/sending-limit.ts";
import { destroyPastYearKeys } from "./reports/voices.ts";
import type { Settings } from "./settings.ts";

const TIDY_MS = 60 * 60_000;
const FORGET_MS = 5 * 60_000;
const RELOAD_WAITS_MS = [250, 1000, 5000, 15_000, 45_000, 60_000];

export async function openServices(store: Store, settings: Settings, log: Log): Promise<Services> {
  // Before anything is asked of the store: a broken folder is told at once.
  const town = loadTown(settings.place);
  const demonstration = await decideDemonstration(store, settings, hasStory(town));
  const shift = demonstration ? await demonstrationShift(store, town) : 0;
  const services = await equip(store, {
    place: settings.place,
    now: shift === 0 ? realClock : shiftedClock(shift),
    secret: readSecret(settings.secret, settings.dataDir),
    demonstration,
    limits: settings.limits,
    issuer: settings.issuer ? openIssuer(settings.issuer, settings.outbound, log) : null,
    log,
  });
  await beginChain(services);
  if (demonstration) await loadDemonstration(services);
  return services;
}

interface Equipment extends Pick<Services, "now" | "demonstration" | "limits"> {
  issuer?: OtherIssuer | null;
  /** The town's folder in `data/`. */
  place: string;
  secret: string;
  log: Log;
}

interface Log {
  error(details: { err: unknown }, message?: string): void;
  warn(details: object, message?: string): void;
}

/** One node's equipment round an open store. */
export async function equip(
  store: Store,
  { place, secret, log, issuer = null, ...given }: Equipment,
): Promise<Services> {
  const town = await openTown(store.db, place);
  const changes = openChanges(store);
  const services: Services = {
    ...given,
    issuer,
    db: store.db,
    get town() {
      return town.now();
    },
    reloadTown: town.reload,
    hash: keyedHash(secret),
    seal: sealWith(secret),
    changes,
    releases: await openLatestReleases(store.db),
    search: await openPlaceSearch(store, () => services.town),
    afterwards: openAfterwards((error) =>
      log.error({ err: error }, "what was left to do after an answer failed"),
    ),
    columns: openColumns({ db: store.db, changes, town: town.now }),
  };
  services.changes.listen(({ topic }) => {
    if (topic === "releases") void reloadPatiently(services.releases);
    if (topic === "place" || topic === "settings") void reloadPatiently(town);
    if (topic === "lighting") void reloadPatiently(services.search);
  });
  return services;
}

/** Reads what is held in memory anew; where the database is away just then, some times more over the next two minutes. */
async function reloadPatiently(held: { reload(): Promise<void> }): Promise<void> {
  for (const wait of RELOAD_WAITS_MS) {
    const done = await held.reload().then(
      () => true,
      () => false,
    );
    if (done) return;
    await sleep(wait, undefined, { ref: false });
  }
}

/** An empty store becomes what the settings say and remembers it; production refuses a demonstration. */
async function decideDemonstration({ db }: Store, settings: Settings, told: boolean): Promise<boolean> {
  const remembered = await readStoreFact(db, "demonstration");
  const demonstration = remembered === undefined ? settings.demo && told : remembered === true;
  if (demonstration && settings.production)
    throw new StartRefusal(
      "DEMO: this store holds demonstration data, which production refuses: expected another DATA_DIR or DATABASE_URL",
    );
  if (remembered === undefined) await writeStoreFact(db, "demonstration", demonstration);
  return demonstration;
}

/** Whole days from today to the day on which the story stands, kept from the day it was loaded. */
async function demonstrationShift({ db }: Store, town: Town): Promise<number> {
  await writeStoreFact(db, "clockShiftDays", daysUntil(readStory(town).begins, town.place.timeZone));
  return Number(await readStoreFact(db, "clockShiftDays"));
}

/** Does what must be done by the calendar, now and again and again. Returns how to stop. */
export function keepTidy(services: Services, log: Log): () => void {
  const byCalendar = () =>
    Promise.all([
      forgetOldSessions(services),
      forgetOldLinks(services),
      forgetOldTries(services),
      forgetOldSendingCounts(services),
      destroyPastYearKeys(services),
      clearExpired(services),
      clearRemovedBursts(services),
    ]);
  const keep = (work: () => Promise<unknown>, every: number) => {
    const run = () => void work().catch((error: unknown) => log.error({ err: error }, "tidying failed"));
    run();
    return setInterval(run, every);
  };
  const timers = [keep(byCalendar, TIDY_MS), keep(forgetsOldChanges(services.db), FORGET_MS)];
  return () => timers.forEach((timer) => clearInterval(timer));
}
