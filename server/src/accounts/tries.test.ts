import { describe, expect, it } from "vitest";
import type { Services } from "../context.ts";
import { refusal } from "../testing/people.ts";
import { openTestServices } from "../testing/services.ts";
import { countCode, countTry } from "./tries.ts";

const services = await openTestServices({ limits: true });
const other = await services.openNode();
const QUARTER_MS = 15 * 60_000;

interface Guess {
  email?: string;
  network?: string;
  device?: string | null;
}
const guess = (given: Guess, node: Services = services) =>
  countTry(node, { email: "anna@example.se", network: "a network", device: null, ...given });

/** How many of some tries, all made at once, are looked at. */
async function looked(tries: Promise<unknown>[]): Promise<number> {
  return (await Promise.allSettled(tries)).filter(({ status }) => status === "fulfilled").length;
}
const times = <T>(count: number, make: (index: number) => T) =>
  Array.from({ length: count }, (_, i) => make(i));

/** Each begins in a quarter of its own. */
const nextQuarter = () => services.clock.advance(QUARTER_MS);

describe("of wrong tries in a quarter of an hour are looked at", () => {
  it.each<[string, (index: number) => Guess, number]>([
    ["ten at one account from one network", () => ({}), 10],
    ["twenty at one account from many networks", (index) => ({ network: `network ${index}` }), 20],
    ["thirty from one network at many accounts", (index) => ({ email: `n${index}@example.se` }), 30],
    [
      "fifty in all, at many accounts from many networks",
      (index) => ({ email: `n${index}@example.se`, network: `network ${index}` }),
      50,
    ],
    ["ten from a browser that the account knows", () => ({ device: "a browser" }), 10],
  ])("%s, on both nodes together", async (_, make, expected) => {
    nextQuarter();
    expect(await looked(times(70, (index) => guess(make(index), index % 2 ? services : other)))).toBe(
      expected,
    );
    const { code, details } = await refusal(guess(make(0)));
    expect(code).toBe("tooManyRequests");
    expect(details.retryAfterSeconds).toBeLessThanOrEqual(900);
    nextQuarter();
    expect(await looked([guess(make(0))])).toBe(1);
  });
});

describe("tries at an account", () => {
  it("from many networks keep nobody out of the browser that they have worked in", async () => {
    nextQuarter();
    await looked(times(60, (index) => guess({ network: `network ${index}`, email: "a@b.se" })));
    expect(await looked([guess({ email: "a@b.se" })])).toBe(0);
    expect(await looked([guess({ email: "a@b.se", device: "a browser" })])).toBe(1);
  });

  it("that are refused count against nobody else", async () => {
    nextQuarter();
    await looked(times(60, () => guess({})));
    expect(await looked(times(30, (index) => guess({ email: `n${index}@example.se` })))).toBe(20);
  });

  it("are taken back where the password was right", async () => {
    nextQuarter();
    for (let round = 0; round < 60; round++) await (await guess({ email: `n${round}@x.se` })).giveBack();
    expect(await looked([guess({})])).toBe(1);
  });
});

describe("codes of a second factor", () => {
  it("are looked at five times, whatever the network", async () => {
    nextQuarter();
    expect(await looked(times(9, () => countCode(services, "an account")))).toBe(5);
    expect(await looked([countCode(services, "another account")])).toBe(1);
  });
});
