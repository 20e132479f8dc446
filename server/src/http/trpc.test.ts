import { request } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it } from "vitest";
import { openTestApp } from "../testing/http.ts";
import { patrol, report, spotIn } from "../testing/samples.ts";
import { openTestServices } from "../testing/services.ts";

const json = { "content-type": "application/json" };

const services = await openTestServices();
const { app, call, send, signedIn } = await openTestApp(services);
const published = await openTestApp(services, { PUBLIC_URL: "https://trygghet.example.se" });

const storedReports = async () => (await services.rows("select id from reports")).length;

const address = (procedure: string, input?: unknown) =>
  `/trpc/${procedure}${input === undefined ? "" : `?input=${encodeURIComponent(JSON.stringify(input))}`}`;

describe("a query", () => {
  it.each(["accounts.me", "layers.unsafePlaces", "promise.ledger", "measures.public"])(
    "without input may be a GET: %s",
    async (name) => {
      expect((await send("GET", address(name))).status).toBe(200);
    },
  );

  it("whose input is only a year may be a GET", async () => {
    const { status, data } = await send("GET", address("promise.ledger", { year: 2026 }));
    expect(status).toBe(200);
    expect(data).toMatchObject({ year: 2026 });
  });

  it.each([
    ["reports.receipt", { receipt: "ABCD-EFGH-JKMN" }],
    ["place.search", { query: "stortorget" }],
  ])("with input refuses a GET, so that nothing of it stands in an address: %s", async (name, input) => {
    const { status, error, headers } = await send("GET", address(name, input));
    expect([status, error.code]).toEqual([405, "wrongMethod"]);
    expect(JSON.stringify(headers)).not.toContain("stortorget");
  });

  it("of staff with input refuses a GET too", async () => {
    const headers = await signedIn("coordinator");
    for (const name of [
      "reports.list",
      "reports.summary",
      "reports.hotSpots",
      "patrols.gaps",
      "patrols.coverage",
      "lighting.need",
      "lighting.suggest",
    ])
      expect((await send("GET", address(name, {}), undefined, headers)).status).toBe(405);
  });

  it("hidden in a batch of GETs is refused as well", async () => {
    const input = encodeURIComponent(JSON.stringify({ 0: { receipt: "ABCD-EFGH-JKMN" } }));
    const { status, text } = await send("GET", `/trpc/reports.receipt,accounts.me?batch=1&input=${input}`);
    expect(status).toBe(207);
    expect(JSON.parse(text)[0].error.data).toMatchObject({ httpStatus: 405, error: "wrongMethod" });
  });

  it("is answered to a POST, with and without a body", async () => {
    const headers = await signedIn("coordinator");
    expect((await call("place.search", { query: "stortorget" })).status).toBe(200);
    for (const name of ["reports.list", "patrols.gaps", "promise.ledger", "accounts.me"]) {
      expect((await send("POST", address(name), "", { ...json, ...headers })).status).toBe(200);
      expect((await send("POST", address(name), undefined, headers)).status).toBe(200);
    }
  });
});

describe("a mutation", () => {
  it.each(["GET", "HEAD"] as const)("refuses a %s", async (method) => {
    const before = await storedReports();
    const { status } = await send(method, address("reports.submit", report()));
    // A HEAD is answered before anything is looked at, with nothing.
    expect(status).toBe(method === "GET" ? 405 : 204);
    expect(await storedReports()).toBe(before);
  });

  it("refuses a PUT", async () => {
    expect(
      (await send("PUT", address("reports.submit"), JSON.stringify(report()), json)).status,
    ).toBeGreaterThanOrEqual(400);
  });

  it.each([
    ["text/plain", JSON.stringify(report())],
    ["application/x-www-form-urlencoded", "receipt=ABCD-EFGH-JKMN"],
    [
      "multipart/form-data; boundary=x",
      '--x\r\ncontent-disposition: form-data; name="receipt"\r\n\r\nABCD-EFGH-JKMN\r\n--x--',
    ],
    ["application/octet-stream", "x"],
    ["text/html", "<p>"],
  ])("refuses a body of type %s, which another site's form could send", async (type, body) => {
    const before = await storedReports();
    for (const name of ["reports.submit", "reports.withdraw", "accounts.signIn"]) {
      const { status, error } = await send("POST", address(name), body, { "content-type": type });
      expect([status, error.code]).toEqual([400, "invalidInput"]);
    }
    expect(await storedReports()).toBe(before);
  });
});

