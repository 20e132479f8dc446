import { Writable } from "node:stream";
import type { Role } from "@trygg/shared/accounts/schema.ts";
import { toGrid } from "@trygg/shared/geo/sweref.ts";
import { expect, it } from "vitest";
import { openLog } from "../log.ts";
import { openTestApp } from "../testing/http.ts";
import { measure, patrol, report, spotIn } from "../testing/samples.ts";
import { openTestServices } from "../testing/services.ts";

const lines: string[] = [];
const heard = new Writable({
  write(chunk: Buffer, _encoding, done) {
    lines.push(chunk.toString());
    done();
  },
});

const services = await openTestServices();
const logger = openLog("trace", heard);
const { call, send, signedIn } = await openTestApp(services, { LOG_LEVEL: "trace" }, logger);

/** Nothing of it stands anywhere in the program. */
const planted = {
  text: "Xylofonvägen 4711",
  agent: "Plantedbrowser/47.11",
  name: "Planta Kanariesdotter",
  email: "planta.kanarie@example.se",
  password: "a planted password 4711",
  address: "198.51.100.213",
  number: "KS 2026/47114711",
};
const spot = spotIn("hamnparken");
const at = { lng: spot.lng + 0.0000123, lat: spot.lat + 0.0000117 };
const json = {
  "content-type": "application/json",
  "user-agent": planted.agent,
  "x-forwarded-for": planted.address,
};

it("logs at their noisiest hold nothing of what people and staff send, nor of who they are", async () => {
  const as = async (role: Role, person = {}): Promise<Record<string, string>> => ({
    ...json,
    ...(await signedIn(role, person)),
  });
  const [planner, coordinator, police] = [
    await as("planner", { name: planted.name }),
    await as("coordinator", { mayApprove: true }),
    await as("police"),
  ];
  const { text } = planted;
  const { data } = await call("reports.submit", report({ at, voice: text }), json);
  const { receipt } = data as { receipt: string };
  const token = /session=(.+)/.exec(planner["cookie"] ?? "")?.[1] ?? "";
  await call("accounts.signIn", { email: planted.email, password: planted.password }, json);
  await call("reports.receipt", { receipt }, json);
  await call("reports.giveReason", { reason: text }, planner);
  await call("reports.list", {}, planner);
  await send("POST", "/reports/points", "{}", planner);
  await call("place.search", { query: text }, json);
  await call("accessibility.sendNote", { page: "/loftet", text }, json);
  await call(
    "measures.save",
    measure({ title: text, where: { type: "Point", coordinates: [at.lng, at.lat] } }),
    planner,
  );
  await call("promise.addEvidence", { commitment: "follow-up", date: "2026-11-12", title: text }, planner);
  await call("patrols.log", patrol(), police);
  const asked = await call("exports.request", { reason: text, format: "csv" }, planner);
  const { id } = asked.data as { id: string };
  await call("exports.decide", { id, decision: "approved" }, coordinator);
  const file = await send("POST", `/exports/points/${id}`, "{}", planner);
  expect(file.text).toContain("hamnparken");
  await send("POST", "/exports/squares.csv", "{}", planner);
  const disclosed = { number: planted.number, askedOn: "2026-11-20", ground: "osl-21-7" };
  await call("disclosures.make", { ...disclosed, asked: { by: "receipt", receipt } }, coordinator);
  // What is refused is logged no more than what goes through.
  for (const body of [`{"at":{"lng":${at.lng}},"text":"${text}"}`, `{ broken ${text}`, `"${text}"`])
    for (const path of [
      "/trpc/reports.submit",
      "/trpc/measures.save",
      "/exports/squares.csv",
      "/reports/points",
    ])
      await send("POST", path, body, planner);
  // And what breaks on our side is logged, without what was sent.
  await services.rows("alter table evidence rename to evidence_gone");
  const broken = await call(
    "promise.addEvidence",
    { commitment: "follow-up", date: "2026-11-12", title: text },
    planner,
  );
  expect(broken.status).toBe(500);
  const misread: unknown = await services
    .rows("select $1::text::int", [text])
    .catch((error: unknown) => error);
  logger.error({ err: misread }, "failed");

  const log = lines.join("");
  expect(log).toContain("/exports/points/:id");
  expect(log).toContain("promise.addEvidence");
  expect(log).toContain('"code":"22P02"');
  expect(log).toContain('relation \\"evidence\\" does not exist');
  const { east, north } = toGrid(at);
  const secrets = [
    ...Object.values(planted),
    ...[at.lng, at.lat, spot.lng, spot.lat].map((degrees) => degrees.toFixed(4)),
    ...[east, north].map((metres) => String(Math.round(metres / 10) * 10)),
    receipt,
    token,
    id,
  ];
  expect(secrets.filter((secret) => log.includes(secret))).toEqual([]);
});
