/** The server's log: what went wrong and where, never what was sent. */
import { type DestinationStream, type Logger, pino } from "pino";

export function openLog(level: string, destination: DestinationStream): Logger {
  return pino({ level, base: null, serializers: { err: toldError } }, destination);
}

interface Told {
  type: string;
  code?: string;
  message?: string;
  /** Of the statement, whose values stand apart from it. */
  query?: string;
  stack: string[];
  cause?: Told;
}

/** PostgreSQL quotes what it was given in these. */
const isAboutValues = (code: string | undefined) => code?.startsWith("22") === true;

function toldError(error: unknown): Told | string {
  if (!(error instanceof Error)) return typeof error;
  const { code, query } = error as { code?: string; query?: string };
  // The message of a query that failed holds its values, and so does the detail of what PostgreSQL says.
  const silent = query !== undefined || isAboutValues(code);
  return {
    type: error.name,
    ...(code === undefined ? {} : { code }),
    ...(silent ? {} : { message: error.message }),
    ...(query === undefined ? {} : { query }),
    stack: (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line)),
    ...(error.cause instanceof Error ? { cause: toldError(error.cause) as Told } : {}),
  };
}
