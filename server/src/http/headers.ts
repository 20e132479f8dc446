/**
 * What every answer says to the browser: load nothing from elsewhere but the base map where the operator has chosen one
 * of another host, tell nobody, be framed by nobody.
 */
import helmet from "@fastify/helmet";
import type { FastifyInstance } from "fastify";
import type { Basemap } from "../basemap/open.ts";
import type { Settings } from "../settings.ts";

/**
 * The written policy; a test holds every answer to it. The map's engine fetches everything of a base map, pictures and
 * glyphs too, by connection, so that its origins are needed nowhere else.
 */
export const contentSecurityPolicy = (mapOrigins: readonly string[]) => ({
  "default-src": ["'none'"],
  "script-src": ["'self'"],
  "style-src": ["'self'"],
  "img-src": ["'self'", "data:", "blob:"],
  "font-src": ["'self'"],
  "connect-src": ["'self'", ...mapOrigins],
  "worker-src": ["'self'"],
  "manifest-src": ["'self'"],
  "form-action": ["'self'"],
  "base-uri": ["'none'"],
  "object-src": ["'none'"],
  "frame-ancestors": ["'none'"],
});

export async function addHeaders(
  app: FastifyInstance,
  { publicUrl }: Settings,
  { origins }: Basemap,
): Promise<void> {
  const secure = publicUrl?.startsWith("https:") === true;
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        ...contentSecurityPolicy(origins),
        ...(secure ? { "upgrade-insecure-requests": [] } : {}),
      },
    },
    // Only behind TLS: on plain http the header would lock people out.
    strictTransportSecurity: secure ? { maxAge: 63_072_000, includeSubDomains: true } : false,
    referrerPolicy: { policy: "no-referrer" },
    crossOriginOpenerPolicy: { policy: "same-origin" },
    crossOriginResourcePolicy: { policy: "same-origin" },
    xFrameOptions: { action: "deny" },
  });
  app.addHook("onSend", async (_, reply) => {
    void reply.header(
      "permissions-policy",
      "geolocation=(self), camera=(), microphone=(), interest-cohort=()",
    );
  });
}
