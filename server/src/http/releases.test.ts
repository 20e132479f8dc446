import { type IncomingHttpHeaders, type OutgoingHttpHeaders, request } from "node:http";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { publishRelease } from "../releases/publish.ts";
import { openTestApp } from "../testing/http.ts";
import { openTestServices } from "../testing/services.ts";

const services = await openTestServices();
const { app } = await openTestApp(services);
const { id, files } = await publishRelease(services, "reports");
const url = `/releases/${id}/unsafe-places.geojson`;

const get = (address: string, headers: Record<string, string> = {}) =>
  app.inject({ method: "GET", url: address, headers });

describe("a file of a release", () => {
  it.each(files.map(({ name }) => name))(
    "%s is kept for ever, since its address names its content",
    async (name) => {
      const { statusCode, headers } = await get(`/releases/${id}/${name}`);
      expect(statusCode).toBe(200);
      expect(headers["cache-control"]).toBe("public, max-age=31536000, immutable");
      expect(headers["access-control-allow-origin"]).toBe("*");
    },
  );

  it("comes compressed as the reader understands, and says the same in every form", async () => {
    const { rawPayload: plain } = await get(url);
    const brotli = await get(url, { "accept-encoding": "gzip, deflate, br" });
    const gzip = await get(url, { "accept-encoding": "gzip;q=0.8, br;q=0" });
    expect(brotli.headers["content-encoding"]).toBe("br");
    expect(brotliDecompressSync(brotli.rawPayload)).toEqual(plain);
    expect(gzip.headers["content-encoding"]).toBe("gzip");
    expect(gunzipSync(gzip.rawPayload)).toEqual(plain);
    expect(brotli.headers.vary).toContain("accept-encoding");
    expect(plain.length).toBeGreaterThan(brotli.rawPayload.length);
  });

  it("is not sent again to somebody who has it", async () => {
    const { headers } = await get(url);
    const again = await get(url, { "if-none-match": String(headers.etag) });
    expect([again.statusCode, again.payload]).toEqual([304, ""]);
    expect((await get(url, { "if-none-match": '"another"' })).statusCode).toBe(200);
  });

  it.each([
    "/releases/reports-2026-11-23-00000000/unsafe-places.geojson",
    `/releases/${id}/reports.json`,
    `/releases/${id}/..%2f..%2fetc%2fpasswd`,
    "/releases/%00/x",
    "/releases/../../etc/passwd",
  ])("that was never published is not found: %s", async (address) => {
    const { statusCode, payload } = await get(address);
    expect(statusCode).toBe(404);
    expect(payload).not.toContain("root:");
  });
});

describe("the list of the latest releases", () => {
  it("is asked for each time, and names them", async () => {
    const { headers, payload } = await get("/releases/latest.json");
    expect(headers["cache-control"]).toBe("public, max-age=0, must-revalidate");
    expect(JSON.parse(payload)).toMatchObject({ reports: { id }, presence: null });
    expect((await get("/releases/latest.json", { "if-none-match": String(headers.etag) })).statusCode).toBe(
      304,
    );
  });
});

describe("the base map", () => {
  it.each(["land", "water", "streets", "labels"])("%s is served as GeoJSON", async (name) => {
    const { statusCode, headers, payload } = await get(`/basemap/${name}.geojson`);
    expect(statusCode).toBe(200);
    expect(headers["content-type"]).toContain("application/geo+json");
    expect(JSON.parse(payload).type).toBe("FeatureCollection");
  });
});

describe("health", () => {
  it("is told of the process and of the database", async () => {
    expect((await get("/healthz")).json()).toEqual({ status: "ok" });
    expect((await get("/readyz")).json()).toEqual({ status: "ready" });
  });

  it("is bad while the database is away", async () => {
    const away = { ping: () => Promise.reject(new Error("away")) };
    const own = await openTestServices();
    const { app: blind } = await openTestApp({ ...own, store: { ...own.store, ...away } });
    const { statusCode, headers } = await blind.inject("/readyz");
    expect([statusCode, headers["retry-after"]]).toEqual([503, "2"]);
    expect((await blind.inject("/healthz")).statusCode).toBe(200);
  });
});

describe("the lane of its own for the latest files", async () => {
  const address = await app.listen({ port: 0, host: "127.0.0.1" });
  /** Status, headers and bytes as they come over the network; date and connection are each answer's own. */
  const over = (path: string, headers: OutgoingHttpHeaders = {}, method = "GET") =>
    new Promise<{ status: number | undefined; headers: IncomingHttpHeaders; body: string }>(
      (resolve, reject) => {
        const asking = request(`${address}${path}`, { method, headers, agent: false }, (response) => {
          const chunks: Buffer[] = [];
          response.on("data", (chunk: Buffer) => chunks.push(chunk));
          response.on("end", () => {
            const { date: _date, connection: _connection, "keep-alive": _kept, ...stable } = response.headers;
            const body = Buffer.concat(chunks).toString("base64");
            resolve({ status: response.statusCode, headers: stable, body });
          });
        });
        asking.on("error", reject).end();
      },
    );

  const forms = { brotli: "br", gzip: "gzip, deflate", plain: "identity" };

  it.each(Object.entries(forms))(
    "answers as the route does, byte for byte and header for header: %s",
    async (_, accepted) => {
      const asked = { "accept-encoding": accepted };
      for (const path of [
        url,
        `/releases/${id}/reasons.csv`,
        "/releases/latest.json",
        "/releases/index.json",
      ]) {
        const { statusCode, headers, rawPayload } = await get(path, asked);
        const { date: _date, connection: _connection, ...stable } = headers;
        expect(await over(path, asked)).toEqual({
          status: statusCode,
          headers: stable,
          body: rawPayload.toString("base64"),
        });
      }
    },
  );

  it("sends nothing to somebody who has the file, and only the head to who asks for that", async () => {
    const { headers } = await over(url);
    expect(await over(url, { "if-none-match": headers.etag })).toMatchObject({ status: 304, body: "" });
    expect(await over(url, {}, "HEAD")).toMatchObject({
      status: 200,
      body: "",
      headers: { etag: headers.etag },
    });
  });

  it("leaves everything else to the routes", async () => {
    expect((await over("/releases/none/none.json")).status).toBe(404);
    expect((await over(`${url}?x=1`)).status).toBe(200);
    expect((await over(url, {}, "POST")).status).toBe(404);
  });
});
