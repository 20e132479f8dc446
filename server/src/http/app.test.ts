import { describe, expect, it } from "vitest";
import { openTestApp } from "../testing/http.ts";
import { openTestServices } from "../testing/services.ts";

const { app } = await openTestApp(await openTestServices());

/** The written list of addresses. One that is missing here was opened by mistake. */
const written = [
  // Under /assets/, which Fastify leaves out here.
  "*",
  "/basemap/:file",
  "/healthz",
  "/kvitto",
  "/rapportera",
  "/readyz",
  "/releases/:id/:file",
  "/releases/latest.json",
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
});
