import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { PASSWORD, addEnrolled, authenticatorOf } from "../testing/accounts.ts";
import type { StaffContext } from "../context.ts";
import { asRole, callerFor, refusal } from "../testing/people.ts";
import { openTestServices } from "../testing/services.ts";
import { changePassword } from "./change-password.ts";
import { disableAccount } from "./change.ts";
import { knownDevice, markDevice } from "./devices.ts";
import { followChanges } from "./follow.ts";
import { readMine } from "./mine.ts";
import { beginSecondFactor, confirmSecondFactor } from "./second-factor.ts";
import { closeSessionsOf, openSession, readSession } from "./session.ts";
import { findAccount } from "./store.ts";

const services = await openTestServices();
const other = await services.openNode();
const admin = await callerFor(services, "admin");
let count = 0;

/** Somebody with a session on each node, one of which follows what changes. */
async function open() {
  const email = `person${(count += 1)}@example.se`;
  const { token } = await addEnrolled(services, email);
  const [session, account] = [await readSession(services, token), await findAccount(services.db, email)];
  if (!session || !account) throw new Error("expected a session");
  const second = await openSession(other, account.id);
  const stream = { ended: false };
  void (async () => {
    for await (const _ of followChanges({ ...other, session }, new AbortController().signal));
    stream.ended = true;
  })();
  await sleep(50);
  const isOpen = async () =>
    (await Promise.all([readSession(services, token), readSession(other, second)])).map(
      (each) => each !== null,
    );
  return { id: account.id, email, account, token, session, isOpen, stream };
}

describe("every session ends, on every node and within a second, streams too,", () => {
  it.each<[string, (who: Awaited<ReturnType<typeof open>>) => Promise<unknown>]>([
    ["when its account is disabled", ({ id }) => admin.accounts.disable({ id, disabled: true })],
    [
      "when its role is changed",
      ({ id }) => admin.accounts.change({ id, role: "police", mayApprove: false }),
    ],
    [
      "when it gets the right to approve",
      ({ id }) => admin.accounts.change({ id, role: "planner", mayApprove: true }),
    ],
    ["when its credentials are reset", ({ id }) => admin.accounts.reset({ id })],
    [
      "when its password is changed",
      ({ session }) =>
        changePassword({ ...services, session }, { current: PASSWORD, next: "en helt annan mening" }),
    ],
  ])("%s", async (_, act) => {
    const who = await open();
    expect(await who.isOpen()).toEqual([true, true]);
    await act(who);
    expect(await who.isOpen()).toEqual([false, false]);
    await expect.poll(() => who.stream.ended, { timeout: 1000 }).toBe(true);
  });

  it("when a second factor replaces another, but the one that is opened then", async () => {
    const who = await open();
    const { secret } = await beginSecondFactor(services, who.session);
    const { token } = await confirmSecondFactor(
      services,
      who.session,
      authenticatorOf(secret)(services.clock.now),
    );
    expect(await who.isOpen()).toEqual([false, false]);
    expect(await readSession(other, token)).toMatchObject({ accountId: who.id });
  });

  it("when its owner signs out everywhere", async () => {
    const who = await open();
    await closeSessionsOf(services, who.id);
    expect(await who.isOpen()).toEqual([false, false]);
    await expect.poll(() => who.stream.ended, { timeout: 1000 }).toBe(true);
  });
});

describe("a new password", () => {
  it("needs the present one, is not easily guessed, and makes marks of browsers worthless", async () => {
    const { session, account, email } = await open();
    const mark = markDevice(services, account);
    expect(knownDevice(services, account, mark)).not.toBeNull();
    const change = (current: string, next: string) =>
      changePassword({ ...services, session }, { current, next });
    expect((await refusal(change("wrong", "en helt annan mening"))).code).toBe("wrongCredentials");
    expect((await refusal(change(PASSWORD, "password1234"))).code).toBe("weakPassword");
    const changed = await change(PASSWORD, "en helt annan mening");
    expect(await readSession(services, changed.token)).toMatchObject({ name: "Anna" });
    const after = await findAccount(services.db, email);
    expect(knownDevice(services, after, mark)).toBeNull();
    expect(knownDevice(services, after, changed.device)).not.toBeNull();
  });
});

