import { describe, expect, it } from "vitest";
import { openTestApp } from "../testing/http.ts";
import { openTestServices } from "../testing/services.ts";

const { app } = await openTestApp(await openTestServices());

/** The written list of addresses. One that is missing here was opened by mistake. */
const written = [
  // Under /assets/, which Fastify leaves out here.
  "*",
  "/basemap/:file",
  "/exports/:file",
  "/exports/audit.csv",
  "/exports/points/:id",
  "/healthz",
  "/icons/icon-192.png",
  "/icons/icon-512.png",
  "/icons/icon-maskable-512.png",
  "/imports/:kind",
  "/kvitto",
  "/logga-in/start",
  "/logga-in/svar",
  "/manifest.webmanifest",
  "/rapportera",
  "/readyz",
  "/releases/:id/:file",
  "/releases/index.json",
  "/releases/latest.json",
  "/reports/points",
  "/sw.js",
  "/tillganglighet",
  "/trpc/:path",
];

describe("the addresses of the server", () => {
  it("are exactly the written ones", () => {
    const lines = app.printRoutes({ commonPrefix: false }).split("\n");
    const found = lines.flatMap((line) => /── (\S+) \(/.exec(line)?.[1] ?? []);
    expect(found.toSorted()).toEqual(written);
    expect(app.hasRoute({ method: "GET", url: "/assets/*" })).toBe(true);
  });

  it.each([
    "/.env",
    "/server/src/main.ts",
    "/package.json",
    "/metrics",
    "/admin",
    "/assets/../index.html",
    "/trpc",
  ])("hold nothing at %s", async (url) => {
    const { statusCode, headers } = await app.inject(url);
    expect(statusCode).toBe(404);
    expect(headers["cache-control"]).toBe("no-store");
  });

  it.each([
    ["/loftet/", "/loftet"],
    ["/LOFTET", "/loftet"],
    ["/Plats/Stortorget/", "/plats/stortorget"],
    ["/Rapportera/?language=en", "/rapportera?language=en"],
  ])("lead from %s to the page that is meant", async (url, meant) => {
    const { statusCode, headers } = await app.inject(url);
    expect([statusCode, headers.location]).toEqual([301, meant]);
  });

  it.each([
    ["/platser", 200],
    ["/plats/stortorget", 200],
    ["/plats/", 404],
    ["/plats/stortorget/mer", 404],
    ["/plats/finns-inte", 404],
  ])("have a page for each area of the town: %s", async (url, status) => {
    expect((await app.inject(url)).statusCode).toBe(status);
  });

  it.each([
    ["?area=stortorget", "stortorget"],
    ["?area=finns-inte", ""],
    ["?area=stortorget&area=campus", ""],
    ["", ""],
  ])("open the form at the area that %s names, where there is one", async (query, area) => {
    const { statusCode, body } = await app.inject(`/rapportera${query}`);
    expect(statusCode).toBe(200);
    expect(body).toContain(`"area":"${area}","street":""`);
  });

  it.each(["//example.com/", "/loftet//", "/%2Floftet"])("lead from %s nowhere", async (url) => {
    const { statusCode, headers } = await app.inject(url);
    expect([statusCode, headers.location]).toEqual([404, undefined]);
  });

  it("answer what is not even an address with the page that is not there", async () => {
    const { statusCode, headers, payload } = await app.inject("/%E0%A4%A");
    expect(statusCode).toBe(404);
    expect(headers["content-type"]).toMatch(/^text\/html/);
    expect(payload).toContain("<!doctype html>");
  });

  it.each([
    ["/rapportera", "br, gzip", "br"],
    ["/rapportera", "gzip", "gzip"],
    ["/tillganglighet", "br", "br"],
    ["/loftet", "gzip, br", "br"],
    ["/finns-inte", "gzip", "gzip"],
    ["/rapportera", "identity", undefined],
  ])("are packed as the browser can read: %s as %s", async (url, accepted, packed) => {
    const { headers } = await app.inject({ url, headers: { "accept-encoding": accepted } });
    expect(headers["content-encoding"]).toBe(packed);
    expect(headers["vary"]).toContain("accept-language");
  });

  it("speak the browser's language until another is chosen", async () => {
    const langOf = async (headers: Record<string, string>) => {
      const { payload, headers: answered } = await app.inject({ url: "/loftet", headers });
      expect(answered["vary"]).toContain("accept-language");
      return /<html lang="(..)"/.exec(payload)?.[1];
    };
    // Without a built client there is no page to speak of.
    if ((await langOf({})) === undefined) return;
    expect(await langOf({})).toBe("sv");
    expect(await langOf({ "accept-language": "en-GB" })).toBe("en");
    expect(await langOf({ "accept-language": "en-GB", cookie: "language=sv" })).toBe("sv");
  });
});
