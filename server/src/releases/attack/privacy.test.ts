/** The attacks of `pnpm bench proof privacy`, shorter. */
import { describe, expect, it } from "vitest";
import { makeRandom } from "../../demonstration/random.ts";
import { openTestApp } from "../../testing/http.ts";
import { openTestServices } from "../../testing/services.ts";
import { askAgain } from "../../testing/privacy/averaging.ts";
import { followToTheEnd } from "../../testing/privacy/expiry.ts";
import type { Ground } from "../../testing/privacy/ground.ts";
import { guessHomes } from "../../testing/privacy/homes.ts";
import { guessOneReport } from "../../testing/privacy/partner.ts";
import { plantReports } from "../../testing/privacy/planted.ts";
import { probe } from "../../testing/privacy/probes.ts";
import { listenToSides, mannWhitney } from "../../testing/privacy/side-channels.ts";

async function openGround({ demonstration = true } = {}): Promise<Ground> {
  const services = await openTestServices({ demonstration });
  return {
    ...(await openTestApp(services)),
    services,
    rows: services.rows,
    setDay: (day) => services.clock.set(day),
    openOther: async () => openTestApp({ ...services, ...(await services.openNode()) }),
    random: makeRandom("attacks"),
  };
}

describe("an attack on privacy finds nothing:", () => {
  it("of single reports that are planted, by asking all there is to ask and solving", async () => {
    const finding = await plantReports(await openGround(), 5);
    expect(finding).toMatchObject({ tried: 5, found: 0 });
    expect(finding["hidden"]).toBeGreaterThan(20);
  });

  it("of where people live, from releases and the address list", async () => {
    const finding = await guessHomes(await openGround({ demonstration: false }), 60, 2);
    expect(finding).toMatchObject({ tried: 60, found: 0 });
    expect(finding["fewest_candidates"]).toBeGreaterThanOrEqual(8);
  });

  it("by shifting questions about places", async () => {
    expect(await probe(await openGround(), 300)).toMatchObject({
      found: 0,
      takes_a_position: "reports.submit",
    });
  });

  it("by the length of answers, or by ids", async () => {
    expect(await listenToSides(await openGround(), 30)).toMatchObject({ lengths: 1, ids_made_from_time: 0 });
  });

  it("by asking the same again, elsewhere, or after all was read anew", async () => {
    expect(await askAgain(await openGround(), 100)).toMatchObject({ found: 0 });
  });

  it("by knowing all but one report", async () => {
    expect(await guessOneReport(await openGround(), 300, 3)).toMatchObject({ found: 0 });
  });

  it("of a report after its last day, anywhere in the tables", async () => {
    expect(await followToTheEnd(await openGround())).toMatchObject({ found: 0, until: "2028-11-23" });
  });
});

describe("the test of Mann and Whitney", () => {
  it("tells apart what differs, and nothing else", () => {
    const random = makeRandom("times");
    const draw = (shift: number) => Array.from({ length: 300 }, () => random.normal(1) + shift);
    expect(mannWhitney(draw(0), draw(0))).toBeGreaterThan(0.01);
    expect(mannWhitney(draw(0), draw(0.5))).toBeLessThan(0.001);
  });

  it("has the p of a worked example: two groups of five without overlap", () => {
    // U = 0, mean 12.5, deviation √(25 · 11 / 12): z = 2.611, p = 0.00902.
    expect(mannWhitney([1, 2, 3, 4, 5], [6, 7, 8, 9, 10])).toBeCloseTo(0.00902, 4);
  });
});
