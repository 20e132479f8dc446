/** A real OpenID provider for tests, and a browser that signs somebody in there without being asked anything. */
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type Configuration, Provider } from "oidc-provider";

/** What the provider says of whoever signs in next. */
export interface Told {
  subject: string;
  claims: Record<string, unknown>;
  amr: string[];
  acr?: string;
}

export const CLIENT = { id: "trygg", secret: "a secret for the tests" };

/** Listens on a port of its own, or on the one given; `elsewhere` tells claims not in the token but at an address of their own. */
export async function startProvider(callback: string, given: { port?: number; elsewhere?: boolean } = {}) {
  const told: Told = { subject: "someone", claims: {}, amr: ["pwd", "mfa"] };
  const server = createServer();
  server.listen(given.port ?? 0, "127.0.0.1");
  await once(server, "listening");
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const configuration: Configuration = {
    clients: [{ client_id: CLIENT.id, client_secret: CLIENT.secret, redirect_uris: [callback] }],
    claims: { openid: ["sub", "roles", "oid", "tid", "amr", "acr"], profile: ["name"], email: ["email"] },
    conformIdTokenClaims: given.elsewhere === true,
    cookies: { keys: ["a key for the tests"] },
    features: { devInteractions: { enabled: false } },
    findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ sub, ...told.claims }) }),
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
  };
  const provider = new Provider(issuer, configuration);
  const answer = provider.callback();
  server.on("request", (request, response) => {
    if (!request.url?.startsWith("/interaction/")) return void answer(request, response);
    void (async () => {
      const { subject, amr, acr } = told;
      const grant = new provider.Grant({ accountId: subject, clientId: CLIENT.id });
      grant.addOIDCScope("openid profile email");
      const login = { accountId: subject, amr, ...(acr ? { acr } : {}) };
      await provider.interactionFinished(request, response, {
        login,
        consent: { grantId: await grant.save() },
      });
    })();
  });
  return {
    issuer,
    host: new URL(issuer).host,
    told,
    /** Signs in as who is told: from the address that we send to, to the one that it sends back to. */
    async signIn(address: string): Promise<URL> {
      const cookies = new Map<string, string>();
      for (let at = new URL(address); ;) {
        if (at.origin !== issuer) return at;
        const answered = await fetch(at, {
          redirect: "manual",
          headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join("; ") },
        });
        for (const line of answered.headers.getSetCookie()) {
          const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
          if (value) cookies.set(name, value);
          else cookies.delete(name);
        }
        const next = answered.headers.get("location");
        if (!next) throw new Error(`expected a way on, got ${answered.status} ${await answered.text()}`);
        at = new URL(next, at);
      }
    },
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
