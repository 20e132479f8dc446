/**
 * Makes the dump that belongs beside a finished migration: the whole schema with a few rows in every table, written
 * by the verbs of today. Run it when a change of the schema is done:
 * `node --import tsx server/src/testing/dump.ts postgresql://…/an_empty_database > server/src/database/dumps/0000_loop.sql`
 * It needs PostgreSQL's `pg_dump`, of the server's version or newer.
 */
import { spawnSync } from "node:child_process";
import { insertDialogues } from "../lagesbild/store.ts";
import { openStore } from "../database/open.ts";
import { publishRelease } from "../releases/publish.ts";
import { fileProposal } from "../releases/propose.ts";
import { equip } from "../services.ts";
import { addAccount } from "../accounts/add.ts";
import { makeRecoveryCodes } from "../accounts/recovery-codes.ts";
import { countTry } from "../accounts/tries.ts";
import { writeStoreFact } from "../database/facts.ts";
import { storeBurst } from "../reports/bursts/store.ts";
import { callerFor } from "./people.ts";
import { lamp, measure, patrol, provenReport, squareOf } from "./samples.ts";

const DAY = "2026-11-23";

async function writeFewRows(databaseUrl: string): Promise<void> {
  const store = await openStore({ databaseUrl, dataDir: "" });
  const services = await equip(store, {
    place: "karlshamn",
    now: () => Date.parse(`${DAY}T11:00:00Z`),
    secret: "a secret for the dump that is long enough",
    demonstration: false,
    limits: true,
    log: console,
  });
  await writeStoreFact(store.db, "demonstration", false);
  const { id } = await addAccount(services, {
    email: "samordnare@example.se",
    name: "Samordnare",
    role: "coordinator",
    mayApprove: true,
  });
  await makeRecoveryCodes(services, id);
  await countTry(services, { email: "samordnare@example.se", network: "a network", device: null });
  const [resident, police, planner, coordinator] = [
    await callerFor(services, "resident"),
    await callerFor(services, "police"),
    await callerFor(services, "planner"),
    await callerFor(services, "coordinator"),
  ];
  const { receipt } = await resident.reports.submit(
    provenReport({ voice: "a secret of one device in a browser", when: [32, 33] }),
  );
  await resident.reports.submit(provenReport({ feeling: "safe", reasons: ["well-lit"], light: "both" }));
  await resident.reports.countSender({ age: "30-44", gender: "woman" });
  await police.patrols.log(patrol());
  await planner.measures.save(measure({ cost: 120_000, publicText: "Ny belysning i parken." }));
  const done = await planner.measures.save(
    measure({ title: "Klippta buskar", kind: "sight", state: "done" }),
  );
  await resident.reports.answer({ receipt, measure: done.id, answer: "better" });
  await planner.reports.giveReason({ reason: "Underlag för ny belysning" });
  await planner.reports.markSeen({ area: "hamnparken", seen: true });
  const {
    rows: [first, second],
  } = await planner.reports.list();
  if (first && second && "id" in first && "id" in second) {
    await planner.reports.mark({ ids: [second.id], duplicateOf: first.id });
    await planner.reports.link({ ids: [first.id], measure: done.id, linked: true });
  }
  const view = { filter: { light: "dark" as const }, clock: { hour: 119, month: 11 } };
  await planner.reports.saveFilter({ name: "Mörka fredagar", view });
  await planner.news.read();
  await planner.lighting.saveLamp(lamp());
  await planner.promise.addEvidence({
    commitment: "follow-up",
    date: "2026-11-12",
    title: "Möte i lokala Brå",
  });
  await insertDialogues(store.db, [
    { date: "2026-11-10", area: "stortorget", people: 3, themes: ["lighting"] },
  ]);
  await planner.exports.request({
    filter: { areas: ["hamnparken"] },
    format: "csv",
    reason: "Underlag för ny belysning",
  });
  await coordinator.disclosures.make({
    number: "KS 2026/1",
    askedOn: DAY,
    asked: { by: "receipt", receipt },
    ground: "osl-21-7",
  });
  await publishRelease(services, "reports");
  await publishRelease(services, "presence");
  await fileProposal(services, "reports", null);
  await resident.accessibility.sendNote({ page: "/loftet", text: "Tabellen läses inte upp." });
  await coordinator.place.saveSetting({ name: "approvers", value: { approvers: "desk" }, version: 0 });
  await services.afterwards.finished();
  await storeBurst(store.db, {
    feeling: "unsafe",
    square: squareOf("hamnparken"),
    from: DAY,
    to: DAY,
    touching: [],
    usual: 0.5,
  });
  await services.changes.close();
  await store.close();
}

function dump(databaseUrl: string): string {
  const made = spawnSync("pg_dump", ["--inserts", "--no-owner", "--no-privileges", databaseUrl], {
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  if (made.status !== 0) throw new Error(`pg_dump: ${made.error?.message ?? made.stderr}`);
  // Commands of psql and settings of other versions mean nothing to a plain connection.
  return made.stdout
    .split("\n")
    .filter((line) => !/^(\\|--|SET |SELECT pg_catalog\.set_config)/.test(line))
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trimStart();
}

const [url] = process.argv.slice(2);
if (!url) throw new Error("expected the address of an empty database");
await writeFewRows(url);
process.stdout.write(dump(url));
