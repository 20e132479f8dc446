import { type Caller, callers, roles } from "@trygg/shared/accounts/schema.ts";
import { describe, expect, it } from "vitest";
import { appRouter } from "./router.ts";
import { type TestApp, openTestApp } from "./testing/http.ts";
import { openTestServices } from "./testing/services.ts";

const everybody: readonly Caller[] = callers;
const desk: readonly Caller[] = ["planner", "police", "coordinator"];
/** Who may be let to give the second approval. */
const approvers: readonly Caller[] = ["coordinator", "planner", "police"];
const lightPlanners: readonly Caller[] = ["planner", "coordinator"];
const deskAndPartners: readonly Caller[] = [...desk, "partner"];

/** The written list: every procedure and who may call it. A procedure without a row, or a row without one, fails. */
const access: Record<string, readonly Caller[]> = {
  "accessibility.notes": ["admin", "coordinator"],
  "accessibility.removeNote": ["admin", "coordinator"],
  "accessibility.sendNote": everybody,
  "accounts.add": ["admin"],
  "accounts.beginSecondFactor": roles,
  "accounts.change": ["admin"],
  "accounts.changePassword": roles,
  "accounts.changes": roles,
  "accounts.confirmSecondFactor": roles,
  "accounts.disable": ["admin"],
  "accounts.list": ["admin"],
  "accounts.me": everybody,
  "accounts.mine": roles,
  "accounts.otherWay": everybody,
  "accounts.readLink": everybody,
  "accounts.reset": ["admin"],
  "accounts.signIn": everybody,
  "accounts.signOut": everybody,
  "accounts.signOutEverywhere": roles,
  "accounts.openLink": everybody,
  "audit.choices": ["auditor"],
  "audit.list": ["auditor"],
  "audit.notes": ["auditor", "coordinator"],
  "audit.verify": ["auditor"],
  "disclosures.grounds": ["coordinator"],
  "disclosures.list": ["coordinator"],
  "disclosures.make": ["coordinator"],
  "disclosures.strike": ["coordinator"],
  "exports.decide": desk,
  "exports.request": lightPlanners,
  "exports.requests": desk,
  "exports.withdraw": lightPlanners,
  "imports.list": lightPlanners,
  "lagesbild.latest": everybody,
  "layers.lighting": everybody,
  "layers.patrolCoverage": everybody,
  "layers.unsafePlaces": everybody,
  "lighting.basis": deskAndPartners,
  "lighting.illuminance": deskAndPartners,
  "lighting.lamps": deskAndPartners,
  "lighting.levels": deskAndPartners,
  "lighting.need": lightPlanners,
  "lighting.saveLamp": lightPlanners,
  "lighting.suggest": lightPlanners,
  "lighting.suggestProgress": lightPlanners,
  "measures.list": deskAndPartners,
  "measures.public": everybody,
  "measures.save": lightPlanners,
  "news.read": desk,
  "patrols.confirm": ["coordinator"],
  "patrols.coverage": deskAndPartners,
  "patrols.gaps": desk,
  "patrols.list": ["police", "coordinator"],
  "patrols.log": ["police", "coordinator", "partner"],
  "place.saveSetting": ["coordinator", "admin"],
  "place.search": everybody,
  "place.settings": ["coordinator", "admin"],
  "promise.addEvidence": deskAndPartners,
  "promise.ledger": everybody,
  "releases.attack": approvers,
  "releases.due": approvers,
  "releases.preview": approvers,
  "releases.proposals": approvers,
  "releases.publish": approvers,
  "releases.withdraw": ["coordinator"],
  "reports.answer": everybody,
  "reports.bursts": ["coordinator"],
  "reports.decideBurst": ["coordinator"],
  "reports.countSender": everybody,
  "reports.density": lightPlanners,
  "reports.filters": lightPlanners,
  "reports.giveReason": lightPlanners,
  "reports.hotSpots": desk,
  "reports.link": lightPlanners,
  "reports.list": lightPlanners,
  "reports.mark": lightPlanners,
  "reports.markSeen": lightPlanners,
  "reports.read": lightPlanners,
  "reports.receipt": everybody,
  "reports.removeFilter": lightPlanners,
  "reports.saveFilter": lightPlanners,
  "reports.submit": everybody,
  "reports.summary": desk,
  "reports.withdraw": everybody,
};

