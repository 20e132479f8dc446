/** The cookies of staff: never readable by scripts, and with TLS bound to this host alone. */
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Settings } from "../settings.ts";

interface Cookie {
  read(request: FastifyRequest): string | undefined;
  /** Null clears it. */
  write(reply: FastifyReply, value: string | null): void;
}

const HALF_A_YEAR_S = 15_552_000;
const TEN_MINUTES_S = 600;

export function sessionCookies({ publicUrl }: Pick<Settings, "publicUrl">) {
  const secure = publicUrl?.startsWith("https:") === true;
  const make = (plainName: string, how: { sameSite: "strict" | "lax"; maxAge?: number }): Cookie => {
    // The prefix makes browsers insist on Secure, the whole host and the root path; it needs TLS.
    const name = secure ? `__Host-${plainName}` : plainName;
    const options = { path: "/", httpOnly: true, secure, ...how };
    return {
      read: (request) => request.cookies[name],
      write(reply, value) {
        if (value === null) void reply.clearCookie(name, options);
        else void reply.setCookie(name, value, options);
      },
    };
  };
  return {
    session: make("session", { sameSite: "strict" }),
    /** That somebody has signed in with this browser before. */
    device: make("device", { sameSite: "strict", maxAge: HALF_A_YEAR_S }),
    /** What the way to another issuer must remember. It comes back from another site, hence lax. */
    onTheWay: make("signing-in", { sameSite: "lax", maxAge: TEN_MINUTES_S }),
  };
}
