import { describe, expect, it, vi } from "vitest";
import { openIssuer } from "../accounts/issuer.ts";
import { readSettings } from "../settings.ts";
import { PASSWORD, addChosen } from "../testing/accounts.ts";
import { openTestApp } from "../testing/http.ts";
import { CLIENT, startProvider } from "../testing/issuer.ts";
import { closeAtEnd, openTestServices } from "../testing/services.ts";

const PUBLIC_URL = "https://trygghet.example.se";
const CALLBACK = `${PUBLIC_URL}/logga-in/svar`;

const warned: unknown[] = [];
const log = { warn: (...what: unknown[]) => void warned.push(what) };

/** A node whose staff sign in at a provider, which may be down. */
async function openWith(
  { issuer, host }: { issuer: string; host: string },
  env: Record<string, string> = {},
) {
  const services = await openTestServices();
  const given = {
    OIDC_ISSUER: issuer,
    OIDC_CLIENT_ID: CLIENT.id,
    OIDC_CLIENT_SECRET: CLIENT.secret,
    OIDC_ROLES: "coordinator=Trygg.Samordnare, planner=Trygg.Planerare",
    OIDC_APPROVERS: "Trygg.Godkänner",
    OIDC_NAME: "kommunens konto",
    OUTBOUND: host,
    PUBLIC_URL,
    ...env,
  };
  const { issuer: setting } = readSettings(given);
  if (!setting) throw new Error("expected an issuer");
  const opened = openIssuer(setting, [host], log);
  closeAtEnd(async () => opened.close());
  Object.assign(services, { issuer: opened });
  const test = await openTestApp(services, given);
  const cookiesOf = (header: unknown) =>
    new Map(
      [header].flat().map((line): [string, string] => {
        const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(String(line)) ?? [];
        return [name, value];
      }),
    );
  return {
    services,
    test,
    /** Leaves for the issuer. */
    async start() {
      const { headers, status } = await test.send("GET", "/logga-in/start");
      expect(status).toBe(302);
      const way = cookiesOf(headers["set-cookie"]).get("__Host-signing-in") ?? "";
      return { location: String(headers["location"]), way, line: String(headers["set-cookie"]) };
    },
    /** Comes back from it: where that leads, and who one is then. */
    async back(url: URL, way: string) {
      const cookie = `__Host-signing-in=${way}`;
      const { headers, status } = await test.send("GET", url.pathname + url.search, undefined, { cookie });
      expect(status).toBe(302);
      const cookies = cookiesOf(headers["set-cookie"]);
      const session = cookies.get("__Host-session");
      const me = await test.call("accounts.me", undefined, {
        cookie: `__Host-session=${session}`,
        origin: PUBLIC_URL,
      });
      return { location: String(headers["location"]), cookies, me: me.data };
    },
  };
}

const provider = await startProvider(CALLBACK);
closeAtEnd(() => provider.stop());
const { services, test, start, back } = await openWith(provider);
await vi.waitUntil(() => services.issuer?.isUp(), { timeout: 10_000 });

function tell(subject: string, claims: Record<string, unknown>, amr = ["pwd", "mfa"]): void {
  Object.assign(provider.told, { subject, claims, amr });
}
async function goThrough() {
  const { location, way } = await start();
  return back(await provider.signIn(location), way);
}

