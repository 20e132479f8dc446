import { readdirSync } from "node:fs";
import { request } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import type { ImportLine } from "@trygg/shared/imports/schema.ts";
import { describe, expect, it } from "vitest";
import { openTestApp } from "../testing/http.ts";
import { spotIn } from "../testing/samples.ts";
import { openTestServices } from "../testing/services.ts";

const services = await openTestServices();
const { app, send, signedIn, call } = await openTestApp(services);

const { lng, lat } = spotIn("stortorget");
const csv = `Nr;Long;Lat;Höjd;Ägare\nK-1;${lng};${lat};4,5;Kommunen\n`;

const orderOf = (order: object = {}) => ({
  "content-type": "application/octet-stream",
  "import-order": encodeURIComponent(
    JSON.stringify({ name: "lampor å.csv", dryRun: false, keepGood: false, ...order }),
  ),
});
const linesOf = (text: string) =>
  text
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as ImportLine);
const leftBehind = () => readdirSync(tmpdir()).filter((name) => name.startsWith("trygg-upload-"));

describe("a file sent by a planner", () => {
  it("is tried, then stored, stands in the list with who sent it, and leaves no trace on disk", async () => {
    const headers = await signedIn("planner");
    const before = leftBehind();
    const tried = await send("POST", "/imports/lamps", csv, { ...headers, ...orderOf({ dryRun: true }) });
    expect(tried.status).toBe(200);
    expect(tried.headers["content-type"]).toBe("application/x-ndjson; charset=utf-8");
    expect(linesOf(tried.text).at(-1)).toMatchObject({ outcome: { added: 1, stored: false } });
    const stored = await send("POST", "/imports/lamps", csv, { ...headers, ...orderOf() });
    expect(linesOf(stored.text)).toContainEqual({ progress: 1 });
    expect(linesOf(stored.text).at(-1)).toMatchObject({ outcome: { added: 1, stored: true } });
    expect((await call("imports.list", undefined, headers)).data).toMatchObject([
      { kind: "lamps", fileName: "lampor å.csv", by: "planner", read: 1, stored: 1, rejected: 0 },
    ]);
    await expect.poll(leftBehind).toEqual(before);
  });

  it("that cannot be read is told of in the last line", async () => {
    const headers = await signedIn("planner");
    const { status, text } = await send("POST", "/imports/lamps", "{", {
      ...headers,
      ...orderOf({ name: "x.geojson" }),
    });
    expect([status, linesOf(text).at(-1)]).toEqual([
      200,
      { error: { code: "badFile", message: expect.stringMatching(/^expected GeoJSON \(/) } },
    ]);
  });

  it.each<[string, object]>([
    ["without an order", { "import-order": "" }],
    ["with a broken order", { "import-order": "%7B" }],
    ["with an order of another shape", orderOf({ fly: true })],
    ["without a name", orderOf({ name: "" })],
    ["as another type", { ...orderOf(), "content-type": "text/csv" }],
    ["as a form", { ...orderOf(), "content-type": "multipart/form-data; boundary=x" }],
  ])("%s is refused", async (_, headers) => {
    const answer = await send("POST", "/imports/lamps", csv, {
      "content-type": "application/octet-stream",
      ...(await signedIn("planner")),
      ...headers,
    });
    expect([answer.status, answer.error.code]).toEqual([answer.status === 415 ? 415 : 400, "invalidInput"]);
  });
});

describe("who may send a file", () => {
  it.each([
    ["resident", "lamps", 401, "notSignedIn"],
    ["police", "lamps", 403, "notAllowed"],
    ["partner", "lamps", 403, "notAllowed"],
    ["admin", "lamps", 403, "notAllowed"],
    ["auditor", "population", 403, "notAllowed"],
    ["planner", "areas", 403, "notAllowed"],
    ["planner", "population", 403, "notAllowed"],
    ["coordinator", "trees", 404, "notFound"],
  ] as const)("is not a %s for %s", async (caller, kind, status, code) => {
    const headers = await signedIn(caller);
    const answer = await send("POST", `/imports/${kind}`, csv, { ...headers, ...orderOf() });
    expect([answer.status, answer.error.code]).toEqual([status, code]);
  });

  it.each(["lamps", "areas", "population"])("is a coordinator for %s", async (kind) => {
    const headers = await signedIn("coordinator");
    const answer = await send("POST", `/imports/${kind}`, "x", { ...headers, ...orderOf({ dryRun: true }) });
    expect(answer.status).toBe(200);
  });

  it("is nobody on another site's page", async () => {
    const headers = { ...(await signedIn("planner")), "sec-fetch-site": "cross-site" };
    const answer = await send("POST", "/imports/lamps", csv, { ...headers, ...orderOf() });
    expect([answer.status, answer.error.code]).toEqual([403, "foreignOrigin"]);
  });

  it("is decided before the file is read, and so is its size", async () => {
    await app.listen({ host: "127.0.0.1", port: 0 });
    const { port } = app.server.address() as AddressInfo;
    const begin = (headers: object, bytes: number) =>
      new Promise<number | undefined>((resolve, reject) => {
        const sent = request({
          port,
          host: "127.0.0.1",
          method: "POST",
          path: "/imports/lamps",
          headers: { ...orderOf(), ...headers, "content-length": bytes },
        });
        sent.on("error", reject);
        sent.on("response", ({ statusCode }) => {
          sent.destroy();
          resolve(statusCode);
        });
        // The rest never comes.
        sent.write("Nr;");
      });
    expect(await begin({}, 1_000_000)).toBe(401);
    expect(await begin(await signedIn("police"), 1_000_000)).toBe(403);
    expect(await begin(await signedIn("planner"), 21 * 1024 * 1024)).toBe(413);
  });

  it("sends at most 20 MB, also without saying how much", async () => {
    const headers = { ...(await signedIn("planner")), ...orderOf() };
    const before = leftBehind();
    const { statusCode, body } = await app.inject({
      method: "POST",
      url: "/imports/lamps",
      headers: { ...headers, "transfer-encoding": "chunked" },
      payload: "x".repeat(21 * 1024 * 1024),
    });
    expect([statusCode, body]).toEqual([413, expect.stringContaining("expected a file of at most 20 MB")]);
    await expect.poll(leftBehind).toEqual(before);
  });
});