describe("a request from another site", () => {
  const own = { host: "trygghet.example.se" };
  it.each<[string, Record<string, string>]>([
    ["with the origin of another site", { origin: "https://evil.example" }],
    ["with the origin of a neighbour under the same domain", { origin: "https://x.trygghet.example.se" }],
    ["with our name and another port", { origin: "https://trygghet.example.se:8443" }],
    ["with no origin to name", { origin: "null" }],
    ["with an origin that is no address", { origin: "trygghet.example.se" }],
    ["that the browser marks as cross-site", { "sec-fetch-site": "cross-site" }],
  ])("is refused %s", async (_, headers) => {
    const cookie = await published.signedIn("coordinator");
    for (const [name, input] of [
      ["reports.submit", report()],
      ["patrols.log", patrol({ kind: "nightwalk" })],
      ["accounts.signOut", undefined],
    ] as const) {
      const { status, error } = await published.call(name, input, { ...own, ...cookie, ...headers });
      expect([status, error.code]).toEqual([403, "foreignOrigin"]);
    }
    expect(await services.rows("select * from patrols where kind = 'nightwalk'")).toEqual([]);
    const self = { ...own, ...cookie, origin: "https://trygghet.example.se" };
    expect((await published.call("accounts.me", undefined, self)).data).toMatchObject({
      role: "coordinator",
    });
  });

  it("is refused also when it only reads", async () => {
    const { status } = await send("GET", address("accounts.me"), undefined, {
      "sec-fetch-site": "cross-site",
    });
    expect(status).toBe(403);
  });

  it.each<[string, Record<string, string>]>([
    ["from the site's own pages", { origin: "https://trygghet.example.se", "sec-fetch-site": "same-origin" }],
    ["from a program, which names no origin", {}],
    ["behind a proxy that keeps the host", { origin: "http://trygghet.example.se" }],
  ])("is not what comes %s", async (_, headers) => {
    expect((await published.call("reports.submit", report(), { ...own, ...headers })).status).toBe(200);
  });
});

describe("a body", () => {
  it("over 256 kB is refused with 413", async () => {
    const { status, error } = await send("POST", address("reports.submit"), `"${"x".repeat(256_001)}"`, json);
    expect([status, error.code]).toEqual([413, "tooLarge"]);
  });

  it("larger than its procedure needs is refused with 413, once it is clear who asks", async () => {
    const large = { ...report(), proof: "x".repeat(5000) };
    expect((await call("reports.submit", large)).status).toBe(413);
    expect((await call("reports.list", large)).status).toBe(401);
    expect((await call("reports.list", large, await signedIn("police"))).status).toBe(403);
  });

  it("of a long track passes", async () => {
    const { lng, lat } = spotIn("hamnparken");
    const coordinates = Array.from({ length: 5000 }, (_, index) => [lng + (index % 7) * 1e-6, lat]);
    const answer = await call(
      "patrols.log",
      patrol({ where: { type: "LineString", coordinates: coordinates as [number, number][] } }),
      await signedIn("police"),
    );
    expect(answer.status).toBe(200);
  });

  it.each(["{", '{"clientKey":', "undefined", "NaN", "{'a':1}", "\u0000", "[1,2"])(
    "that is no JSON is refused: %j",
    async (body) => {
      const { status, error } = await send("POST", address("reports.submit"), body, json);
      expect([status, error.code]).toEqual([400, "invalidInput"]);
    },
  );

  it.each(["null", "7", '"text"', "[]", "true"])(
    "that is JSON but no object is refused: %s",
    async (body) => {
      const { status, error } = await send("POST", address("reports.submit"), body, json);
      expect([status, error.code]).toEqual([400, "invalidInput"]);
    },
  );

  it.each([
    ["of its own", '{"__proto__":{"role":"coordinator"}}'],
    ["deep inside", '{"at":{"__proto__":{"lng":14.86},"lat":56.17}}'],
    ["as constructor", '{"constructor":{"prototype":{"role":"coordinator"}}}'],
  ])("with a prototype %s is refused, and changes nobody", async (_, keys) => {
    const body = JSON.stringify(report()).slice(0, -1) + "," + keys.slice(1);
    const { status, error } = await send("POST", address("reports.submit"), body, json);
    expect([status, error.code]).toEqual([400, "invalidInput"]);
    expect(({} as { role?: string }).role).toBeUndefined();
    expect((await call("accounts.me")).data).toBeNull();
  });

  it("nested ten thousand deep is refused", async () => {
    const deep = "[".repeat(10_000) + "]".repeat(10_000);
    for (const body of [deep, JSON.stringify(report()).slice(0, -1) + `,"at":${deep}}`]) {
      const { status } = await send("POST", address("reports.submit"), body, json);
      expect([400, 413]).toContain(status);
    }
  });

  it("cannot bring along what the store keeps: every column's name is refused", async () => {
    const columns = await services.rows<{ name: string }>(
      `select distinct column_name::text as name from information_schema.columns
       where table_schema = 'public' order by 1`,
    );
    const camel = (name: string) => name.replace(/_(.)/g, (__, letter: string) => letter.toUpperCase());
    const known = Object.keys(report({ impact: 1, voice: "x", proof: "x" }));
    const names = columns.flatMap(({ name }) => [name, camel(name)]).filter((name) => !known.includes(name));
    expect(names.length).toBeGreaterThan(60);
    for (const name of names) {
      const { status } = await call("reports.submit", { ...report(), [name]: 1 });
      expect([name, status]).toEqual([name, 400]);
    }
    const police = await signedIn("police");
    for (const name of ["confirmedParties", "occasionDate", "loggedBy", "duplicateOf", "id"])
      expect((await call("patrols.log", { ...patrol(), [name]: "x" }, police)).status).toBe(400);
  });
});

