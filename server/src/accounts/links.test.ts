import { DAY_MS } from "@trygg/shared/time/local.ts";
import { describe, expect, it } from "vitest";
import { PASSWORD, addEnrolled } from "../testing/accounts.ts";
import { callerFor, refusal } from "../testing/people.ts";
import { type TestServices, openTestServices } from "../testing/services.ts";
import { addAccount } from "./add.ts";
import { forgetOldLinks, makeLink, offerFirstAdmin, readLink, openLink } from "./links.ts";
import { readSession } from "./session.ts";
import { findAccount } from "./store.ts";

const services = await openTestServices();
let count = 0;
const invite = () => {
  const account = {
    email: `person${(count += 1)}@example.se`,
    name: "Anna",
    role: "planner",
    mayApprove: true,
  };
  return addAccount(services, account as Parameters<typeof addAccount>[1]);
};
const goneFor = async (work: Promise<unknown>) => expect((await refusal(work)).code).toBe("linkGone");

describe("the first administrator's link", async () => {
  const fresh = await openTestServices();
  const own = { email: "Chef@example.se", name: "Chefen", password: PASSWORD };

  it("is offered while there is no administrator, by each start and each node, and makes one", async () => {
    const [first, second] = [await offerFirstAdmin(fresh), await offerFirstAdmin(await fresh.openNode())];
    if (!first || !second) throw new Error("expected two links");
    expect(await readLink(fresh, first.token)).toEqual({ account: null });
    expect((await refusal(openLink(fresh, { token: first.token, password: PASSWORD }))).code).toBe(
      "invalidInput",
    );
    const { me } = await openLink(fresh, { ...own, token: second.token });
    expect(me).toEqual({ role: "admin", name: "Chefen", mayApprove: false, mustEnrol: true });
    expect(await findAccount(fresh.db, "chef@example.se")).toMatchObject({ role: "admin" });
    // None of the others opens any more, and none is offered.
    await goneFor(openLink(fresh, { ...own, token: first.token }));
    expect(await offerFirstAdmin(fresh)).toBeNull();
    const late = await makeLink(fresh, null);
    await goneFor(openLink(fresh, { ...own, token: late.token }));
  });

  it("is not offered in a demonstration", async () => {
    expect(await offerFirstAdmin({ ...fresh, demonstration: true })).toBeNull();
  });
});

describe("a link", () => {
  it("tells whose it is, gives the account its password, and opens a session that must enrol", async () => {
    const { token, id } = await invite();
    expect(await readLink(services, token)).toEqual({
      account: { email: expect.stringContaining("@example.se"), name: "Anna" },
    });
    expect(JSON.stringify(await services.rows("select * from account_links"))).not.toContain(token);
    const { me, token: session } = await openLink(services, { token, password: PASSWORD });
    expect(me).toEqual({ role: "planner", name: "Anna", mayApprove: false, mustEnrol: true });
    expect(await readSession(services, session)).toBeNull();
    const logged = await services.rows("select action from audit_log where account_id = $1", [id]);
    expect(logged).toEqual([{ action: "accounts.openLink" }]);
  });

  it("opens once, of two at the same moment one", async () => {
    const { token } = await invite();
    const outcomes = await Promise.allSettled(
      [0, 1].map(() => openLink(services, { token, password: PASSWORD })),
    );
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await goneFor(readLink(services, token));
  });

  it("holds for a day, and only until another is made or its account is disabled", async () => {
    const [expires, replaced, disabled] = [await invite(), await invite(), await invite()];
    await makeLink(services, replaced.id);
    await services.rows("update accounts set disabled = true where id = $1", [disabled.id]);
    await goneFor(readLink(services, replaced.token));
    await goneFor(openLink(services, { token: disabled.token, password: PASSWORD }));
    services.clock.advance(DAY_MS - 1);
    expect(await readLink(services, expires.token)).not.toBeNull();
    services.clock.advance(2);
    await goneFor(readLink(services, expires.token));
    await forgetOldLinks(services);
    expect(await services.rows("select 1 from account_links where account_id = $1", [expires.id])).toEqual(
      [],
    );
  });

  it.each(["password1234", "karlshamn2026", "trygghet2026!", "aaaaaaaaaaaa", "anna.anna.anna"])(
    "takes no password that is easily guessed: %s",
    async (password) => {
      const { token } = await invite();
      expect((await refusal(openLink(services, { token, password }))).code).toBe("weakPassword");
      expect(await readLink(services, token)).not.toBeNull();
    },
  );

  it("is refused through its procedure with a short password or what is no token", async () => {
    const resident = await callerFor(services, "resident");
    const { token } = await invite();
    for (const input of [
      { token, password: "kort" },
      { token: "x", password: PASSWORD },
    ])
      expect((await refusal(resident.accounts.openLink(input))).code).toBe("invalidInput");
  });
});

describe("a link after a reset", () => {
  const admin = (on: TestServices) => callerFor(on, "admin");

  it("replaces password, second factor and recovery codes, and ended what was open", async () => {
    const email = "lost@example.se";
    const before = await addEnrolled(services, email);
    const account = await findAccount(services.db, email);
    const { token } = await (await admin(services)).accounts.reset({ id: account?.id ?? "" });
    expect(await readSession(services, before.token)).toBeNull();
    expect(await findAccount(services.db, email)).toMatchObject({ password: null, factor: null });
    expect(await services.rows("select 1 from recovery_codes where account_id = $1", [account?.id])).toEqual(
      [],
    );
    const { me } = await openLink(services, { token, password: PASSWORD });
    expect(me.mustEnrol).toBe(true);
  });
});
