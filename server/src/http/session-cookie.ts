/** The cookie of a session: never readable by scripts, never sent along from another site. */
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Settings } from "../settings.ts";

export interface SessionCookie {
  read(request: FastifyRequest): string | undefined;
  /** Null clears it. */
  write(reply: FastifyReply, token: string | null): void;
}

export function sessionCookie({ publicUrl }: Pick<Settings, "publicUrl">): SessionCookie {
  const secure = publicUrl?.startsWith("https:") === true;
  // The prefix makes browsers insist on Secure, the whole host and the root path; it needs TLS.
  const name = secure ? "__Host-session" : "session";
  const options = { path: "/", httpOnly: true, sameSite: "strict", secure } as const;
  return {
    read: (request) => request.cookies[name],
    write(reply, token) {
      if (token === null) void reply.clearCookie(name, options);
      else void reply.setCookie(name, token, options);
    },
  };
}
