/** The web server for tests: the real one, called without a network. */
import type { Caller } from "@trygg/shared/accounts/schema.ts";
import type { FastifyBaseLogger, FastifyInstance } from "fastify";
import { pino } from "pino";
import { createApp } from "../http/app.ts";
import { readSettings } from "../settings.ts";
import { type Calls, callsOf } from "./calls.ts";
import { type Person, openSessionFor } from "./people.ts";
import { type TestServices, closeAtEnd } from "./services.ts";

export interface TestApp extends Calls {
  app: FastifyInstance;
  /** Headers of somebody who is signed in; none for a resident. */
  signedIn(caller: Caller, person?: Omit<Person, "role">): Promise<Record<string, string>>;
}

export async function openTestApp(
  services: TestServices,
  env: Record<string, string> = {},
  logger: FastifyBaseLogger = pino({ level: "silent" }),
): Promise<TestApp> {
  const settings = readSettings({ LOG_LEVEL: "silent", ...env });
  const app = await createApp(services, settings, services.store, logger);
  closeAtEnd(() => app.close());
  const cookieName = settings.publicUrl?.startsWith("https:") ? "__Host-session" : "session";
  return {
    app,
    ...callsOf(app),
    async signedIn(caller, person = {}) {
      if (caller === "resident") return {};
      return { cookie: `${cookieName}=${await openSessionFor(services, { role: caller, ...person })}` };
    },
  };
}
