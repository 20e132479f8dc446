/** Staff: their roles, how they sign in, and what they and administrators see of accounts. Residents have no account. */
import { z } from "zod";

export const roles = ["planner", "police", "coordinator", "partner", "admin", "auditor"] as const;
export const role = z.enum(roles);
export type Role = z.infer<typeof role>;

/** Everybody who may be asking; `resident` is anyone who is not signed in. */
export const callers = ["resident", ...roles] as const;
export type Caller = (typeof callers)[number];

const email = z.email().max(200);
const password = z.string().min(1).max(200);
const personName = z.string().trim().min(1).max(100);

/** Characters of a password that somebody chooses. */
export const LEAST_PASSWORD = 12;
const newPassword = z.string().min(LEAST_PASSWORD).max(200);

/** Six digits of the second factor, or one of the recovery codes. */
const code = z.string().max(20);

export const signInInput = z.strictObject({ email, password, code: code.optional() });

export const me = z.strictObject({ role, name: z.string(), mayApprove: z.boolean() });
export type Me = z.infer<typeof me>;

/** `mustEnrol`: the session can do nothing but enrol a second factor. */
export const signedIn = me.extend({ mustEnrol: z.literal(true).optional() });
export type SignedIn = z.infer<typeof signedIn>;

/** Another issuer that signs staff in; `open` is false while it cannot be reached. */
export const otherWay = z.strictObject({ name: z.string(), open: z.boolean() });

/** The token of a one-time link: 32 random bytes. */
const linkToken = z.string().regex(/^[\w-]{43}$/);
export const linkInput = z.strictObject({ token: linkToken });
/** Whose link it is; null on the link with which the first administrator makes an account. */
export const linkFound = z.strictObject({ account: z.strictObject({ email, name: z.string() }).nullable() });
export const openLinkInput = z.strictObject({
  token: linkToken,
  password: newPassword,
  /** The first administrator's own. */
  email: email.optional(),
  name: personName.optional(),
});

/** The password is needed to replace a second factor. */
export const beginFactorInput = z.strictObject({ password: password.optional() });
/** The secret in base 32 and as an `otpauth://` address, for a picture to scan. */
export const factorShown = z.strictObject({ secret: z.string(), uri: z.string() });
export const confirmFactorInput = z.strictObject({ code });
export const factorConfirmed = z.strictObject({ me, recoveryCodes: z.array(z.string()) });

export const changePasswordInput = z.strictObject({ current: password, next: newPassword });

export const openedSession = z.strictObject({
  since: z.iso.datetime(),
  seen: z.iso.datetime(),
  /** The one that asks. */
  current: z.boolean(),
});

/** Somebody's own account. */
export const mine = me.extend({
  email: z.string().nullable(),
  /** Signs in through another issuer, and so has neither password nor second factor here. */
  elsewhere: z.boolean(),
  secondFactor: z.boolean(),
  recoveryCodes: z.number().int(),
  sessions: z.array(openedSession),
});

const id = z.uuid();

/** An account as administrators see it. */
export const account = z.strictObject({
  id,
  email: z.string().nullable(),
  name: z.string(),
  role,
  mayApprove: z.boolean(),
  disabled: z.boolean(),
  elsewhere: z.boolean(),
  /** Has neither chosen a password nor signed in through another issuer. */
  invited: z.boolean(),
  secondFactor: z.boolean(),
});
export type Account = z.infer<typeof account>;

export const addAccountInput = z.strictObject({ email, name: personName, role, mayApprove: z.boolean() });
export const changeAccountInput = z.strictObject({ id, role, mayApprove: z.boolean() });
export const disableAccountInput = z.strictObject({ id, disabled: z.boolean() });
export const accountInput = z.strictObject({ id });

/** A one-time link's token, told once. */
export const madeLink = z.strictObject({ token: linkToken, expiresAt: z.iso.datetime() });
export type MadeLink = z.infer<typeof madeLink>;
