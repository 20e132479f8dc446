/**
 * Another issuer that signs staff in, by OpenID Connect: code flow with PKCE, state and nonce. What the way there must
 * remember travels sealed in a cookie, so that any node can answer. An issuer that is away at start is asked again.
 */
import { setTimeout as sleep } from "node:timers/promises";
import * as oidc from "openid-client";
import { z } from "zod";
import type { Seal } from "../database/keys.ts";
import { assertOutbound } from "../outbound.ts";
import { claimAt } from "./claims.ts";
import type { IssuerSetting } from "./issuer-setting.ts";

const WAITS_MS = [1000, 2000, 5000, 15_000, 60_000];
const ANSWER_WITHIN_S = 10;
const PURPOSE = "on the way to an issuer";

export interface OtherIssuer {
  setting: IssuerSetting;
  isUp(): boolean;
  /** Where to send somebody, and what their browser must bring back. Null while the issuer is away. */
  begin(seal: Seal): Promise<{ address: string; remembered: string } | null>;
  /** The claims with which somebody comes back. Throws where anything does not fit. */
  finish(seal: Seal, remembered: string, query: string): Promise<Record<string, unknown>>;
  close(): void;
}

interface Log {
  warn(details: object, message?: string): void;
}

const memory = z.strictObject({ verifier: z.string(), state: z.string(), nonce: z.string() });

export function openIssuer(setting: IssuerSetting, outbound: readonly string[], log: Log): OtherIssuer {
  const ending = new AbortController();
  let found: oidc.Configuration | undefined;

  void (async () => {
    for (let tries = 0; !ending.signal.aborted && !found; tries++) {
      found = await discover(setting, outbound).catch((error: unknown) => {
        log.warn({ err: error }, "OIDC_ISSUER does not answer; asked again");
        return undefined;
      });
      const wait = WAITS_MS[Math.min(tries, WAITS_MS.length - 1)];
      if (!found) await sleep(wait, undefined, { signal: ending.signal, ref: false }).catch(() => undefined);
    }
  })();

  return {
    setting,
    isUp: () => found !== undefined,
    async begin(seal) {
      if (!found) return null;
      const kept = {
        verifier: oidc.randomPKCECodeVerifier(),
        state: oidc.randomState(),
        nonce: oidc.randomNonce(),
      };
      const address = oidc.buildAuthorizationUrl(found, {
        redirect_uri: setting.callback.href,
        scope: "openid profile email",
        code_challenge: await oidc.calculatePKCECodeChallenge(kept.verifier),
        code_challenge_method: "S256",
        state: kept.state,
        nonce: kept.nonce,
        ...(setting.secondFactor.by === "acr" ? { acr_values: setting.secondFactor.value } : {}),
      });
      const remembered = seal.close(PURPOSE, "", Buffer.from(JSON.stringify(kept)));
      return { address: address.href, remembered: remembered.toString("base64url") };
    },
    async finish(seal, remembered, query) {
      const opened = seal.open(PURPOSE, "", Buffer.from(remembered, "base64url"));
      if (!found || !opened) throw new Error("expected somebody who went to the issuer from here");
      const kept = memory.parse(JSON.parse(opened.toString()));
      const answered = new URL(setting.callback);
      answered.search = query;
      const tokens = await oidc.authorizationCodeGrant(found, answered, {
        pkceCodeVerifier: kept.verifier,
        expectedState: kept.state,
        expectedNonce: kept.nonce,
        idTokenExpected: true,
      });
      const claims = { ...tokens.claims() };
      if ([setting.roleClaim, "name"].every((path) => claimAt(claims, path) !== undefined)) return claims;
      // By the letter of the standard what a scope asks for is told by an address of its own. What says who it is and how
      // they signed in is signed, and comes first.
      const more = await oidc
        .fetchUserInfo(found, tokens.access_token, String(claims["sub"]))
        .catch(() => ({}));
      return { ...more, ...claims };
    },
    close: () => ending.abort(),
  };
}

function discover(setting: IssuerSetting, outbound: readonly string[]): Promise<oidc.Configuration> {
  const { issuer, clientId, clientSecret } = setting;
  return oidc.discovery(issuer, clientId, clientSecret, undefined, {
    timeout: ANSWER_WITHIN_S,
    // On loopback only: `assertOutbound` lets no other address pass without TLS.
    ...(issuer.protocol === "http:" ? { execute: [oidc.allowInsecureRequests] } : {}),
    // The issuer names further addresses itself: they too must stand in OUTBOUND.
    [oidc.customFetch]: async (address, options) => {
      assertOutbound("OIDC_ISSUER", new URL(address), outbound);
      return fetch(address, options as RequestInit);
    },
  });
}
