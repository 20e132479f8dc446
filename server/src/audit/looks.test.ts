import { describe, expect, it } from "vitest";
import { squareOf, squaresOf } from "../testing/samples.ts";
import { asRole, callerFor } from "../testing/people.ts";
import { openTestServices } from "../testing/services.ts";
import { audit } from "./audit.ts";
import { MOST_LOOKS } from "./looks.ts";

const services = await openTestServices({ at: "2026-11-23" });
const openAuditor = () => callerFor(services, "auditor");

/** Opens reports, one in each of the squares, and returns the notes that name whoever did it. */
async function look(name: string, squares: string[]) {
  const planner = await asRole(services, "planner", { name });
  for (const [index, square] of squares.entries())
    await audit(planner, "reports.read", { report: `report ${index}`, square });
  await services.afterwards.finished();
  return (await (await openAuditor()).audit.notes()).filter((note) => note.name === name);
}

const times = (count: number, square: string) => Array.from({ length: count }, () => square);
const home = squareOf("hamnparken");

/** Neighbours north and east. */
function beside(square: string, east: number, north: number): string {
  const [x = 0, y = 0] = square.split("_").map(Number);
  return `${x + east}_${y + north}`;
}

describe("looks at reports of one place", () => {
  it("raise a note at the thirtieth, and not before", async () => {
    expect(await look("twenty-nine", times(MOST_LOOKS - 1, home))).toEqual([]);
    expect(await look("thirty", times(MOST_LOOKS, home))).toEqual([
      {
        id: expect.any(Number),
        at: "2026-11-23T11:00:00.000Z",
        name: "thirty",
        role: "planner",
        area: "hamnparken",
        looks: MOST_LOOKS,
        days: 30,
      },
    ]);
  });

  it("raise one where four squares meet, whichever of them the reports lie in", async () => {
    const four = [home, beside(home, 1, 0), beside(home, 0, 1), beside(home, 1, 1)];
    const spread = Array.from({ length: MOST_LOOKS }, (_, index) => four[index % 4] as string);
    expect(await look("corner", spread)).toMatchObject([{ looks: MOST_LOOKS }]);
  });

  it("raise none when they are spread over the town", async () => {
    const spread = ["hamnparken", "stortorget", "ostra-piren"].flatMap((area) =>
      squaresOf(area)
        .slice(0, 1)
        .flatMap((square) => times(MOST_LOOKS - 1, square)),
    );
    expect(await look("spread", spread)).toEqual([]);
  });

  it("raise one note for a place and not one for each look more", async () => {
    await look("eager", times(MOST_LOOKS + 5, home));
    expect(await look("eager", times(3, beside(home, 1, 0)))).toHaveLength(1);
  });

  it("are forgotten after thirty days", async () => {
    await look("patient", times(MOST_LOOKS - 1, home));
    services.clock.set("2026-12-24");
    expect(await look("patient", times(MOST_LOOKS - 1, home))).toEqual([]);
    services.clock.set("2026-11-23");
  });

  it("are told to the auditor and to coordinators, but not to whoever looked", async () => {
    const coordinator = await asRole(services, "coordinator", { name: "curious" });
    for (const square of times(MOST_LOOKS, home))
      await audit(coordinator, "reports.read", { report: "r", square });
    await services.afterwards.finished();
    const namesFor = async (name: string) =>
      (await (await callerFor(services, "coordinator", { name })).audit.notes()).map((note) => note.name);
    expect(await namesFor("curious")).not.toContain("curious");
    expect(await namesFor("another")).toContain("curious");
    expect((await (await openAuditor()).audit.notes()).map(({ name }) => name)).toContain("curious");
  });

  it("are read with the area, and neither square nor anything else of the report", async () => {
    const { entries } = await (await openAuditor()).audit.list({ action: "reports.read" });
    expect(entries[0]?.details).toEqual({ report: "r", area: "hamnparken" });
    expect(JSON.stringify(entries)).not.toContain(home);
  });
});
