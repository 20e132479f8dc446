/** Answers to what goes wrong outside the procedures, in the same shape as theirs. */
import { errorStatus } from "@trygg/shared/errors.ts";
import type { FastifyError, FastifyInstance } from "fastify";
import { explain } from "../procedure.ts";
import { Refusal } from "../refusal.ts";

export function answerErrors(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const { code, message, details } = explain(asRefusal(error));
    const httpStatus = errorStatus[code];
    if (code === "internal") request.log.error({ err: error }, "failed");
    if (details.retryAfterSeconds) void reply.header("retry-after", String(details.retryAfterSeconds));
    return reply
      .code(httpStatus)
      .header("cache-control", "no-store")
      .send({ error: { message, data: { httpStatus, error: code, ...details } } });
  });
}

/** What Fastify itself refuses. */
function asRefusal(error: FastifyError): Error {
  if (error instanceof Refusal) return error;
  const status = error.statusCode ?? 500;
  if (status === 413) return new Refusal("tooLarge", "expected a body of at most 256 kB");
  if (status >= 400 && status < 500) return new Refusal("invalidInput", error.message);
  return error;
}
