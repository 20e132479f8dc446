import { describe, expect, it } from "vitest";
import { callerFor } from "../testing/people.ts";
import { measure, spotIn } from "../testing/samples.ts";
import { openTestServices } from "../testing/services.ts";

describe("a public layer", () => {
  it("is empty before the first release", async () => {
    const resident = await callerFor(await openTestServices(), "resident");
    for (const layer of [await resident.layers.unsafePlaces(), await resident.layers.patrolCoverage()])
      expect(layer).toEqual({ release: null, features: { type: "FeatureCollection", features: [] } });
  });

  it("names its release and draws every area as a closed shape inside the town", async () => {
    const services = await openTestServices({ demonstration: true });
    const { release, features } = await (await callerFor(services, "resident")).layers.unsafePlaces();
    expect(release).toMatchObject({ id: expect.stringMatching(/^reports-2026-11-23-/), rule: "2026-3" });
    const [west, south, east, north] = services.town.place.bounds;
    for (const { geometry } of features.features) {
      const rings = geometry.type === "Polygon" ? geometry.coordinates : geometry.coordinates.flat();
      for (const ring of rings) {
        expect(ring.at(-1)).toEqual(ring[0]);
        for (const [lng, lat] of ring) {
          expect(lng).toBeGreaterThan(west);
          expect(lng).toBeLessThan(east);
          expect(lat).toBeGreaterThan(south);
          expect(lat).toBeLessThan(north);
        }
      }
    }
  });
});

describe("the layer of light", () => {
  it("shows measures of kind light where they stand or over their area, and no other", async () => {
    const services = await openTestServices();
    const planner = await callerFor(services, "planner");
    const coordinates: [number, number] = [spotIn("hamnparken").lng, spotIn("hamnparken").lat];
    await planner.measures.save(
      measure({ title: "En lampa", where: { type: "Point", coordinates }, cost: 9 }),
    );
    await planner.measures.save(measure({ title: "Hela parken", state: "underWay" }));
    await planner.measures.save(measure({ title: "Klippt häck", kind: "sight" }));
    const { features } = await (await callerFor(services, "resident")).layers.lighting();
    const shown = features.features.flatMap(({ geometry, properties }) =>
      properties.kind === "measure" ? [[properties.title, properties.state, geometry.type]] : [],
    );
    expect(shown.toSorted()).toEqual([
      ["En lampa", "idea", "Point"],
      ["Hela parken", "underWay", "Polygon"],
    ]);
    expect(JSON.stringify(features)).not.toContain("cost");
  });
});
