import { describe, expect, it } from "vitest";
import { callerFor, refusal } from "../testing/people.ts";
import { openTestServices } from "../testing/services.ts";
import { addAccount } from "./add.ts";
import { readSession } from "./session.ts";
import { signIn } from "./sign-in.ts";

const email = "anna@example.se";

async function openWithAccount(limits = false) {
  const services = await openTestServices({ limits });
  const password = await addAccount(services, { email, role: "coordinator", name: "Anna", mayApprove: true });
  const wrong = (network = "a network") => refusal(signIn(services, { email, password: "wrong" }, network));
  const right = (network = "a network") => signIn(services, { email, password }, network);
  return { services, password, wrong, right };
}

describe("signing in", () => {
  it("opens a session and tells who one is", async () => {
    const { services, right } = await openWithAccount();
    const { token, me } = await right();
    expect(me).toEqual({ role: "coordinator", name: "Anna", mayApprove: true });
    expect(await readSession(services, token)).toMatchObject({ role: "coordinator", name: "Anna" });
    expect(await services.rows("select role, action, details from audit_log")).toEqual([
      { role: "coordinator", action: "accounts.signIn", details: {} },
    ]);
  });

  it("does not mind capital letters in the e-mail", async () => {
    const { services, password } = await openWithAccount();
    const { me } = await signIn(services, { email: "Anna@Example.SE", password }, "a network");
    expect(me.name).toBe("Anna");
  });

  it("opens a new session each time", async () => {
    const { right } = await openWithAccount();
    expect((await right()).token).not.toBe((await right()).token);
  });

  it("says the same of a wrong password, an unknown e-mail and a disabled account", async () => {
    const { services, password, wrong } = await openWithAccount();
    const answers = [await wrong()];
    answers.push(await refusal(signIn(services, { email: "nobody@example.se", password }, "a network")));
    await services.rows("update accounts set disabled = true");
    answers.push(await refusal(signIn(services, { email, password }, "a network")));
    for (const answer of answers)
      expect(answer).toEqual({
        code: "wrongCredentials",
        message: "expected the e-mail and password of an account",
        details: {},
      });
    expect(await services.rows("select * from sessions")).toEqual([]);
  });

  it("keeps no password that could be read", async () => {
    const { services, password } = await openWithAccount();
    const [account] = await services.rows<{ password: string }>("select password from accounts");
    expect(account?.password).toMatch(/^scrypt\$[\w-]{22}\$[\w-]{43}$/);
    expect(account?.password).not.toContain(password);
  });

  it("is refused for a quarter of an hour after ten wrong tries from one network", async () => {
    const { services, wrong, right } = await openWithAccount(true);
    for (let tries = 0; tries < 10; tries++) expect((await wrong()).code).toBe("wrongCredentials");
    expect(await refusal(right())).toMatchObject({
      code: "tooManyRequests",
      details: { retryAfterSeconds: 900 },
    });
    services.clock.advance(15 * 60_000);
    expect((await right()).me.name).toBe("Anna");
  });

  it("is not refused from another network meanwhile, so that nobody can lock anybody out", async () => {
    const { wrong, right } = await openWithAccount(true);
    for (let tries = 0; tries < 11; tries++) await wrong("a rude network");
    expect((await right("another network")).me.name).toBe("Anna");
  });

  it("forgets the wrong tries once it has succeeded", async () => {
    const { wrong, right } = await openWithAccount(true);
    for (let round = 0; round < 3; round++) {
      for (let tries = 0; tries < 6; tries++) expect((await wrong()).code).toBe("wrongCredentials");
      expect((await right()).me.name).toBe("Anna");
    }
  });

  it.each([
    [{ email: "no e-mail", password: "x" }],
    [{ email, password: "" }],
    [{ email, password: "x".repeat(201) }],
    [{ email, password: "x", remember: true }],
  ])("is refused with the input %j", async (input) => {
    const resident = await callerFor(await openTestServices(), "resident");
    expect((await refusal(resident.accounts.signIn(input))).code).toBe("invalidInput");
  });
});

describe("who one is", () => {
  it("is nobody for a resident, and role and name for staff", async () => {
    const services = await openTestServices();
    expect(await (await callerFor(services, "resident")).accounts.me()).toBeNull();
    expect(await (await callerFor(services, "auditor", { name: "Revisor" })).accounts.me()).toEqual({
      role: "auditor",
      name: "Revisor",
      mayApprove: false,
    });
  });

  it("is nobody after signing out", async () => {
    const services = await openTestServices();
    const police = await callerFor(services, "police");
    expect(await police.accounts.signOut()).toBeNull();
    expect(await police.accounts.me()).toBeNull();
    expect(await police.accounts.signOut()).toBeNull();
    expect(await services.rows("select * from sessions")).toEqual([]);
  });
});

describe("an account from the command line", () => {
  it("is added once", async () => {
    const { services } = await openWithAccount();
    await expect(
      addAccount(services, { email, role: "police", name: "x", mayApprove: false }),
    ).rejects.toThrow(`user: expected an e-mail without an account, got "${email}"`);
  });
});
