import { describe, expect, it } from "vitest";
import { findViolations } from "./imports.mjs";

const wrong = (path, text) => findViolations(new Map([[path, text]]));

describe("imports against the direction are found:", () => {
  it.each([
    ["server/src/reports/list.ts", 'import { eq } from "drizzle-orm";', "move the query into the store"],
    [
      "server/src/reports/list.ts",
      'import { TRPCError } from "@trpc/server";',
      "keep the verb a plain function",
    ],
    ["server/src/reports/list.ts", 'import type { FastifyReply } from "fastify";', "let http/ answer"],
    [
      "server/src/reports/router.ts",
      'import { selectReports } from "./store.ts";',
      "put a verb between them",
    ],
    ["server/src/reports/store.ts", 'import { listReports } from "./list.ts";', "a store knows tables only"],
    [
      "server/src/reports/list.ts",
      'import { x } from "../../../client/src/ui/button.tsx";',
      "belongs in shared",
    ],
    [
      "shared/src/time/sun.ts",
      'import { x } from "@trygg/server/clock.ts";',
      "shared imports nothing of ours",
    ],
    ["shared/src/time/sun.ts", 'import { readFileSync } from "node:fs";', "no input or output"],
    [
      "client/src/map/town-map.tsx",
      'import { useCoverage } from "../patrols/use-coverage.ts";',
      "move it down",
    ],
    [
      "client/src/ui/button.tsx",
      'import { x } from "../map/view.ts";',
      "client/src/ui lies below client/src/map",
    ],
    ["client/src/patrols/x.tsx", 'import { layers } from "../layers/order.ts";', "move it down"],
    ["client/src/api.ts", 'import { appRouter } from "@trygg/server/router.ts";', "only types of the server"],
    ["client/src/app/x.tsx", 'const late = import("@trygg/server/clock.ts");', "only types of the server"],
    [
      "data/karlshamn/build/x.ts",
      'import { x } from "@trygg/server/clock.ts";',
      "data imports no code but shared",
    ],
    ["server/src/x.ts", 'export { eq } from "drizzle-orm";', "move the query"],
    ["server/src/x.ts", 'import {\n  eq,\n  and,\n} from "drizzle-orm";', "move the query"],
  ])("%s: %s", (path, text, advice) => {
    expect(wrong(path, text)).toEqual([expect.stringContaining(advice)]);
  });
});

describe("imports along the direction are left alone:", () => {
  it.each([
    ["server/src/reports/store.ts", 'import { eq } from "drizzle-orm";'],
    ["server/src/reports/filter-sql.ts", 'import { eq } from "drizzle-orm";'],
    ["server/src/reports/list.ts", 'import { selectReports } from "./store.ts";'],
    ["server/src/reports/router.ts", 'import { z } from "zod";\nimport { listReports } from "./list.ts";'],
    ["server/src/reports/store.ts", 'import type { ToldCells } from "./protect.ts";'],
    ["server/src/reports/store.ts", 'import { type ToldCells, type Other } from "./protect.ts";'],
    ["server/src/reports/submit.test.ts", 'import pg from "pg";'],
    ["server/src/http/app.ts", 'import Fastify from "fastify";'],
    ["client/src/layers/draft.tsx", 'import { useView } from "../map/use-view.ts";'],
    ["client/src/api.ts", 'import type { AppRouter } from "@trygg/server/router.ts";'],
    ["client/src/app/app.tsx", 'import "./app.css";'],
    ["shared/src/time/sun.ts", 'import { getPosition } from "suncalc";'],
  ])("%s: %s", (path, text) => {
    expect(wrong(path, text)).toEqual([]);
  });
});
