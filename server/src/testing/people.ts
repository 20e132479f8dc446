/** People for tests: somebody of a role, signed in, and the procedures as that person may call them. */
import type { Caller, Role } from "@trygg/shared/accounts/schema.ts";
import type { ErrorCode, ErrorDetails } from "@trygg/shared/errors.ts";
import { openSession, readSession } from "../accounts/session.ts";
import { findAccount, insertAccounts } from "../accounts/store.ts";
import type { Services, StaffContext } from "../context.ts";
import { type RequestContext, explain } from "../procedure.ts";
import { appRouter } from "../router.ts";

export interface Person {
  role: Role;
  name?: string;
  mayApprove?: boolean;
}

/** Signs somebody in without a password and returns the token of the session. The same name is the same account. */
export async function openSessionFor(services: Services, person: Person): Promise<string> {
  const { role, name = role, mayApprove = false } = person;
  const email = `${name.replace(/\s/g, ".")}@example.se`;
  if (!(await findAccount(services.db, email)))
    await insertAccounts(services.db, [
      { email, name, role, mayApprove, password: "none: signs in by test only" },
    ]);
  const account = await findAccount(services.db, email);
  if (!account) throw new Error(`the account ${email} was not stored`);
  return openSession(services, account.id);
}

/** The context of somebody of a role. */
export async function asRole<T extends Services>(
  services: T,
  role: Role,
  person: Omit<Person, "role"> = {},
): Promise<T & StaffContext> {
  const token = await openSessionFor(services, { role, ...person });
  const session = await readSession(services, token);
  if (!session) throw new Error(`the session of ${role} did not open`);
  return { ...services, session };
}

export type ProcedureCaller = ReturnType<typeof appRouter.createCaller>;

/** The procedures, checked and parsed as from outside but without HTTP, as somebody of a role or a resident. */
export async function callerFor(
  services: Services,
  caller: Caller,
  person: Omit<Person, "role"> = {},
): Promise<ProcedureCaller> {
  const token =
    caller === "resident" ? undefined : await openSessionFor(services, { role: caller, ...person });
  // The session is read anew for each call, as it is for each request.
  return appRouter.createCaller(async (): Promise<RequestContext> => ({
    ...services,
    session: await readSession(services, token),
    method: "POST",
    bodyless: false,
    enrolling: null,
    device: undefined,
    setDevice: () => undefined,
    setSessionToken: () => undefined,
    network: "a network",
  }));
}

/** How a call was refused. Fails when it was not. */
export async function refusal(
  call: Promise<unknown>,
): Promise<{ code: ErrorCode; message: string; details: ErrorDetails }> {
  try {
    await call;
  } catch (error) {
    return explain(error);
  }
  throw new Error("expected a refusal, but the call went through");
}