/** What somebody may call beside what is everybody's, who has given a password and not yet a second factor. */
const toEnrol = ["accounts.beginSecondFactor", "accounts.confirmSecondFactor"];

/** Names that later work will give, and names that nobody should find. */
const absent = [
  "patrols.round",
  "measures.effect",
  "lagesbild.publish",
  "reports.all",
  "reports",
  "constructor",
  "__proto__",
  "toString",
];

interface Declared {
  _def: {
    type: string;
    meta?: { roles: readonly Caller[]; maxBytes: number; log: string };
    inputs: unknown[];
    /** Missing in tRPC's own types, present on every procedure that declares one. */
    output?: unknown;
  };
}
const procedures = Object.entries(appRouter._def.procedures as unknown as Record<string, Declared>);

describe("the list of procedures", () => {
  it("is exactly the written one", () => {
    expect(procedures.map(([name]) => name).toSorted()).toEqual(Object.keys(access).toSorted());
  });

  it.each(procedures)("%s declares its callers, size, log class and answer", (name, { _def: declared }) => {
    expect(declared.meta?.roles).toEqual(access[name]);
    expect(declared.meta?.maxBytes).toBeGreaterThan(0);
    expect(declared.meta?.maxBytes).toBeLessThanOrEqual(256_000);
    expect(["counts", "audited"]).toContain(declared.meta?.log);
    // Events are parsed one by one; all else by the procedure.
    expect(declared.type === "subscription" || declared.output !== undefined).toBe(true);
  });
});

/** Everybody of the matrix: each role, three who once were staff, and one who has yet to enrol a second factor. */
const people = [...callers, "signed out", "disabled", "expired", "enrolling"] as const;
type Someone = (typeof people)[number];
const roleOf = (someone: Someone): Caller => callers.find((caller) => caller === someone) ?? "resident";

const services = await openTestServices();
const test: TestApp = await openTestApp(services);

async function headersOf(someone: Someone): Promise<Record<string, string>> {
  switch (someone) {
    case "signed out": {
      const headers = await test.signedIn("coordinator", { name: "signed out" });
      await test.call("accounts.signOut", undefined, headers);
      return headers;
    }
    case "disabled": {
      const headers = await test.signedIn("coordinator", { name: "disabled" });
      await services.rows("update accounts set disabled = true where name = 'disabled'");
      return headers;
    }
    case "expired": {
      const headers = await test.signedIn("coordinator", { name: "expired" });
      await services.rows(
        `update sessions set created_at = created_at - interval '13 hours'
         where account_id = (select id from accounts where name = 'expired')`,
      );
      return headers;
    }
    case "enrolling": {
      const headers = await test.signedIn("coordinator", { name: "enrolling" });
      await services.rows(
        `update sessions set enrolling = true
         where account_id = (select id from accounts where name = 'enrolling')`,
      );
      return headers;
    }
    default:
      return test.signedIn(someone);
  }
}

describe.each(people)("somebody who is %s", async (someone) => {
  const headers = await headersOf(someone);
  const caller = roleOf(someone);
  const may = (name: string) =>
    access[name]?.includes(caller) === true || (someone === "enrolling" && toEnrol.includes(name));
  const allowed = procedures.map(([name]) => name).filter(may);
  const forbidden = procedures.map(([name]) => name).filter((name) => !may(name));
  const [status, code] = caller === "resident" ? [401, "notSignedIn"] : [403, "notAllowed"];

  it.each(forbidden)("may not call %s, and is told so before the input is looked at", async (name) => {
    for (const body of ['{"nonsense":true}', '"nonsense"', "[]", "7", "{ broken", ""]) {
      const answer = await test.send("POST", `/trpc/${name}`, body, {
        "content-type": "application/json",
        ...headers,
      });
      expect(answer.status).toBe(status);
      expect(answer.text).toContain(`"error":"${code}"`);
    }
  });

  it.each(
    allowed.filter(
      (name) => !["accounts.changes", "accounts.signOut", "accounts.signOutEverywhere"].includes(name),
    ),
  )("may call %s", async (name) => {
    const answer = await test.call(name, { nonsense: true }, headers);
    expect([401, 403]).not.toContain(answer.status);
    expect(answer.status).toBeLessThan(500);
  });

  it.each(absent)("finds no procedure %s", async (name) => {
    const answer = await test.call(name, undefined, headers);
    expect([answer.status, answer.error.code]).toEqual([404, "notFound"]);
  });
});
