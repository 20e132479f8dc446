import { type Caller, callers } from "@trygg/shared/accounts/schema.ts";
import { settingNames } from "@trygg/shared/place/settings.ts";
import { describe, expect, it } from "vitest";
import { openTestApp } from "../testing/http.ts";
import { audit } from "../audit/audit.ts";
import { MOST_LOOKS } from "../audit/looks.ts";
import { asRole } from "../testing/people.ts";
import { measure, patrol, report, spotIn, squareOf, town } from "../testing/samples.ts";
import { openTestServices } from "../testing/services.ts";

/** Every key of a value, with its path: `rows[].at.lng`. */
function keysOf(value: unknown, path = ""): string[] {
  if (Array.isArray(value)) return [...new Set(value.flatMap((each) => keysOf(each, `${path}[]`)))];
  if (typeof value !== "object" || value === null) return [path];
  const inner = Object.entries(value).flatMap(([key, each]) => keysOf(each, path ? `${path}.${key}` : key));
  return [...new Set(inner)];
}

const under = (path: string, keys: string) => keys.split(" ").map((key) => `${path}${key}`);
const head = "release.id release.publishedAt release.rule";
const names = "area name.sv name.en";
const publicMeasure =
  "id kind area title state reason owner from to publicText updatedOn where.type where.coordinates[]";
const savedFilter = "id name view.filter.light view.clock view.clock.hour view.clock.month";
const lamp =
  "id area height flux luminaire direction tilt dimming screened owner status statusSince statusSource";
const assumptions = "maintenance leastLux usual.height usual.flux standIn.q standIn.a standIn.b";
const plan = "id name.sv name.en steps[].from steps[].to steps[].share";
const option = "id kind name.sv name.en cost height flux luminaire";
const level =
  "mean min uniformity darkShare class wanted wanted.mean wanted.min wanted.uniformity wanted.vertical wanted.semiCylindrical";
const area = "type id geometry.type geometry.coordinates[][][]";

