import type { ReleaseKind } from "@trygg/shared/releases/schema.ts";
import { describe, expect, it } from "vitest";
import { callerFor, refusal } from "../testing/people.ts";
import { patrol, report } from "../testing/samples.ts";
import { type TestServices, openTestServices } from "../testing/services.ts";
import { publishRelease } from "./publish.ts";

async function openCoordinators() {
  const services = await openTestServices();
  const first = await callerFor(services, "coordinator", { name: "Samordnare" });
  const second = await callerFor(services, "coordinator", { name: "Samordnare 2", mayApprove: true });
  return {
    services,
    first,
    second,
    async publish(kind: ReleaseKind) {
      // Of two releases the later is the latest.
      services.clock.advance(1000);
      await publishRelease(services, kind);
    },
  };
}

/** All that a release leaves behind. */
const remembered = async (services: TestServices) =>
  Promise.all(
    ["releases", "release_files", "told_cells", "release_proposals", "store_keys"].map((table) =>
      services.rows(`select * from ${table}`),
    ),
  );

describe("the look at a release before it is published", () => {
  it("stores nothing, not even the key of its noise", async () => {
    const { services, first } = await openCoordinators();
    const before = await remembered(services);
    await first.releases.preview({ kind: "reports" });
    await first.releases.preview({ kind: "presence" });
    expect(await remembered(services)).toEqual(before);
  });

  it("tells of the first release only its period and how much of it is told", async () => {
    const { services, first } = await openCoordinators();
    const { window, told, withheld, changes } = await first.releases.preview({ kind: "reports" });
    expect(window).toEqual({ from: "2025-11-01", to: "2026-10-31" });
    expect(told + withheld.length).toBe(services.town.areas.size * 4 + services.town.reasons.size * 2);
    expect(changes).toBeNull();
  });

  it("tells what is withheld and why", async () => {
    const { services, first } = await openCoordinators();
    services.town.dwellings.set("hamnparken", 3);
    const { withheld } = await first.releases.preview({ kind: "reports" });
    const why = (id: string) => new Set(withheld.filter((each) => each.id === id).map((each) => each.why));
    expect(why("stortorget")).toEqual(new Set(["voices"]));
    expect(why("kyrkan-och-kyrkogatan")).toEqual(new Set(["protected"]));
    expect(why("hamnparken")).toEqual(new Set(["dwellings"]));
    expect(withheld.find(({ of, id }) => of === "reason" && id === "lighting")).toEqual({
      of: "reason",
      id: "lighting",
      band: "day",
      feeling: "unsafe",
      why: "voices",
    });
  });

  it("tells what the attacks find, and leaves no trace of having looked", async () => {
    const { services, first } = await openCoordinators();
    const resident = await callerFor(services, "resident");
    for (let voice = 0; voice < 30; voice++) await resident.reports.submit(report());
    await services.rows("update reports set received_on = '2026-10-15'");
    const before = await remembered(services);
    const attack = await first.releases.attack();
    expect(attack).toMatchObject({ releases: 1, pairs: 200, isolated: [], exceeds: false });
    expect(attack.hidden).toBeGreaterThan(50);
    expect(attack.worst?.advantage).toBeLessThanOrEqual(attack.worst?.bound ?? 0);
    expect(await remembered(services)).toEqual(before);
  });

  it("tells which areas would change against the latest release, and then nothing more", async () => {
    const { services, first, publish } = await openCoordinators();
    await publish("presence");
    const police = await callerFor(services, "police");
    await police.patrols.log(
      patrol({
        where: { area: "stortorget" },
        from: "2026-11-11T20:00:00Z",
        to: "2026-11-11T21:30:00Z",
      }),
    );
    const { changes } = await first.releases.preview({ kind: "presence" });
    expect(changes).toEqual([{ area: "stortorget", cell: "dark", from: "0", to: "60-179" }]);
    await publish("presence");
    expect((await first.releases.preview({ kind: "presence" })).changes).toEqual([]);
  });

  it("tells the classes that the release then has", async () => {
    const { services, first, publish } = await openCoordinators();
    await publish("reports");
    const resident = await callerFor(services, "resident");
    for (let voice = 0; voice < 30; voice++) await resident.reports.submit(report());
    await services.rows("update reports set received_on = '2026-10-15'");
    const { changes } = await first.releases.preview({ kind: "reports" });
    expect(changes?.length).toBeGreaterThan(0);
    await publish("reports");
    const now = services.releases.reports()?.unsafePlaces.features ?? [];
    for (const { area, cell, to } of changes ?? [])
      expect(now.find(({ id }) => id === area)?.properties[cell as "unsafeDark"]).toBe(to);
  });
});

describe("a proposal that waits", () => {
  it("is seen by every coordinator with who made it and when", async () => {
    const { services, first, second } = await openCoordinators();
    expect(await first.releases.proposals()).toEqual([]);
    await first.releases.publish({ kind: "reports" });
    const proposal = {
      kind: "reports",
      by: "Samordnare",
      proposedAt: new Date(services.now()).toISOString(),
    };
    expect(await first.releases.proposals()).toMatchObject([{ ...proposal, mine: true }]);
    expect(await second.releases.proposals()).toMatchObject([{ ...proposal, mine: false }]);
  });

  it("is taken back by the one who made it and nobody else", async () => {
    const { first, second } = await openCoordinators();
    await first.releases.publish({ kind: "reports" });
    expect((await refusal(second.releases.withdraw({ kind: "reports" }))).code).toBe("notAllowed");
    expect(await first.releases.withdraw({ kind: "reports" })).toBeNull();
    expect(await first.releases.proposals()).toEqual([]);
    expect((await refusal(first.releases.withdraw({ kind: "reports" }))).code).toBe("notFound");
  });

  it("is approved as the one that was seen, and otherwise nothing happens", async () => {
    const { services, first, second } = await openCoordinators();
    await first.releases.publish({ kind: "reports", proposal: null });
    const [seen] = await second.releases.proposals();
    expect((await refusal(second.releases.publish({ kind: "reports", proposal: null }))).code).toBe(
      "conflict",
    );
    const gone = { kind: "reports", proposal: "2026-01-01T00:00:00.000Z" } as const;
    expect((await refusal(second.releases.publish(gone))).code).toBe("conflict");
    const approval = { kind: "reports", proposal: seen?.proposedAt ?? "" } as const;
    expect((await second.releases.publish(approval)).state).toBe("published");
    // Once more would propose anew.
    expect((await refusal(second.releases.publish(approval))).code).toBe("conflict");
    expect(await services.rows("select kind from releases")).toHaveLength(1);
    expect(await second.releases.proposals()).toEqual([]);
  });
});