describe("somebody who signs in at another issuer", () => {
  it("goes there with PKCE, state and nonce, and comes back as who the claims say", async () => {
    tell("anna", {
      name: "Anna Ek",
      email: "Anna.Ek@example.se",
      roles: ["Other", "Trygg.Planerare", "Trygg.Godkänner"],
    });
    const { location, way, line } = await start();
    const asked = new URL(location).searchParams;
    expect(Object.fromEntries(asked)).toMatchObject({
      response_type: "code",
      client_id: "trygg",
      redirect_uri: CALLBACK,
      code_challenge_method: "S256",
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
    });
    expect(line).toMatch(/; Max-Age=600; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    expect(line).not.toContain(asked.get("state"));
    const came = await back(await provider.signIn(location), way);
    expect(came.location).toBe("/arbete");
    expect(came.me).toEqual({ role: "planner", name: "Anna Ek", mayApprove: false });
    expect(came.cookies.get("__Host-signing-in")).toBe("");
    expect(
      await services.rows("select email, password, factor from accounts where name = 'Anna Ek'"),
    ).toEqual([{ email: "anna.ek@example.se", password: null, factor: null }]);
  });

  it("is the same account each time, with the role of that day, and what was open before ends", async () => {
    tell("bo", { name: "Bo", roles: "Trygg.Planerare" });
    const first = await goThrough();
    tell("bo", { name: "Bo Al", roles: ["Trygg.Planerare", "Trygg.Samordnare"] });
    // Of several the first of the setting decides.
    expect((await goThrough()).me).toMatchObject({ role: "coordinator", name: "Bo Al" });
    expect(await services.rows("select role from accounts where name like 'Bo%'")).toEqual([
      { role: "coordinator" },
    ]);
    const cookie = `__Host-session=${first.cookies.get("__Host-session")}`;
    expect((await test.call("accounts.me", undefined, { cookie, origin: PUBLIC_URL })).data).toBeNull();
  });

  it("takes over no account that signs in here, though the e-mail is the same", async () => {
    await addChosen(services, "dan@example.se", { name: "Dan" });
    tell("not dan", { name: "Inte Dan", email: "dan@example.se", roles: ["Trygg.Planerare"] });
    expect((await goThrough()).me).toMatchObject({ name: "Inte Dan" });
    expect(
      await services.rows("select name, email from accounts where name like '%Dan' order by name"),
    ).toEqual([
      { name: "Dan", email: "dan@example.se" },
      { name: "Inte Dan", email: null },
    ]);
    const signedIn = await test.call("accounts.signIn", { email: "dan@example.se", password: PASSWORD });
    expect(signedIn.data).toMatchObject({ name: "Dan" });
  });

  it.each<[string, Record<string, unknown>, string[], string]>([
    ["no role", { name: "Eva" }, ["mfa"], "noRole"],
    ["a role that means nothing here", { name: "Eva", roles: ["Boss"] }, ["mfa"], "noRole"],
    ["no second factor", { name: "Eva", roles: ["Trygg.Planerare"] }, ["pwd"], "noSecondFactor"],
  ])("with %s gets no session and is told why", async (_, claims, amr, why) => {
    tell("eva", claims, amr);
    const { location, me } = await goThrough();
    expect([location, me]).toEqual([`/logga-in#fel=${why}`, null]);
    expect(await services.rows("select 1 from accounts where name = 'Eva'")).toEqual([]);
  });

  it("stays out while the account is disabled", async () => {
    tell("fia", { name: "Fia", roles: ["Trygg.Planerare"] });
    await goThrough();
    await services.rows("update accounts set disabled = true where name = 'Fia'");
    const { location, me } = await goThrough();
    expect([location, me]).toEqual(["/logga-in#fel=disabled", null]);
  });

  it("is known by tenant and object where the issuer tells them, whatever the subject", async () => {
    const claims = { name: "Gun", roles: ["Trygg.Planerare"], tid: "a tenant", oid: "an object" };
    tell("gun at one program", claims);
    await goThrough();
    tell("gun at another", claims);
    await goThrough();
    expect(await services.rows("select identity from accounts where name = 'Gun'")).toEqual([
      { identity: `${provider.issuer} an object` },
    ]);
  });
});

describe("an answer that does not fit", () => {
  const failed = { location: "/logga-in#fel=failed", me: null };

  it("is refused with another's state, a made-up code, none of our cookies, or one that was changed", async () => {
    tell("hans", { name: "Hans", roles: ["Trygg.Planerare"] });
    const [mine, others] = [await start(), await start()];
    const answered = await provider.signIn(mine.location);
    expect(await back(answered, others.way)).toMatchObject(failed);
    expect(await back(answered, "")).toMatchObject(failed);
    expect(await back(answered, `${mine.way.slice(0, -2)}AA`)).toMatchObject(failed);
    const madeUp = new URL(answered);
    madeUp.searchParams.set("code", "x".repeat(43));
    expect(await back(madeUp, mine.way)).toMatchObject(failed);
    expect(await back(new URL(`${CALLBACK}?error=access_denied&state=x`), mine.way)).toMatchObject(failed);
  });

  it("is refused the second time", async () => {
    tell("ida", { name: "Ida", roles: ["Trygg.Planerare"] });
    const { location, way } = await start();
    const answered = await provider.signIn(location);
    expect((await back(answered, way)).location).toBe("/arbete");
    expect(await back(answered, way)).toMatchObject(failed);
  });

  it("is refused with another nonce", async () => {
    tell("jan", { name: "Jan", roles: ["Trygg.Planerare"] });
    const { location, way } = await start();
    const purpose = "on the way to an issuer";
    const kept = services.seal.open(purpose, "", Buffer.from(way, "base64url"));
    const changed = { ...JSON.parse(String(kept)), nonce: "another" };
    const sealed = services.seal
      .close(purpose, "", Buffer.from(JSON.stringify(changed)))
      .toString("base64url");
    expect(await back(await provider.signIn(location), sealed)).toMatchObject(failed);
  });
});

describe("an issuer", () => {
  it("that is down at start keeps nothing from starting, is told on the page, and is found when it comes", async () => {
    const soon = await startProvider(CALLBACK);
    await soon.stop();
    const node = await openWith(soon, { OIDC_SECOND_FACTOR: "acr=strong" });
    const way = async () => (await node.test.call("accounts.otherWay")).data;
    expect(await way()).toEqual({ name: "kommunens konto", open: false });
    expect((await node.start()).location).toBe("/logga-in#fel=away");
    await expect.poll(() => warned.length).toBeGreaterThan(0);
    const again = await startProvider(CALLBACK, { port: Number(new URL(soon.issuer).port) });
    closeAtEnd(() => again.stop());
    await expect.poll(way, { timeout: 10_000 }).toEqual({ name: "kommunens konto", open: true });

    Object.assign(again.told, {
      subject: "kim",
      claims: { name: "Kim", roles: ["Trygg.Planerare"] },
      acr: "strong",
    });
    const { location, way: kept } = await node.start();
    expect(new URL(location).searchParams.get("acr_values")).toBe("strong");
    expect((await node.back(await again.signIn(location), kept)).me).toMatchObject({ name: "Kim" });
  });

  it("may tell what somebody is at an address of its own, and demand the second factor by policy", async () => {
    const letter = await startProvider(CALLBACK, { elsewhere: true });
    closeAtEnd(() => letter.stop());
    const node = await openWith(letter, { OIDC_SECOND_FACTOR: "policy" });
    await expect.poll(() => node.services.issuer?.isUp(), { timeout: 10_000 }).toBe(true);
    const claims = { name: "Liv", email: "liv@example.se", roles: ["Trygg.Planerare"] };
    Object.assign(letter.told, { subject: "liv", claims, amr: ["pwd"] });
    const { location, way } = await node.start();
    expect((await node.back(await letter.signIn(location), way)).me).toMatchObject({ name: "Liv" });
  });

  it("is none where none is set", async () => {
    const plain = await openTestApp(await openTestServices());
    expect((await plain.call("accounts.otherWay")).data).toBeNull();
    expect((await plain.send("GET", "/logga-in/start")).headers["location"]).toBe("/logga-in#fel=away");
    expect((await plain.send("GET", "/logga-in/svar?code=x")).headers["location"]).toBe(
      "/logga-in#fel=failed",
    );
  });
});