/** The written list: all keys that an answer may hold, for whoever may have it. */
const allowed: Record<string, string[]> = {
  "accounts.list": under("[].", "id email name role mayApprove disabled elsewhere invited secondFactor"),
  "accounts.mine": [
    ...under("", "role name mayApprove email elsewhere secondFactor recoveryCodes"),
    ...under("sessions[].", "since seen current"),
  ],
  "accounts.otherWay": under("", "name open"),
  "accessibility.notes": under("[].", "id day page text"),
  "accounts.me": under("", "role name mayApprove"),
  "audit.choices": under("", "actions[] people[].id people[].name people[].role"),
  "audit.list": [
    ...under("", "more"),
    ...under("entries[].", "id at name role action details"),
    ...under("entries[].details.filter.", "areas[]"),
    ...under(
      "entries[].details.",
      "id state version commitment reason area report looks days rows request format number by reports",
    ),
  ],
  "audit.notes": under("[].", "id at name role area looks days"),
  "audit.verify": under("", "entries checksum fault"),
  "disclosures.grounds": under("[].", "id text.sv text.en"),
  "disclosures.list": [
    ...under("[].", "id number askedOn reports name at struck masked[].field masked[].ground"),
    ...under("[].asked.", "by area from to"),
  ],
  "disclosures.make": [
    ...under("entry.", "id number askedOn reports name at struck masked[].field masked[].ground"),
    ...under("entry.asked.", "by area from to"),
    ...under("reports[].", "area month feeling reasons[] light"),
  ],
  "exports.requests": [
    ...under("[].", "id at name mine reason format state decidedBy until"),
    ...under("[].filter.", "areas[] feeling"),
  ],
  "imports.list": under("[].", "id kind fileName at by read stored unchanged rejected"),
  "lagesbild.latest": [
    ...under("", `${head} window.from window.to caveats[].sv caveats[].sv-simple caveats[].en`),
    ...under("areas[].", `${names} unsafeDay unsafeDark safeDay safeDark`),
    ...under("reasons[].", "band feeling reason voices"),
    ...under("presence.", `${head} window.from window.to`),
    ...under("presence.areas[].", `${names} day dark weeks[].week weeks[].day weeks[].dark`),
  ],
  "layers.lighting": [
    ...under("", "release features.type"),
    ...under("features.features[].", `${area} geometry.coordinates[]`),
    ...under("features.features[].properties.", `${lamp} kind title state from to publicText updatedOn`),
  ],
  "layers.patrolCoverage": [
    ...under("", `${head} features.type`),
    ...under("features.features[].", area),
    ...under("features.features[].properties.", `${names} day dark weeks[].week weeks[].day weeks[].dark`),
  ],
  "layers.unsafePlaces": [
    ...under("", `${head} features.type`),
    ...under("features.features[].", area),
    ...under("features.features[].properties.", `${names} unsafeDay unsafeDark safeDay safeDark`),
  ],
  "lighting.basis": [
    ...under("lighting.", assumptions),
    ...under("lighting.dimming[].", plan),
    ...[...town.areas.keys()].map((id) => `lighting.classes.${id}`),
    ...under("lighting.options[].", option),
  ],
  "lighting.illuminance": [
    ...under("", `${level} burning schematic lamps.all lamps.dimmed lamps.standIn`),
    ...under("", "vertical.mean vertical.min semiCylindrical.mean semiCylindrical.min"),
    ...under("grid.", "origin[] step width height lux[] ground[]"),
  ],
  "lighting.lamps": under("[].", `${lamp} at.lng at.lat`),
  "lighting.levels": under("[].", `area ${level}`),
  "lighting.need": [
    ...under("areas[].", "area voices lamps.working lamps.broken lamps.off"),
    ...under("squares[].", "square area voices reasons[].reason reasons[].voices"),
    ...under("squares[].lamps.", "working broken off"),
    ...under("", "footfall"),
    ...under("parts[].", "square area smoothed voices lowest wanted class way way.to way.metres"),
    ...under("parts[].parts.", "voices dark ways"),
  ],
  "lighting.suggest": [
    ...under("", "cost share exact value bound candidates points runs footfall"),
    ...under(
      "chosen[].",
      "at.lng at.lat lamp option name.sv name.en cost because kind area voices lowest after class",
    ),
    ...under("chosen[].", "pinned tied stays way way.to way.metres"),
    ...["before", "after"].flatMap((when) => under(`light.${when}.`, "mean lowest dark")),
  ],
  "lighting.suggestProgress": under("", "stage done"),
  "measures.list": under("[].", `${publicMeasure} cost version`),
  "measures.public": under("[].", publicMeasure),
  "news.read": under("", "since items[].kind items[].count items[].waits"),
  "patrols.coverage": under(
    "",
    "from to squares[].square squares[].minutes squares[].patrols squares[].last",
  ),
  "patrols.gaps": under("[].", "square bin worryShare presenceShare gap voices minutes enough"),
  "patrols.list": under(
    "[].",
    "id kind from to area parties[] awaiting awaiting[] loggedBy countsFor[] countsFor duplicateOf",
  ),
  "place.settings": [
    ...under("", "languages[].tag languages[].name languages[].direction next.reports next.presence"),
    ...under("", "approvers[].name approvers[].role"),
    ...settingNames.flatMap((name) => under(`settings.${name}.`, "version changedOn")),
    ...["value", "usual"].flatMap((kind) => [
      ...under(`settings.campaign.${kind}.campaign.`, "closed from to text"),
      ...under(`settings.introduction.${kind}.`, "introduction"),
      ...under(`settings.reasons.${kind}.reasons[].`, "id feeling group icon name.sv name.en"),
      ...under(`settings.languages.${kind}.`, "languages"),
      ...under(`settings.calendar.${kind}.`, "reports.dayOfMonth presence.weekday"),
      ...under(`settings.lampOwners.${kind}.lampOwners[].`, "id name.sv name.sv-simple name.en url phone"),
      ...under(`settings.light.${kind}.`, assumptions),
      ...under(`settings.dimming.${kind}.dimming[].`, plan),
      ...[...town.areas.keys()].map((id) => `settings.lightClasses.${kind}.classes.${id}`),
      ...under(`settings.lightOptions.${kind}.options[].`, option),
      ...under(`settings.contacts.${kind}.contacts[].`, "number name.sv name.sv-simple name.en"),
      ...under(`settings.contacts.${kind}.`, "faultReport.name.sv faultReport.name.en faultReport.url"),
      ...under(`settings.contacts.${kind}.`, "quickExit.url"),
      ...["controller", "dataProtectionOfficer"].flatMap((who) =>
        under(`settings.privacy.${kind}.${who}.`, "name.sv name.en url"),
      ),
      ...under(`settings.accessibility.${kind}.body.`, "name.sv name.en url"),
      ...under(`settings.approvers.${kind}.`, "approvers"),
    ]),
  ],
  "place.search": under("[].", "id name kind area certainty at.lng at.lat"),
  "promise.ledger": [
    ...under("", "year asOf"),
    ...under("commitments[].", "id kind source status because count target pace forecast[] reason.key"),
    ...under("commitments[].", "title.sv title.en owner.sv owner.en period.from period.to areas[]"),
    ...under("commitments[].months[].", "month count target status"),
    ...under(
      "commitments[].reason.values.",
      "count target low high pace rate kept missed total last days everyDays date to from",
    ),
  ],
  "reports.bursts": under("[].", "id feeling squares[] reports unproven usual from to decision decidedOn"),
  "reports.countSender": under("", "counted"),
  "reports.density": under("", "beside stretches[].line[][] stretches[].per100"),
  "reports.filters": under("[].", savedFilter),
  "reports.hotSpots": [
    ...under("", "enough voices tested"),
    ...under("squares[].", "square area voices z p hot share share.unsafe share.ownWeight share.voices"),
  ],
  "reports.list": [
    ...under("", "grain total.reports total.voices"),
    ...under("rows[].", "square area reports voices reasons[].reason reasons[].voices"),
  ],
  "reports.markSeen": under("", "area seen"),
  "reports.receipt": [
    ...under("", "state area since seenOn linked[] apart presence.week presence.day presence.dark asks[]"),
    ...under("measures[].", publicMeasure),
  ],
  "reports.saveFilter": under("", savedFilter),
  "reports.summary": [
    ...under("", "total.reports total.voices"),
    ...under("areas[].", "area reports voices"),
    ...under("squares[].", "square area reports voices"),
    ...under("reasons[].", "reason reports voices"),
  ],
};