describe("a batch", () => {
  const batchOf = (size: number) =>
    `/trpc/${Array.from({ length: size }, () => "accounts.me").join(",")}?batch=1`;

  it("of ten is answered", async () => {
    expect((await send("POST", batchOf(10), "{}", json)).status).toBe(200);
  });

  it("of eleven is refused", async () => {
    expect((await send("POST", batchOf(11), "{}", json)).status).toBe(400);
  });

  it("checks every call by itself", async () => {
    const { status, text } = await send("POST", "/trpc/accounts.me,reports.list?batch=1", "{}", json);
    expect(status).toBe(207);
    const [me, list] = JSON.parse(text);
    expect(me.result.data).toBeNull();
    expect(list.error.data).toMatchObject({ httpStatus: 401, error: "notSignedIn" });
  });
});

describe("a stream of changes", async () => {
  await app.listen({ port: 0 });

  const follow = (port: number, headers: Record<string, string>) =>
    new Promise<{ status: number; text(): string; ended: Promise<void> }>((resolve, reject) => {
      const asked = request({ port, path: "/trpc/accounts.changes", headers }, (answer) => {
        let text = "";
        answer.on("data", (chunk: Buffer) => (text += chunk.toString()));
        const ended = new Promise<void>((done) => answer.on("close", () => done()));
        resolve({ status: answer.statusCode ?? 0, text: () => text, ended });
      });
      asked.on("error", reject).end();
    });

  it("is open to staff and ends the moment they sign out", async () => {
    const { port } = app.server.address() as AddressInfo;
    const [police, coordinator] = [await signedIn("police"), await signedIn("coordinator")];
    const [signingOut, staying] = [await follow(port, police), await follow(port, coordinator)];
    expect(signingOut.status).toBe(200);
    await expect.poll(signingOut.text).toContain("connected");
    await call("patrols.log", patrol(), coordinator);
    await expect.poll(signingOut.text).toContain('"topic":"patrols"');

    const asked = Date.now();
    await call("accounts.signOut", undefined, police);
    await signingOut.ended;
    expect(Date.now() - asked).toBeLessThan(1000);
    services.changes.tell("measures");
    await expect.poll(staying.text).toContain('"topic":"measures"');
    expect(signingOut.text()).not.toContain("measures");
  });

  it("is refused to a resident with 401", async () => {
    const { status } = await follow((app.server.address() as AddressInfo).port, {});
    expect(status).toBe(401);
  });
});
