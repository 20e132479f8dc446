/** The rule of two persons, for all that one proposes and another lets happen. */
import type { StaffContext } from "../context.ts";
import { Refusal } from "../refusal.ts";
import { mayApprove } from "./may-approve.ts";

/**
 * Throws a Refusal unless whoever asks is another person than `first` and has the right to approve. A person is an
 * account, whatever session or role it has now; null stands for the command line.
 */
export function requireSecondPerson(
  { session, town }: Pick<StaffContext, "session" | "town">,
  first: string | null,
): void {
  if (first === session.accountId)
    throw new Refusal("notAllowed", "expected a second person: you have asked for this yourself");
  if (!mayApprove(session, town))
    throw new Refusal("notAllowed", "expected somebody with the right to approve");
}
