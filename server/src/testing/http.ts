/** The web server for tests: the real one, called without a network. */
import type { Caller } from "@trygg/shared/accounts/schema.ts";
import type { FastifyInstance } from "fastify";
import { pino } from "pino";
import { createApp } from "../http/app.ts";
import { readSettings } from "../settings.ts";
import { type Person, openSessionFor } from "./people.ts";
import { type TestServices, closeAtEnd } from "./services.ts";

export interface Answer {
  status: number;
  headers: Record<string, string | string[] | number | undefined>;
  /** The body as it came. */
  text: string;
  /** What the procedure answered. */
  data: unknown;
  /** How it was refused. */
  error: { code?: string; message?: string; [detail: string]: unknown };
}

export interface TestApp {
  app: FastifyInstance;
  /** Calls a procedure as a program outside does: POST with JSON. */
  call(procedure: string, input?: unknown, headers?: Record<string, string>): Promise<Answer>;
  /** Sends any body as it is. */
  send(
    method: "GET" | "POST" | "PUT" | "HEAD",
    url: string,
    body?: string,
    headers?: Record<string, string>,
  ): Promise<Answer>;
  /** Headers of somebody who is signed in; none for a resident. */
  signedIn(caller: Caller, person?: Omit<Person, "role">): Promise<Record<string, string>>;
}

export async function openTestApp(
  services: TestServices,
  env: Record<string, string> = {},
): Promise<TestApp> {
  const settings = readSettings({ LOG_LEVEL: "silent", ...env });
  const app = await createApp(services, settings, services.store, pino({ level: "silent" }));
  closeAtEnd(() => app.close());
  const cookieName = settings.publicUrl?.startsWith("https:") ? "__Host-session" : "session";
  const send: TestApp["send"] = async (method, url, body, headers = {}) => {
    const {
      statusCode,
      headers: answered,
      payload,
    } = await app.inject({
      method,
      url,
      headers,
      ...(body === undefined ? {} : { payload: body }),
    });
    return { status: statusCode, headers: answered, text: payload, ...partsOf(payload) };
  };
  return {
    app,
    send,
    call: (procedure, input, headers = {}) =>
      send("POST", `/trpc/${procedure}`, input === undefined ? undefined : JSON.stringify(input), {
        "content-type": "application/json",
        ...headers,
      }),
    async signedIn(caller, person = {}) {
      if (caller === "resident") return {};
      return { cookie: `${cookieName}=${await openSessionFor(services, { role: caller, ...person })}` };
    },
  };
}

/** Data or error of an answer in the form of the procedures; neither where it is a page or a file. */
function partsOf(text: string): Pick<Answer, "data" | "error"> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return { data: undefined, error: {} };
  }
  const { result, error } = (parsed ?? {}) as {
    result?: { data?: unknown };
    error?: { message?: string; data?: { error?: string; [detail: string]: unknown } };
  };
  const { error: code, ...details } = error?.data ?? {};
  return {
    data: result?.data,
    error: {
      ...details,
      ...(code === undefined ? {} : { code }),
      ...(error?.message === undefined ? {} : { message: error.message }),
    },
  };
}
