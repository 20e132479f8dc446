/** Tells a signed-in window what kind of thing has changed, as far as its role may know, until the session ends. */
import { type Role, roles } from "@trygg/shared/accounts/schema.ts";
import type { LiveEvent, Topic } from "@trygg/shared/live.ts";
import type { StaffContext } from "../context.ts";
import { isOpen } from "./session.ts";

/** How often a session that nobody uses any more is looked for. */
const CHECK_MS = 30_000;

const desk: readonly Role[] = ["planner", "police", "coordinator"];
const deskAndPartners: readonly Role[] = [...desk, "partner"];

/** Who hears of what. Even a version alone tells how often something comes in, and when. */
const hearers: Record<Topic, readonly Role[]> = {
  reports: desk,
  patrols: deskAndPartners,
  measures: deskAndPartners,
  lighting: deskAndPartners,
  place: deskAndPartners,
  settings: ["coordinator", "admin"],
  promise: deskAndPartners,
  releases: roles,
  accounts: roles,
  exports: ["planner", "coordinator"],
};

export async function* followChanges(
  context: StaffContext,
  until: AbortSignal,
  checkMs = CHECK_MS,
): AsyncGenerator<LiveEvent> {
  const { changes, session } = context;
  const ended = new AbortController();
  const check = setInterval(() => {
    void isOpen(context, session).then(
      (open) => open || ended.abort(),
      // The database is away; the next look will tell.
      () => undefined,
    );
  }, checkMs);
  try {
    for await (const event of changes.follow(AbortSignal.any([until, ended.signal]))) {
      // The session may have ended, on any node, since the last event.
      if (!(await isOpen(context, session))) return;
      if (hearers[event.topic].includes(session.role)) yield event;
    }
  } finally {
    clearInterval(check);
  }
}