/** How many have taken part is for those who see reports. */
const liveVoices = under("commitments[].reason.values.", "now before");
/** How it feels since a measure is for them too. */
const liveAnswers = [...under("[].answers.", "better same worse"), "[].reports"];
const seesVoices: Caller[] = ["planner", "police", "coordinator"];
const single =
  "id at.lng at.lat square area receivedOn feeling reasons[] when[] light impact seenOn duplicateOf linked[]";
/** What whoever has given a reason is told of single reports. */
const opened: Record<string, string[]> = {
  "reports.list": [...under("", "grain all total.reports total.voices"), ...under("rows[].", single)],
  "reports.mark": ["changed[]"],
  "reports.link": ["changed[]"],
  "reports.read": [
    ...under("", `${single} measuresNear[] inSquare.reports inSquare.voices near duplicates duplicates[]`),
    ...under("near[].", `${single} metres`),
    ...under("", "whereabouts"),
    ...under("whereabouts.", "kind street other from to name"),
  ],
};

const services = await openTestServices({ demonstration: true });
const { call, signedIn } = await openTestApp(services);
await call("accessibility.sendNote", { page: "/loftet", text: "Tabellen läses inte upp." });
const at = spotIn("stortorget", 2);
const { receipt } = (await call("reports.submit", report({ at, voice: "mine", impact: 2 }))).data as {
  receipt: string;
};
const done = await call(
  "measures.save",
  measure({ area: "stortorget", state: "done" }),
  await signedIn("planner"),
);
await call("reports.answer", { receipt, measure: (done.data as { id: string }).id, answer: "worse" });
await call("patrols.log", patrol({ parties: ["police", "guards"] }), await signedIn("partner"));
const curious = await asRole(services, "planner", { name: "curious" });
for (let looks = 0; looks < MOST_LOOKS; looks++)
  await audit(curious, "reports.read", { report: "a random id", square: squareOf("stortorget") });
await call(
  "exports.request",
  { filter: { areas: ["stortorget"] }, format: "csv", reason: "Underlag för ny belysning" },
  await signedIn("planner"),
);
await services.afterwards.finished();
const [burst] = await services.rows<{ id: string }>(
  "insert into bursts (feeling, usual) values ('unsafe', 1.5) returning id",
);
await services.rows(
  "update reports set burst = $1, weight = 0 where id in (select id from reports where feeling = 'unsafe' order by id limit 3)",
  [burst?.id],
);
const inputs: Record<string, unknown> = {
  "disclosures.make": {
    number: "KS 2026/1",
    askedOn: "2026-11-20",
    asked: { by: "area", area: "stortorget", from: "2026-01-01", to: "2026-12-31" },
    ground: "osl-21-7",
  },
  "lighting.illuminance": { area: "stortorget" },
  "lighting.suggest": { budget: { count: 3 } },
  "lighting.suggestProgress": { run: "7f9c24e5-2c4a-4d47-9d4d-111111111111" },
  "place.search": { query: "stortorget" },
  "reports.countSender": { age: "30-44", gender: "woman" },
  "reports.density": { bandwidth: 75 },
  "reports.markSeen": { area: "stortorget", seen: true },
  "reports.receipt": { receipt },
  "reports.saveFilter": { name: "Mörkt", view: { filter: { light: "dark" }, clock: null } },
};

