import { describe, expect, it } from "vitest";
import { PASSWORD, addChosen, addEnrolled } from "../testing/accounts.ts";
import { callerFor, refusal } from "../testing/people.ts";
import { openTestServices } from "../testing/services.ts";
import { readEnrolling, readSession } from "./session.ts";
import { signIn } from "./sign-in.ts";

const services = await openTestServices();
const from = { network: "a network" };
const MINUTE_MS = 60_000;
let count = 0;

/** Somebody with a second factor, whose next code has not been used. */
async function openAccount() {
  const email = `person${(count += 1)}@example.se`;
  const { code } = await addEnrolled(services, email, { mayApprove: true });
  services.clock.advance(MINUTE_MS);
  return { email, code };
}

describe("signing in", () => {
  it("opens a new session each time and tells who one is, whatever the size of the letters", async () => {
    const { email, code } = await openAccount();
    const { token, me } = await signIn(services, { email, password: PASSWORD, code: code() }, from);
    expect(me).toEqual({ role: "planner", name: "Anna", mayApprove: false });
    expect(await readSession(services, token)).toMatchObject({ role: "planner", name: "Anna" });
    expect(
      await services.rows("select role, action, details from audit_log order by id desc limit 1"),
    ).toEqual([{ role: "planner", action: "accounts.signIn", details: {} }]);
    services.clock.advance(MINUTE_MS);
    const again = { email: email.toUpperCase(), password: PASSWORD, code: code() };
    expect((await signIn(services, again, from)).token).not.toBe(token);
  });

  it("says the same of a wrong password, an unknown e-mail, an invited and a disabled account", async () => {
    const { email, code } = await openAccount();
    const admin = await callerFor(services, "admin");
    await admin.accounts.add({ email: "ny@example.se", name: "Ny", role: "police", mayApprove: false });
    const answers = [await refusal(signIn(services, { email, password: "wrong", code: code() }, from))];
    for (const other of ["nobody@example.se", "ny@example.se"])
      answers.push(await refusal(signIn(services, { email: other, password: PASSWORD }, from)));
    await services.rows("update accounts set disabled = true where email = $1", [email]);
    answers.push(await refusal(signIn(services, { email, password: PASSWORD, code: code() }, from)));
    for (const answer of answers)
      expect(answer).toEqual({
        code: "wrongCredentials",
        message: "expected the e-mail and password of an account",
        details: {},
      });
  });

  it("keeps no password that could be read", async () => {
    const { email } = await openAccount();
    const [account] = await services.rows<{ password: string }>(
      "select password from accounts where email = $1",
      [email],
    );
    expect(account?.password).toMatch(/^scrypt\$[\w-]{22}\$[\w-]{43}$/);
    expect(account?.password).not.toContain(PASSWORD);
  });

  it("asks for a code only once the password was right", async () => {
    const { email, code } = await openAccount();
    const codeOf = async (input: { password: string; code?: string }) =>
      (await refusal(signIn(services, { email, ...input }, from))).code;
    expect(await codeOf({ password: "wrong", code: code() })).toBe("wrongCredentials");
    expect(await codeOf({ password: PASSWORD })).toBe("codeRequired");
    expect(await codeOf({ password: PASSWORD, code: "000000" })).toBe("wrongCode");
  });

  it("without a second factor opens what is nobody, for all but enrolling", async () => {
    const email = "new@example.se";
    await addChosen(services, email);
    const { me, token } = await signIn(services, { email, password: PASSWORD }, from);
    expect(me).toEqual({ role: "planner", name: "Anna", mayApprove: false, mustEnrol: true });
    expect(await readSession(services, token)).toBeNull();
    expect(await readEnrolling(services, token)).not.toBeNull();
    services.clock.advance(31 * MINUTE_MS);
    expect(await readEnrolling(services, token)).toBeNull();
  });

  it("needs no second factor in a demonstration", async () => {
    const shown = await openTestServices({ demonstration: true });
    const demo = { email: "planerare@demo.local", password: "demo-karlshamn" };
    const { token, me } = await signIn(shown, demo, from);
    expect(me).toEqual({ role: "planner", name: expect.any(String), mayApprove: false });
    expect(await readSession(shown, token)).not.toBeNull();
  });

  it("counts wrong tries and forgets them once it succeeds, also from a browser that is known", async () => {
    const limited = await openTestServices({ limits: true });
    const email = "anna@example.se";
    const { code } = await addEnrolled(limited, email);
    limited.clock.advance(MINUTE_MS);
    const tries = async () => limited.rows("select count from sign_in_counts where count > 0");
    await refusal(signIn(limited, { email, password: "wrong" }, from));
    expect(await tries()).toHaveLength(4);
    const { device } = await signIn(limited, { email, password: PASSWORD, code: code() }, from);
    // What others have tried at the account, from this network and in all, stays counted.
    expect(await tries()).toHaveLength(3);
    await refusal(signIn(limited, { email, password: "wrong" }, { ...from, device }));
    expect(await tries()).toHaveLength(4);
    await refusal(
      signIn(limited, { email, password: "wrong" }, { network: "another", device: `x${device}` }),
    );
    expect(await tries()).toHaveLength(6);
    const kept = JSON.stringify([
      await limited.rows("select encode(tag, 'escape') as tag from sign_in_counts"),
      await limited.rows("select details from audit_log"),
    ]);
    expect(kept).not.toMatch(/anna|a network/);
  });

  it.each([
    [{ email: "no e-mail", password: "x" }],
    [{ email: "anna@example.se", password: "" }],
    [{ email: "anna@example.se", password: "x".repeat(201) }],
    [{ email: "anna@example.se", password: "x", remember: true }],
  ])("is refused with the input %j", async (input) => {
    const resident = await callerFor(services, "resident");
    expect((await refusal(resident.accounts.signIn(input))).code).toBe("invalidInput");
  });
});

describe("who one is", () => {
  it("is nobody for a resident, and role and name for staff", async () => {
    expect(await (await callerFor(services, "resident")).accounts.me()).toBeNull();
    expect(await (await callerFor(services, "auditor", { name: "Revisor" })).accounts.me()).toEqual({
      role: "auditor",
      name: "Revisor",
      mayApprove: false,
    });
  });

  it("is nobody after signing out", async () => {
    const police = await callerFor(services, "police");
    expect(await police.accounts.signOut()).toBeNull();
    expect(await police.accounts.me()).toBeNull();
    expect(await police.accounts.signOut()).toBeNull();
  });
});
