/** What the variables `OIDC_…` may say: who signs staff in beside this server, and what its claims mean here. */
import { type Role, role } from "@trygg/shared/accounts/schema.ts";
import { assertOutbound } from "../outbound.ts";
import { StartRefusal } from "../refusal.ts";

export interface IssuerSetting {
  issuer: URL;
  clientId: string;
  clientSecret: string;
  /** Where the issuer sends people back to. */
  callback: URL;
  /** What the button calls it. */
  name: string;
  /** The claim that tells what somebody is; with dots, one inside another. */
  roleClaim: string;
  /** Values of the claim and the role that each gives; of several the first decides. */
  roles: readonly { value: string; role: Role }[];
  /** Values of the claim that give the right to approve. */
  approvers: readonly string[];
  /** What shows that a second factor was asked for: `mfa` in `amr`, a value of `acr`, or the issuer's own policy. */
  secondFactor: { by: "amr" } | { by: "policy" } | { by: "acr"; value: string };
}

/** The variables as they are given; an empty one counts as absent. */
export interface IssuerVariables {
  OIDC_ISSUER?: string | undefined;
  OIDC_CLIENT_ID?: string | undefined;
  OIDC_CLIENT_SECRET?: string | undefined;
  OIDC_NAME?: string | undefined;
  OIDC_ROLE_CLAIM?: string | undefined;
  OIDC_ROLES?: string | undefined;
  OIDC_APPROVERS?: string | undefined;
  OIDC_SECOND_FACTOR?: string | undefined;
}

const CALLBACK = "/logga-in/svar";

export function readIssuerSetting(
  given: IssuerVariables,
  publicUrl: string | undefined,
  outbound: readonly string[],
): IssuerSetting | null {
  const { OIDC_ISSUER: issuer } = given;
  const stray = Object.entries(given).find(([name, value]) => value && name !== "OIDC_ISSUER")?.[0];
  if (!issuer) {
    if (stray) throw new StartRefusal(`OIDC_ISSUER: expected an address together with ${stray}, got nothing`);
    return null;
  }
  if (!URL.canParse(issuer))
    throw new StartRefusal(`OIDC_ISSUER: expected an address like https://login.example.se, got "${issuer}"`);
  const address = new URL(issuer);
  assertOutbound("OIDC_ISSUER", address, outbound);
  const required = (name: keyof IssuerVariables): string => {
    const value = given[name];
    if (!value) throw new StartRefusal(`${name}: expected a value together with OIDC_ISSUER, got nothing`);
    return value;
  };
  if (!publicUrl)
    throw new StartRefusal(
      "PUBLIC_URL: expected the address that people use together with OIDC_ISSUER, got nothing",
    );
  return {
    issuer: address,
    clientId: required("OIDC_CLIENT_ID"),
    clientSecret: required("OIDC_CLIENT_SECRET"),
    callback: new URL(CALLBACK, publicUrl),
    name: given.OIDC_NAME ?? address.hostname,
    roleClaim: given.OIDC_ROLE_CLAIM ?? "roles",
    roles: readRoles(required("OIDC_ROLES")),
    approvers: partsOf(given.OIDC_APPROVERS ?? ""),
    secondFactor: readSecondFactor(given.OIDC_SECOND_FACTOR ?? "amr"),
  };
}

function readRoles(text: string): IssuerSetting["roles"] {
  return partsOf(text).map((part) => {
    const [name, ...value] = part.split("=");
    const known = role.safeParse(name);
    if (!known.success || value.length === 0)
      throw new StartRefusal(
        `OIDC_ROLES: expected role=value, the role one of ${role.options.join(", ")}, got "${part}"`,
      );
    return { role: known.data, value: value.join("=").trim() };
  });
}

function readSecondFactor(text: string): IssuerSetting["secondFactor"] {
  if (text === "amr" || text === "policy") return { by: text };
  const value = /^acr=(.+)$/.exec(text)?.[1];
  if (!value)
    throw new StartRefusal(`OIDC_SECOND_FACTOR: expected amr, policy or acr=<value>, got "${text}"`);
  return { by: "acr", value };
}

const partsOf = (text: string) =>
  text
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
