/**
 * How every procedure is declared: who may call it, how large its input may be and what of it is logged. The caller
 * is checked before the input is even read; refusals of verbs become answers in one place, here.
 */
import { type Caller, callers, roles } from "@trygg/shared/accounts/schema.ts";
import { type ErrorCode, type ErrorDetails, type Problem, errorStatus } from "@trygg/shared/errors.ts";
import { TRPCError, initTRPC } from "@trpc/server";
import { ZodError } from "zod";
import { type Context, type Enrolling, type StaffContext, callerOf } from "./context.ts";
import { Refusal } from "./refusal.ts";
import { problemsOf } from "./problems.ts";

export interface Meta {
  roles: readonly Caller[];
  /** Largest input in bytes of JSON. */
  maxBytes: number;
  /** `counts`: name, outcome and duration only. `audited`: the verb also writes to the audit log. */
  log: "counts" | "audited";
  /** Also somebody whose password was right and who has yet to enrol a second factor. */
  enrolling?: boolean;
  /** The input is only a year or an id, so that it may stand in an address. */
  getInput?: boolean;
}

/** What the transport adds to a verb's context. */
export interface RequestContext extends Context {
  method: string;
  /** A POST without a body, which is no input rather than broken JSON. */
  bodyless: boolean;
  /** Who has yet to enrol a second factor; null with a session. */
  enrolling: Enrolling | null;
  /** The mark of the browser, where somebody has signed in with it before. */
  device: string | undefined;
  setDevice(mark: string): void;
  /** Sets the session's cookie, or clears it with null. */
  setSessionToken(token: string | null): void;
  /** Hash of the caller's network, which changes daily and is never stored. */
  network: string;
}

const t = initTRPC
  .context<RequestContext>()
  .meta<Meta>()
  .create({
    errorFormatter: ({ shape, error }) => {
      const { code, message, details } = explain(error);
      return {
        ...shape,
        message,
        data: { httpStatus: errorStatus[code], error: code, ...details },
      };
    },
    sse: { ping: { enabled: true, intervalMs: 15_000 }, client: { reconnectAfterInactivityMs: 40_000 } },
  });

export const router = t.router;

const base = t.procedure.use(async ({ ctx, meta, type, getRawInput, next }) => {
  if (!meta) throw new Error("a procedure without a declaration");
  const caller = callerOf(ctx);
  if (!meta.roles.includes(caller) && !(meta.enrolling && ctx.enrolling))
    throw caller === "resident"
      ? new Refusal("notSignedIn", "expected somebody who is signed in")
      : new Refusal("notAllowed", `expected one of the roles ${meta.roles.join(", ")}, got ${caller}`);
  const readInput = ctx.bodyless ? async () => undefined : getRawInput;
  const input = await readInput();
  if (input !== undefined && type === "query" && ctx.method === "GET" && !meta.getInput)
    throw new Refusal("wrongMethod", "expected a POST: the input of this query must not stand in an address");
  const bytes = bytesOf(input);
  if (bytes > meta.maxBytes)
    throw new Refusal("tooLarge", `expected an input of at most ${meta.maxBytes} bytes, got ${bytes}`);
  const result = await next({ getRawInput: readInput });
  if (!result.ok && result.error.code === "BAD_REQUEST" && result.error.cause instanceof ZodError)
    throw badInput(problemsOf(result.error.cause, input));
  return result;
});

/** Throws a Refusal for what is nested so deeply that it cannot be written down again. */
function bytesOf(input: unknown): number {
  try {
    return Buffer.byteLength(JSON.stringify(input ?? null));
  } catch {
    throw new Refusal("invalidInput", "expected an input that is nested less deeply");
  }
}

export function badInput(problems: Problem[]): Refusal {
  const [first] = problems;
  const message = first
    ? `${first.path || "input"}: expected ${first.expected}, got ${first.got}`
    : "bad input";
  return new Refusal("invalidInput", message, { problems });
}

const SMALL = 4096;

type Declaration = Partial<Pick<Meta, "maxBytes" | "log" | "getInput">>;

/** Anyone may call it, signed in or not. */
export const publicProcedure = (declaration: Declaration = {}) =>
  base.meta({ roles: callers, maxBytes: SMALL, log: "counts", ...declaration });

/** Only these roles may call it; the context then has a session. */
export const staffProcedure = (allowed: readonly (typeof roles)[number][], declaration: Declaration = {}) =>
  base
    .meta({ roles: allowed, maxBytes: SMALL, log: "counts", ...declaration })
    .use(({ ctx, next }) => next({ ctx: ctx as RequestContext & StaffContext }));

/** Anyone with an account, also before a second factor is enrolled; the context then has a `holder`. */
export const holderProcedure = (declaration: Declaration = {}) =>
  base
    .meta({ roles, maxBytes: SMALL, log: "counts", enrolling: true, ...declaration })
    .use(({ ctx, next }) => next({ ctx: { holder: (ctx.session ?? ctx.enrolling) as Enrolling } }));

interface Explained {
  code: ErrorCode;
  message: string;
  details: ErrorDetails;
}

/** What a caller is told of an error. Anything unexpected is one neutral sentence. */
export function explain(error: unknown): Explained {
  const cause = error instanceof TRPCError ? (error.cause ?? error) : error;
  if (cause instanceof Refusal) return { code: cause.code, message: cause.message, details: cause.details };
  if (error instanceof TRPCError && error.code !== "INTERNAL_SERVER_ERROR") {
    const code = transportCodes[error.code] ?? "invalidInput";
    return { code, message: error.message, details: {} };
  }
  if (isDatabaseAway(cause))
    return {
      code: "unavailable",
      message: "the database cannot be reached just now",
      details: { retryAfterSeconds: 2 },
    };
  return { code: "internal", message: "something went wrong on the server", details: {} };
}

/** What tRPC itself refuses. */
const transportCodes: Partial<Record<TRPCError["code"], ErrorCode>> = {
  NOT_FOUND: "notFound",
  METHOD_NOT_SUPPORTED: "wrongMethod",
  PAYLOAD_TOO_LARGE: "tooLarge",
};

function isDatabaseAway(error: unknown): boolean {
  const codes = [
    "ECONNREFUSED",
    "ECONNRESET",
    "ENOENT",
    "EPIPE",
    "57P01",
    "57P02",
    "57P03",
    "08006",
    "08003",
  ];
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (codes.includes((cause as NodeJS.ErrnoException).code ?? "")) return true;
    if (/Connection terminated|not queryable|timeout exceeded when trying to connect/.test(cause.message))
      return true;
  }
  return false;
}