describe.each(callers)("what a %s is told", async (caller) => {
  const headers = await signedIn(caller);

  it.each(Object.keys(allowed))("by %s holds no other key than the written ones", async (name) => {
    const { status, data } = await call(name, inputs[name], headers);
    const known = [
      ...(allowed[name] ?? []),
      ...(name === "promise.ledger" && seesVoices.includes(caller) ? liveVoices : []),
      ...(name === "measures.list" && seesVoices.includes(caller) ? liveAnswers : []),
    ];
    const answered = status === 200 && data !== null ? keysOf(data) : [];
    expect(answered.filter((key) => !known.includes(key))).toEqual([]);
    expect([200, 401, 403]).toContain(status);
  });
});

describe("a point, an id and a day of a single report", () => {
  const everything = async (caller: Caller) => {
    const headers = await signedIn(caller);
    const answers = [];
    for (const name of Object.keys(allowed).filter((each) => each !== "reports.receipt"))
      answers.push((await call(name, inputs[name], headers)).text);
    return answers.join("\n");
  };

  /** Numbers and letters that would betray single reports: their ids, hashes, tags and keys, and all their points. */
  async function secrets(): Promise<string[]> {
    const rows = await services.rows<Record<string, string>>(
      `select r.id::text, encode(client_key_hash, 'hex') as client_key, encode(receipt_hash, 'hex') as receipt,
         coalesce(encode(voice_day, 'hex'), '-none-') as day, coalesce(encode(voice_dark, 'hex'), '-none-') as dark
       from reports r`,
    );
    const keys = await services.rows<{ key: string }>("select encode(key, 'hex') as key from voices");
    const devices = await services.rows<{ tag: string }>("select encode(tag, 'hex') as tag from voice_caps");
    return [
      ...rows.flatMap((row) => Object.values(row)),
      ...keys.map(({ key }) => key),
      ...devices.map(({ tag }) => tag),
      receipt,
    ];
  }

  it.each(callers)("reach no %s who has not given a reason", async (caller) => {
    const told = await everything(caller);
    expect((await secrets()).filter((secret) => told.includes(secret))).toEqual([]);
    const { east, north } =
      (await services.rows<{ east: number; north: number }>("select east, north from reports limit 1"))[0] ??
      {};
    expect(told).not.toMatch(new RegExp(`"(east|north)"|\\b(${east}|${north})\\b`));
    expect(told).not.toMatch(
      /"(receivedOn|when|bins|impact|clientKey|receiptHash|voiceDay|voiceDark|weight)"/,
    );
  });

  it.each(["planner", "coordinator"] as const)(
    "reach a %s after a reason, without hash, tag or receipt",
    async (caller) => {
      const headers = await signedIn(caller);
      await call("reports.giveReason", { reason: "Underlag för ny belysning" }, headers);
      const { data } = await call("reports.list", { from: "2026-11-23" }, headers);
      expect(data).toMatchObject({ grain: "point", rows: [{ area: "stortorget", impact: 2 }] });
      const [{ id }] = (data as { rows: [{ id: string }] }).rows;
      const linked = { ids: [id], measure: (done.data as { id: string }).id, linked: true };
      const asked: [string, object][] = [
        ["reports.mark", { ids: [id], seen: true }],
        ["reports.link", linked],
        ["reports.list", { from: "2026-11-23" }],
        ["reports.read", { id }],
      ];
      const ids = (await services.rows<{ id: string }>("select id::text from reports")).map(
        (each) => each.id,
      );
      const hidden = (await secrets()).filter((secret) => !ids.includes(secret));
      for (const [name, input] of asked) {
        const answer = await call(name, input, headers);
        expect(answer.status).toBe(200);
        expect(keysOf(answer.data).filter((key) => !opened[name]?.includes(key))).toEqual([]);
        expect(hidden.filter((secret) => answer.text.includes(secret))).toEqual([]);
      }
    },
  );
});
