import type { APIRequestContext } from "@playwright/test";
import { lenses, lensesOf } from "../src/desk/lenses.ts";
import { expect, settled, test } from "./journey.ts";
import { startOwnServer } from "./own-server.ts";
import { payloads } from "./payloads.ts";

type Send = (procedure: string, data: object) => Promise<unknown>;

const staff = {
  planner: "planerare",
  police: "polis",
  coordinator: "samordnare",
  partner: "partner",
  admin: "admin",
  auditor: "revisor",
} as const;
const open = [
  "/",
  "/rapportera",
  "/platser",
  "/plats/stortorget",
  "/loftet",
  "/lagesbild",
  "/om",
  "/integritet",
];
const exported = ["measures.csv", "measures.geojson", "squares.csv", "areas.csv"];

const at = { lng: 14.8639, lat: 56.1694 };
const measure = { kind: "light", area: "stortorget", state: "declined" };
const lamp = {
  at,
  height: 5,
  flux: 3500,
  owner: "municipality",
  status: "working",
  statusSince: "2026-11-01",
};
const words = (text: string) => ({ sv: text, en: text });

/** Every text that somebody may store, by who stores it. */
const stored: Record<
  string,
  { by: keyof typeof staff; send(send: Send, texts: string[]): Promise<unknown> }
> = {
  measures: {
    by: "planner",
    send: (send, texts) =>
      each(texts, (text) =>
        send("measures.save", { ...measure, title: text, reason: text, owner: text, publicText: text }),
      ),
  },
  "sources of a lamp's status": {
    by: "planner",
    send: (send, texts) => each(texts, (text) => send("lighting.saveLamp", { ...lamp, statusSource: text })),
  },
  "names of filters": {
    by: "planner",
    send: (send, texts) =>
      each(texts.filter((text) => text.length <= 60).slice(0, 50), (name) =>
        send("reports.saveFilter", { name, view: { filter: {}, clock: null } }),
      ),
  },
  "reasons for points": {
    by: "planner",
    send: (send, texts) => each(texts, (reason) => send("reports.giveReason", { reason })),
  },
  "reasons for a file": {
    by: "planner",
    send: (send, texts) =>
      each(texts.slice(0, 40), (reason) => send("exports.request", { format: "csv", reason })),
  },
  evidence: {
    by: "coordinator",
    send: (send, texts) =>
      each(texts, (title) =>
        send("promise.addEvidence", { commitment: "open-care", date: "2026-10-01", title }),
      ),
  },
  "notes about accessibility": {
    by: "coordinator",
    send: (send, texts) => each(texts, (text) => send("accessibility.sendNote", { text })),
  },
  "names of people": {
    by: "admin",
    send: (send, texts) =>
      each(texts.filter((text) => text.length <= 80).slice(0, 100), (name) =>
        send("accounts.add", {
          email: `x${name.length}-${texts.indexOf(name)}@demo.local`,
          name,
          role: "partner",
          mayApprove: false,
        }),
      ),
  },
};

async function each(texts: string[], send: (text: string) => Promise<unknown>): Promise<void> {
  for (const text of texts) await send(text);
}

/** Texts one after the other, as many as so many characters hold. */
function gather(texts: string[], most: number): string[] {
  const gathered = [""];
  for (const text of texts) {
    const last = gathered.length - 1;
    if ((gathered[last] ?? "").length + text.length < most) gathered[last] += ` ${text}`;
    else gathered.push(text);
  }
  return gathered;
}

/** A caller of procedures as somebody of staff; what is refused is told, so that nothing is left out in silence. */
async function callerOf(request: APIRequestContext, url: string, name: string): Promise<Send> {
  const send: Send = async (procedure, data) => {
    const answer = await request.post(`${url}/trpc/${procedure}`, { data });
    expect(answer.ok(), `${procedure} ${JSON.stringify(data)}: ${await answer.text()}`).toBe(true);
    return ((await answer.json()) as { result: { data: unknown } }).result.data;
  };
  await send("accounts.signIn", { email: `${name}@demo.local`, password: "demo-karlshamn" });
  return send;
}

// As a proof, `pnpm bench proof scripts-in-text`: to open every view with so many texts takes longer than a journey may.
for (const count of process.env["PAYLOADS"] ? [Number(process.env["PAYLOADS"])] : [])
  test.describe("texts that would run a script", () => {
    const port = 4415;
    const url = `http://127.0.0.1:${port}`;
    test.use({ baseURL: url });

    test("are shown as text by every view and file", async ({ page, context, playwright }, info) => {
      test.setTimeout(1_200_000);
      const texts = payloads(count);
      const note = (type: string, value: number) =>
        info.annotations.push({ type, description: String(value) });
      const ran: string[] = [];
      await context.exposeFunction("ran", (number: number) => void ran.push(texts[number] ?? "?"));
      page.on("dialog", (dialog) => {
        ran.push(dialog.message());
        void dialog.dismiss();
      });
      const server = await startOwnServer({ PORT: String(port), LIMITS: "off" });
      try {
        let fields = 0;
        for (const { by, send } of Object.values(stored)) {
          const request = await playwright.request.newContext();
          await send(await callerOf(request, url, staff[by]), texts);
          await request.dispose();
          fields += 1;
        }
        const coordinator = await callerOf(context.request, url, staff.coordinator);
        // A setting is one text and not a list of them: as many at a time as it holds.
        for (const [version, text] of gather(texts, 1900).entries()) {
          await coordinator("place.saveSetting", {
            name: "introduction",
            value: { introduction: words(text) },
            version,
          });
          await page.goto("/rapportera");
          await page.waitForLoadState("networkidle");
        }
        let views = 0;
        for (const path of open) {
          await page.goto(path);
          await settled(page);
          views += 1;
        }
        for (const [role, name] of Object.entries(staff) as [keyof typeof staff, string][]) {
          await callerOf(context.request, url, name);
          for (const lens of lensesOf(role))
            for (const panel of lenses[lens]) {
              await page.goto("about:blank");
              await page.goto(`/arbete#lens=${lens}&panel=${panel}`);
              await expect(page.getByRole("heading", { level: 2 }).first()).toBeVisible();
              await settled(page);
              views += 1;
            }
        }
        await callerOf(context.request, url, staff.planner);
        for (const file of exported) {
          const answer = await context.request.post(`/exports/${file}`, { data: {} });
          expect(answer.status(), file).toBe(200);
          expect(answer.headers()["content-disposition"], file).toContain("attachment");
          expect(answer.headers()["x-content-type-options"], file).toBe("nosniff");
          expect(answer.headers()["content-type"], file).not.toContain("html");
          // As somebody opens it who was sent it: a page of its own, from the disk.
          await page
            .goto(`data:${answer.headers()["content-type"]},${encodeURIComponent(await answer.text())}`)
            .catch(() => undefined);
          views += 1;
        }
        note("fields", fields);
        note("views", views);
        note("ran", ran.length);
        expect(ran).toEqual([]);
        await page.goto("about:blank");
      } finally {
        await server.stop();
      }
    });
  });
