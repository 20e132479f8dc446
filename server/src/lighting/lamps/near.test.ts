import { describe, expect, it } from "vitest";
import { callerFor } from "../../testing/people.ts";
import { lamp, spotIn } from "../../testing/samples.ts";
import { openTestServices } from "../../testing/services.ts";
import { findLampsNear } from "./near.ts";

describe("the lamps that the server tells of near a point", () => {
  it("are those within 40 metres, with what everybody may know", async () => {
    const services = await openTestServices();
    const planner = await callerFor(services, "planner");
    const at = spotIn("stortorget");
    const moved = (metres: number) => ({ lng: at.lng, lat: at.lat + metres / 111_320 });
    const { id } = await planner.lighting.saveLamp(
      lamp({ at: moved(38), status: "broken", owner: "property-owner", statusSource: "Ronden" }),
    );
    await planner.lighting.saveLamp(lamp({ at: moved(43) }));
    const { shown, more } = await findLampsNear(services, at);
    expect(more).toBe(0);
    expect(shown).toEqual([
      {
        id,
        status: "broken",
        owner: "property-owner",
        statusSince: "2026-11-01",
        statusSource: "Ronden",
        metres: expect.closeTo(38, 0),
      },
    ]);
  });
});
