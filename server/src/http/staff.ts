/** Who may use the routes that stand beside the procedures, refused in the same words as there. */
import { readSession } from "../accounts/session.ts";
import type { Role } from "@trygg/shared/accounts/schema.ts";
import type { Services, Session } from "../context.ts";
import { Refusal } from "../refusal.ts";

/** The session of a cookie's token. Throws a Refusal where there is none, or it has ended. */
export async function sessionOf(services: Services, token: string | undefined): Promise<Session> {
  const session = await readSession(services, token);
  if (!session) throw new Refusal("notSignedIn", "expected somebody who is signed in");
  return session;
}

export function requireRole({ role }: Session, roles: readonly Role[]): void {
  if (!roles.includes(role))
    throw new Refusal("notAllowed", `expected one of the roles ${roles.join(", ")}, got ${role}`);
}
