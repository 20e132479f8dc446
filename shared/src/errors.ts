/**
 * The closed list of ways in which a request can be refused, with the HTTP status of each.
 * The server speaks in these codes and plain English for developers; the client turns them into words for people.
 */
export const errorStatus = {
  /** The input has the wrong shape: `problems` says where, what was expected and what came. */
  invalidInput: 400,
  /** The position lies outside the part of town that the map covers. */
  outsidePlace: 400,
  /** Longitude and latitude have changed places; `suggestion` holds them the right way round. */
  swappedCoordinates: 400,
  /** Metres of the national grid were given where degrees are expected; `suggestion` holds the degrees. */
  gridAsDegrees: 400,
  /** A reason that this town does not have, or that belongs to the other feeling. */
  unknownReason: 400,
  /** An area that this town does not have. */
  unknownArea: 400,
  /** An owner of lamps that this town does not have. */
  unknownOwner: 400,
  /** A luminaire that is not in the list. */
  unknownLuminaire: 400,
  /** A dimming plan that this town does not have. */
  unknownDimming: 400,
  /** A period that ends before it begins, lies in the future or is longer than allowed. */
  impossiblePeriod: 400,
  /** A line or area that cannot be used: open, crossing itself, without extent, or its times disagree. */
  badGeometry: 400,
  /** A file that cannot be brought in: it cannot be read, or is not what was expected. */
  badFile: 400,
  /** A measure that is declined must say why. */
  reasonRequired: 400,
  /** A new password that is too easy to guess. */
  weakPassword: 400,
  wrongCredentials: 401,
  /** The password was right; the code of the second factor is needed too. */
  codeRequired: 401,
  wrongCode: 401,
  notSignedIn: 401,
  /** The role may not do this. */
  notAllowed: 403,
  /** The request came from another site. */
  foreignOrigin: 403,
  notFound: 404,
  /** A query with input must be a POST, so that no coordinate stands in an address. */
  wrongMethod: 405,
  /** Somebody else has changed it since it was read. */
  conflict: 409,
  /** Long work that was ended before it was done: by whoever asked for it, or because they asked anew. */
  cancelled: 409,
  /** Another account has this e-mail. */
  emailTaken: 409,
  /** Somebody must be left who can manage accounts. */
  lastAdmin: 409,
  /** Before the day on which the calendar lets it be done; `value` is that day. */
  notYet: 409,
  /** The town takes no reports just now. */
  reportingClosed: 409,
  /** It cannot be taken away, because something stored names it; `value` is its id, or how many name it. */
  inUse: 409,
  /** A release from which something hidden can be worked out. */
  givesAway: 409,
  /** A one-time link that was used, replaced or has expired. */
  linkGone: 410,
  tooLarge: 413,
  tooManyRequests: 429,
  internal: 500,
  /** The database cannot be reached just now; try again in a moment. */
  unavailable: 503,
} as const;

export type ErrorCode = keyof typeof errorStatus;

/** One thing that is wrong with an input. */
export interface Problem {
  path: string;
  expected: string;
  got: string;
}

/** What an error carries besides its code, for the words that people see. */
export interface ErrorDetails {
  problems?: Problem[];
  suggestion?: { lng: number; lat: number };
  value?: string;
  retryAfterSeconds?: number;
}
