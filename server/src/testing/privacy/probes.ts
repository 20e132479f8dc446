/**
 * Trilateration ("P6"): thousands of shifted and bent questions before and after a report is planted. The only public
 * question about places is the search by name, so that the answers may not change by a byte, and no other public
 * procedure may take a position.
 */
import { callers } from "@trygg/shared/accounts/schema.ts";
import { z } from "zod";
import { appRouter } from "../../router.ts";
import { report, spotIn } from "../samples.ts";
import type { Finding, Ground } from "./ground.ts";

interface Declared {
  _def: { meta?: { roles: readonly string[] }; inputs: z.ZodType[] };
}

/** Public procedures that take a position, or anything else that could draw an area of one's own. */
function procedures(): string[] {
  const all = Object.entries(appRouter._def.procedures as unknown as Record<string, Declared>);
  return all
    .filter(([, { _def }]) => callers.every((caller) => _def.meta?.roles.includes(caller)))
    .filter(([, { _def }]) =>
      /"(lng|lat|coordinates|bbox|polygon|radius|east|north)"/.test(
        JSON.stringify(
          _def.inputs.map((input) => z.toJSONSchema(input, { io: "input", unrepresentable: "any" })),
        ),
      ),
    )
    .map(([name]) => name);
}

export async function probe(ground: Ground, probes: number): Promise<Finding> {
  const { call, services, random } = ground;
  const names = services.town.places.map(({ name }) => name);
  const queries = Array.from({ length: probes / 2 }, () => {
    const name = random.pick(names);
    return name.slice(0, random.whole(1, name.length));
  });
  const askAll = async () => {
    const answers = [];
    for (const query of queries) answers.push((await call("place.search", { query })).text);
    return answers;
  };
  const before = await askAll();
  await call("reports.submit", report({ at: spotIn("vinkelgatan"), voice: random.uuid() }));
  const after = await askAll();
  const different = after.filter((answer, index) => answer !== before[index]).length;
  const withPosition = procedures();
  return {
    tried: before.length + after.length,
    found: different + withPosition.filter((name) => name !== "reports.submit").length,
    takes_a_position: withPosition.join(" "),
  };
}
