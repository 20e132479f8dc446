/** What another site's page could send in the name of somebody who is signed in ("A5"): every mutation of the live router. */
import { describe, expect, it } from "vitest";
import { appRouter } from "../router.ts";
import { openTestApp } from "../testing/http.ts";
import { openTestServices } from "../testing/services.ts";

const mutations = Object.entries(
  appRouter._def.procedures as unknown as Record<string, { _def: { type: string } }>,
).flatMap(([name, { _def }]) => (_def.type === "mutation" ? [name] : []));

const services = await openTestServices();
const { send, signedIn } = await openTestApp(services, { PUBLIC_URL: "https://trygghet.example.se" });
const cookie = await signedIn("coordinator");
const json = { "content-type": "application/json" };
const own = { host: "trygghet.example.se", origin: "https://trygghet.example.se" };

const attempts: [string, "POST" | "GET", string | undefined, Record<string, string>, number][] = [
  ["from a foreign origin", "POST", "{}", { ...json, origin: "https://evil.example" }, 403],
  ["that the browser marks as cross-site", "POST", "{}", { ...json, "sec-fetch-site": "cross-site" }, 403],
  ["from a neighbour under the same domain", "POST", "{}", { ...json, "sec-fetch-site": "same-site" }, 403],
  ["from no origin at all, with a cookie", "POST", "{}", json, 403],
  ["as a form", "POST", "a=1", { ...own, "content-type": "application/x-www-form-urlencoded" }, 400],
  [
    "as a form with files",
    "POST",
    "--x--",
    { ...own, "content-type": "multipart/form-data; boundary=x" },
    400,
  ],
  ["as plain text", "POST", "{}", { ...own, "content-type": "text/plain" }, 400],
  ["as a GET", "GET", undefined, { "sec-fetch-site": "none" }, 405],
];

describe.each(attempts)("a change %s", (_, method, body, headers, expected) => {
  it("is refused by every procedure", async () => {
    const before = await everything();
    const answers = [];
    for (const name of mutations)
      answers.push([name, (await send(method, `/trpc/${name}`, body, { ...cookie, ...headers })).status]);
    // Who may not call a procedure at all is told that first, where it is a GET.
    const refused = (status: unknown) => status === expected || (expected === 405 && status === 403);
    expect(answers.filter(([, status]) => !refused(status))).toEqual([]);
    expect(mutations.length).toBeGreaterThan(20);
    expect(await everything()).toEqual(before);
  });
});

/** What could have changed. */
const everything = () =>
  services.rows(
    `select (select count(*) from reports) as reports, (select count(*) from patrols) as patrols,
       (select count(*) from measures) as measures, (select count(*) from audit_log) as log,
       (select count(*) from sessions) as sessions, (select count(*) from accounts) as accounts`,
  );
