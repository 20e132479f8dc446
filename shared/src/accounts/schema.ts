/** Staff: their roles, and what signing in answers. Residents have no account. */
import { z } from "zod";

export const roles = ["planner", "police", "coordinator", "partner", "admin", "auditor"] as const;
export const role = z.enum(roles);
export type Role = z.infer<typeof role>;

/** Everybody who may be asking; `resident` is anyone who is not signed in. */
export const callers = ["resident", ...roles] as const;
export type Caller = (typeof callers)[number];

export const signInInput = z.strictObject({
  email: z.email().max(200),
  password: z.string().min(1).max(200),
  /** One-time code of the second factor. */
  code: z.string().max(20).optional(),
});

export const me = z.strictObject({ role, name: z.string(), mayApprove: z.boolean() });
export type Me = z.infer<typeof me>;
