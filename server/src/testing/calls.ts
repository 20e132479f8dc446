/** Calls a web server as a program outside does, without a network. */
import type { FastifyInstance } from "fastify";

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

export interface Calls {
  /** Calls a procedure as a program outside does: POST with JSON. */
  call(procedure: string, input?: unknown, headers?: Record<string, string>): Promise<Answer>;
  /** Sends any body as it is. */
  send(
    method: "GET" | "POST" | "PUT" | "HEAD",
    url: string,
    body?: string,
    headers?: Record<string, string>,
  ): Promise<Answer>;
}

export function callsOf(app: FastifyInstance): Calls {
  const send: Calls["send"] = async (method, url, body, headers = {}) => {
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
    send,
    call: (procedure, input, headers = {}) =>
      send("POST", `/trpc/${procedure}`, input === undefined ? undefined : JSON.stringify(input), {
        "content-type": "application/json",
        ...headers,
      }),
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