describe("somebody's own account", () => {
  it("tells what it may, how it signs in, and since when it is signed in where", async () => {
    const { token, email } = await open();
    const session = await readSession(services, token);
    if (!session) throw new Error("expected a session");
    const mine = await readMine({ ...services, session });
    expect(mine).toMatchObject({ email, role: "planner", elsewhere: false, secondFactor: true });
    expect(mine.recoveryCodes).toBe(10);
    expect(mine.sessions).toHaveLength(2);
    expect(mine.sessions.filter(({ current }) => current)).toHaveLength(1);
  });
});

describe("an administrator", () => {
  it("sees everybody's account, and nothing by which to sign in", async () => {
    const { id } = await open();
    const text = JSON.stringify(await admin.accounts.list());
    expect(text).toContain(id);
    expect(text).not.toMatch(/scrypt|factorStep|identity|password/);
  });

  it("cannot add an e-mail twice", async () => {
    const { email } = await open();
    const again = { email: email.toUpperCase(), name: "x", role: "police", mayApprove: false } as const;
    expect((await refusal(admin.accounts.add(again))).code).toBe("emailTaken");
  });

  it("is told of an account that is not there", async () => {
    const id = "7f9c24e5-2c4a-4d47-9d4d-111111111111";
    expect((await refusal(admin.accounts.disable({ id, disabled: true }))).code).toBe("notFound");
  });

  it("decides no role that another issuer decides", async () => {
    const { id } = await open();
    await services.rows("update accounts set identity = 'elsewhere', password = null where id = $1", [id]);
    const change = admin.accounts.change({ id, role: "police", mayApprove: false });
    expect((await refusal(change)).code).toBe("notAllowed");
    expect(await admin.accounts.disable({ id, disabled: true })).toBeNull();
  });

  it("is logged with every act, by account and never by e-mail", async () => {
    const { id, email } = await open();
    const [{ last } = { last: 0 }] = await services.rows<{ last: number }>(
      "select max(id)::int as last from audit_log",
    );
    await admin.accounts.change({ id, role: "partner", mayApprove: false });
    await admin.accounts.disable({ id, disabled: true });
    await admin.accounts.disable({ id, disabled: false });
    await admin.accounts.reset({ id });
    const logged = await services.rows<{ action: string }>(
      "select action, details from audit_log where id > $1 order by id",
      [last],
    );
    expect(logged.map(({ action }) => action)).toEqual([
      "accounts.change",
      "accounts.disable",
      "accounts.enable",
      "accounts.reset",
    ]);
    expect(JSON.stringify(logged)).not.toContain(email);
  });
});

describe("the last administrator who can sign in", () => {
  it("stays, also when two remove each other at the same moment, on two nodes", async () => {
    const fresh = await openTestServices();
    const node = await fresh.openNode();
    const [one, two] = [
      await asRole(fresh, "admin", { name: "one" }),
      await asRole(node, "admin", { name: "two" }),
    ];
    const disable = (by: StaffContext, id: string) => disableAccount(by, { id, disabled: true });
    const outcomes = await Promise.allSettled([
      disable(one, two.session.accountId),
      disable(two, one.session.accountId),
    ]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const left = await fresh.rows<{ id: string }>("select id from accounts where not disabled");
    expect(left).toHaveLength(1);
    const id = left[0]?.id ?? "";
    const self = id === one.session.accountId ? one : two;
    expect((await refusal(disable(self, id))).code).toBe("lastAdmin");
    const caller = await callerFor(fresh, "admin", { name: self.session.name });
    expect((await refusal(caller.accounts.change({ id, role: "police", mayApprove: false }))).code).toBe(
      "lastAdmin",
    );
    expect((await refusal(caller.accounts.reset({ id }))).code).toBe("lastAdmin");
  });
});
