/** An expected failure: one of the closed list of codes, with a plain sentence for developers and logs. */
import type { ErrorCode, ErrorDetails } from "@trygg/shared/errors.ts";

export class Refusal extends Error {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, message: string, details: ErrorDetails = {}) {
    super(message);
    this.name = "Refusal";
    this.code = code;
    this.details = details;
  }
}

/** A start that cannot go on: told as one plain line, without a stack, and exit status 1. */
export class StartRefusal extends Error {
  constructor(message: string) {
    super(message);
    this.name = "StartRefusal";
  }
}
