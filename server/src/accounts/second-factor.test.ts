import { describe, expect, it } from "vitest";
import type { Services } from "../context.ts";
import { addChosen, addEnrolled, authenticatorOf } from "../testing/accounts.ts";
import { refusal } from "../testing/people.ts";
import { openTestServices } from "../testing/services.ts";
import { beginSecondFactor, confirmSecondFactor, requireCode } from "./second-factor.ts";
import { readEnrolling, readSession } from "./session.ts";
import { findAccount } from "./store.ts";

const services = await openTestServices();
const STEP_MS = 30_000;
let count = 0;

/** Somebody with an authenticator, at the beginning of a step whose code has not been used. */
async function open() {
  const email = `person${(count += 1)}@example.se`;
  const enrolled = await addEnrolled(services, email);
  services.clock.now = (Math.floor(services.clock.now / STEP_MS) + 10) * STEP_MS;
  const enter = async (code: string, node: Services = services) => {
    const account = await findAccount(services.db, email);
    if (!account) throw new Error("expected the account");
    await requireCode(node, account, code);
    return "in";
  };
  return { email, enter, ...enrolled };
}

describe("enrolling", () => {
  it("shows a secret for an authenticator, and opens a session once a code of it is given", async () => {
    const token = await addChosen(services, "enrols@example.se");
    const enrolling = await readEnrolling(services, token);
    if (!enrolling) throw new Error("expected a session that must enrol");
    const { secret, uri } = await beginSecondFactor(services, enrolling);
    expect(new URL(uri)).toMatchObject({ protocol: "otpauth:", host: "totp" });
    expect(new URL(uri).searchParams.get("secret")).toBe(secret);
    expect((await refusal(confirmSecondFactor(services, enrolling, "000000"))).code).toBe("wrongCode");
    const code = authenticatorOf(secret)(services.clock.now);
    const { recoveryCodes, ...opened } = await confirmSecondFactor(services, enrolling, code);
    expect(new Set(recoveryCodes).size).toBe(10);
    expect(opened.token).not.toBe(token);
    expect(await readSession(services, opened.token)).toMatchObject({ role: "planner" });
    // What led here opens nothing any more.
    expect(await readEnrolling(services, token)).toBeNull();
  });

  it("keeps neither secret nor recovery codes so that they could be read, nor moved to another account", async () => {
    const [one, other] = [await open(), await open()];
    const kept = JSON.stringify(
      await services.rows(
        `select encode(factor, 'escape') as bytes from accounts
         union all select encode(hash, 'escape') from recovery_codes`,
      ),
    );
    expect(kept).not.toContain(one.secret);
    for (const code of one.recoveryCodes) expect(kept).not.toContain(code);
    await services.rows(
      "update accounts set factor = (select factor from accounts where email = $1) where email = $2",
      [one.email, other.email],
    );
    await expect(other.enter(one.code())).rejects.toThrow("cannot be read");
  });
});

describe("a code", () => {
  it.each([-1, 0, 1])("opens %i steps of thirty seconds away", async (steps) => {
    const { enter, authenticator } = await open();
    expect(await enter(authenticator(services.clock.now + steps * STEP_MS))).toBe("in");
  });

  it.each([-2, 2])("does not open %i steps away", async (steps) => {
    const { enter, authenticator } = await open();
    const code = authenticator(services.clock.now + steps * STEP_MS);
    expect((await refusal(enter(code))).code).toBe("wrongCode");
  });

  it("opens once, of two nodes at the same moment one, and then nothing that came before it", async () => {
    const { enter, authenticator } = await open();
    const code = authenticator(services.clock.now);
    const node = await services.openNode();
    const outcomes = await Promise.allSettled([
      enter(code),
      enter(code, node),
      enter(code),
      enter(code, node),
    ]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect((await refusal(enter(authenticator(services.clock.now - STEP_MS)))).code).toBe("wrongCode");
    expect(await enter(authenticator(services.clock.now + STEP_MS))).toBe("in");
  });

  it("may be written with a space", async () => {
    const { enter, code } = await open();
    expect(await enter(code().replace(/^.../, "$& "))).toBe("in");
  });
});

describe("a recovery code", () => {
  it("opens once, in small letters too, and only its own account", async () => {
    const [one, other] = [await open(), await open()];
    const [first = "", second = ""] = one.recoveryCodes;
    expect((await refusal(other.enter(first))).code).toBe("wrongCode");
    expect(await one.enter(first.toLowerCase().replace("-", " "))).toBe("in");
    expect((await refusal(one.enter(first))).code).toBe("wrongCode");
    const outcomes = await Promise.allSettled([one.enter(second), one.enter(second)]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });
});
