import { describe, expect, it } from "vitest";
import { PASSWORD, addChosen } from "../testing/accounts.ts";
import { openTestApp } from "../testing/http.ts";
import { report } from "../testing/samples.ts";
import { openTestServices } from "../testing/services.ts";
import { publishRelease } from "../releases/publish.ts";
import { contentSecurityPolicy } from "./headers.ts";

const services = await openTestServices();
const { id } = await publishRelease(services, "reports");
const plain = await openTestApp(services);
const published = await openTestApp(services, { PUBLIC_URL: "https://trygghet.example.se" });

/** One of every kind of answer, those that refuse included. */
const requests: [string, string, string?][] = [
  ["GET", "/"],
  ["GET", "/arbete"],
  ["GET", "/logga-in"],
  ["GET", "/logga-in/start"],
  ["GET", "/logga-in/svar?code=x&state=x"],
  ["GET", "/rapportera"],
  ["GET", "/kvitto"],
  ["GET", "/tillganglighet"],
  ["GET", "/sw.js"],
  ["GET", "/manifest.webmanifest"],
  ["GET", "/icons/icon-192.png"],
  ["GET", "/no-such-page"],
  ["HEAD", "/"],
  ["GET", "/healthz"],
  ["GET", "/readyz"],
  ["GET", "/releases/latest.json"],
  ["GET", `/releases/${id}/unsafe-places.geojson`],
  ["GET", "/releases/none/none.json"],
  ["GET", "/basemap/land.geojson"],
  ["GET", "/basemap/none.geojson"],
  ["GET", "/assets/none.js"],
  ["GET", "/trpc/accounts.me"],
  ["GET", "/trpc/no.such"],
  ["GET", "/trpc/accounts.changes"],
  ["POST", "/trpc/reports.submit", JSON.stringify(report())],
  ["POST", "/trpc/reports.list", "{}"],
  ["POST", "/trpc/reports.submit", "{ broken"],
  ["POST", "/trpc/reports.submit", `"${"x".repeat(300_000)}"`],
  ["POST", "/exports/squares.csv", "{}"],
  ["PUT", "/trpc/reports.submit", "{}"],
  ["POST", "/", "{}"],
];

describe.each(requests)("the answer to %s %s", (method, url, body) => {
  const ask = (test: typeof plain) =>
    test.send(method as "GET", url, body, body === undefined ? {} : { "content-type": "application/json" });

  it("bears the written policy and tells the browser nothing more than it needs", async () => {
    const { headers } = await ask(plain);
    const policy = Object.entries(contentSecurityPolicy([])).map(
      ([name, values]) => `${name} ${values.join(" ")}`,
    );
    expect(String(headers["content-security-policy"]).split(";")).toEqual(policy);
    expect(headers).toMatchObject({
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
      "referrer-policy": "no-referrer",
      "cross-origin-opener-policy": "same-origin",
      "permissions-policy": expect.stringContaining("geolocation=(self)"),
    });
    expect(headers).not.toHaveProperty("server");
    expect(headers).not.toHaveProperty("x-powered-by");
    // On plain http the header would lock people out.
    expect(headers).not.toHaveProperty("strict-transport-security");
  });

  it("insists on TLS where the site is published with it", async () => {
    const { headers } = await ask(published);
    expect(headers["strict-transport-security"]).toMatch(/^max-age=\d{8}/);
    expect(headers["content-security-policy"]).toContain("upgrade-insecure-requests");
  });
});

describe("the policy", () => {
  it("loads nothing unless it is named, runs no inline script, and is framed by nobody", () => {
    expect(contentSecurityPolicy([])).toMatchObject({
      "default-src": ["'none'"],
      "script-src": ["'self'"],
      "frame-ancestors": ["'none'"],
      "object-src": ["'none'"],
      "base-uri": ["'none'"],
    });
    expect(JSON.stringify(contentSecurityPolicy([]))).not.toMatch(/unsafe-|https?:|\*/);
  });
});

describe("an answer about somebody or to somebody", () => {
  it.each([
    ["GET", "/trpc/accounts.me"],
    ["POST", "/trpc/reports.receipt"],
    ["GET", "/trpc/promise.ledger"],
    ["GET", "/arbete"],
    ["GET", "/logga-in"],
    ["GET", "/logga-in/start"],
    ["GET", "/logga-in/svar?code=x&state=x"],
    ["GET", "/kvitto"],
    ["GET", "/tillganglighet"],
    ["GET", "/no-such-page"],
  ] as const)("is not kept by any cache: %s %s", async (method, url) => {
    const { headers } = await plain.send(method, url, method === "POST" ? "{}" : undefined, {
      "content-type": "application/json",
    });
    expect(headers["cache-control"]).toContain("no-store");
  });
});

describe("the session's cookie", () => {
  const cookieOf = async (test: typeof plain, headers: Record<string, string>) =>
    String((await test.call("accounts.signOut", undefined, headers)).headers["set-cookie"]);

  it("is out of reach of scripts and other sites, and of plain http where there is TLS", async () => {
    const email = "anna@example.se";
    await addChosen(services, email);
    const signIn = async (test: typeof plain) =>
      (await test.call("accounts.signIn", { email, password: PASSWORD })).headers["set-cookie"];
    const mark = String.raw`[\w-]{22}\.[\w-]{43}; Max-Age=15552000`;
    expect(await signIn(plain)).toEqual([
      expect.stringMatching(/^session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/),
      expect.stringMatching(new RegExp(`^device=${mark}; Path=/; HttpOnly; SameSite=Strict$`)),
    ]);
    expect(await signIn(published)).toEqual([
      expect.stringMatching(/^__Host-session=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict$/),
      expect.stringMatching(new RegExp(`^__Host-device=${mark}; Path=/; HttpOnly; Secure; SameSite=Strict$`)),
    ]);
  });

  it("is cleared at signing out", async () => {
    expect(await cookieOf(plain, await plain.signedIn("police"))).toMatch(
      /^session=; .*Expires=Thu, 01 Jan 1970/,
    );
  });

  it("is not accepted under its plain name where there is TLS", async () => {
    const { cookie = "" } = await plain.signedIn("police");
    expect((await plain.call("accounts.me", undefined, { cookie })).data).not.toBeNull();
    expect((await published.call("accounts.me", undefined, { cookie })).data).toBeNull();
  });

  it("is new after signing in: one that was planted before opens nothing", async () => {
    const planted = "a".repeat(43);
    const { data } = await plain.call("accounts.me", undefined, { cookie: `session=${planted}` });
    expect(data).toBeNull();
  });

  it("cannot be used again after signing out", async () => {
    const headers = await plain.signedIn("police");
    await plain.call("accounts.signOut", undefined, headers);
    expect((await plain.call("patrols.list", undefined, headers)).status).toBe(401);
  });
});
