import { randomUUID } from "node:crypto";
import { boot } from "@trygg/shared/boot.ts";
import { squareCentre } from "@trygg/shared/geo/square.ts";
import { toLngLat } from "@trygg/shared/geo/sweref.ts";
import { menu } from "@trygg/shared/pages.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ServerProcess, makeDataFolder, removeDataFolder, startServer } from "../testing/process.ts";
import { loadTown } from "./town.ts";

const town = loadTown("exempelstad");
const dataDir = makeDataFolder();
let server: ServerProcess;

beforeAll(async () => {
  server = await startServer({ DATA_DIR: dataDir, PLACE: town.place.id, LIMITS: "off" });
});
afterAll(async () => {
  await server.kill("SIGTERM");
  await removeDataFolder(dataDir);
});

const page = async (path: string) => (await fetch(server.url + path)).text();

async function call(procedure: string, input?: unknown): Promise<unknown> {
  const response = await fetch(`${server.url}/trpc/${procedure}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    ...(input === undefined ? {} : { body: JSON.stringify(input) }),
  });
  const answer = (await response.json()) as { result?: { data: unknown }; error?: { message: string } };
  if (!answer.result) throw new Error(`${procedure}: ${answer.error?.message}`);
  return answer.result.data;
}

describe("another town, by its folder alone", () => {
  it("starts empty and brings its own name, areas and reasons to every page", async () => {
    for (const path of menu) expect((await fetch(server.url + path)).status).toBe(200);
    const block = /<script type="application\/json" id="boot">(.*?)<\/script>/s.exec(await page("/"))?.[1];
    const brought = boot.parse(JSON.parse(block ?? "null"));
    expect(brought).toMatchObject({ place: town.place, demonstration: false, clockShiftDays: 0 });
    expect(brought.areas.map(({ id }) => id)).toEqual([...town.areas.keys()]);
  });

  it("serves its own base map", async () => {
    for (const file of ["land", "streets", "labels"])
      expect((await fetch(`${server.url}/basemap/${file}.geojson`)).status).toBe(200);
    expect(await page("/basemap/labels.geojson")).toContain("Stora torget");
  });

  it("answers with layers, though nothing is released yet", async () => {
    for (const layer of ["unsafePlaces", "patrolCoverage", "lighting"])
      expect(await call(`layers.${layer}`)).toMatchObject({ release: null, features: { features: [] } });
  });

  it("takes a report within it, tells of it by its receipt, and refuses one elsewhere", async () => {
    const square = town.areas.get("astranden")?.squares[5] ?? "";
    const report = (at: { lng: number; lat: number }) =>
      call("reports.submit", {
        clientKey: randomUUID(),
        feeling: "unsafe",
        at,
        reasons: ["lighting"],
        when: [],
        light: "dark",
      });
    const { receipt } = (await report(toLngLat(squareCentre(square)))) as { receipt: string };
    expect(await call("reports.receipt", { receipt })).toMatchObject({
      state: "received",
      area: "astranden",
    });
    await expect(report({ lng: 14.8639, lat: 56.1694 })).rejects.toThrow(
      "expected a position in the part of town that the map covers",
    );
  });

  it("follows its own promise", async () => {
    expect(await call("promise.ledger", { year: 2026 })).toMatchObject({
      commitments: [{ id: "police-presence" }, { id: "dialogues" }],
    });
  });

  it("finds its own streets, crossings and areas", async () => {
    const first = async (query: string) => ((await call("place.search", { query })) as unknown[])[0];
    expect(await first("storgatn torggatan")).toMatchObject({ id: "storgatan-torggatan", kind: "crossing" });
    expect(await first("riverside")).toMatchObject({ id: "astranden", kind: "area" });
    expect(await first("stortorget")).toBeUndefined();
  });
});
