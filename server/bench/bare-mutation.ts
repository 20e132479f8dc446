/**
 * A server of the same framework whose only mutation checks a report's shape and inserts one row. Started with the
 * address of a database, prints its own.
 */
import type { AddressInfo } from "node:net";
import { reportInput } from "@trygg/shared/reports/schema.ts";
import { initTRPC } from "@trpc/server";
import { fastifyTRPCPlugin } from "@trpc/server/adapters/fastify";
import Fastify from "fastify";
import pg from "pg";
import { bareInsert } from "./bare-insert.ts";

const pool = new pg.Pool({ connectionString: process.argv[2], max: 16 });
const t = initTRPC.create();
const router = t.router({
  reports: t.router({
    submit: t.procedure.input(reportInput).mutation(async ({ input }) => {
      await bareInsert(pool, input);
      return { receipt: "ABCD-EFGH-JKMN" };
    }),
  }),
});

const app = Fastify();
await app.register(fastifyTRPCPlugin, { prefix: "/trpc", trpcOptions: { router } });
await app.listen({ port: 0, host: "127.0.0.1" });
console.log(`http://127.0.0.1:${(app.server.address() as AddressInfo).port}`);
