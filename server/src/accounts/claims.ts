/** Reads what another issuer says of somebody: who it is, what they may do here, and whether a second factor was asked for. */
import type { Role } from "@trygg/shared/accounts/schema.ts";
import { z } from "zod";
import type { IssuerSetting } from "./issuer-setting.ts";

type Claims = Record<string, unknown>;

export interface Person {
  /** The same at every sign-in, and never another person's. */
  identity: string;
  email: string | null;
  name: string;
  role: Role;
  mayApprove: boolean;
}

/** Nobody without a mapped role, or without the second factor that the town demands. */
export function readClaims(claims: Claims, setting: IssuerSetting): Person | "noRole" | "noSecondFactor" {
  if (!hasSecondFactor(claims, setting.secondFactor)) return "noSecondFactor";
  const values = listOf(claimAt(claims, setting.roleClaim));
  const mapped = setting.roles.find(({ value }) => values.includes(value));
  if (!mapped) return "noRole";
  const email = [claims["email"], claims["preferred_username"]].find(isEmail) ?? null;
  const identity = identityOf(claims);
  return {
    identity,
    email,
    name: textOf(claims["name"])?.slice(0, 100) ?? email ?? identity,
    role: mapped.role,
    mayApprove: setting.approvers.some((value) => values.includes(value)),
  };
}

/** Entra's `sub` is another for each program, its `oid` is the person's own; elsewhere `sub` is what stays. */
function identityOf(claims: Claims): string {
  const [tenant, object] = [textOf(claims["tid"]), textOf(claims["oid"])];
  return `${String(claims["iss"])} ${tenant && object ? object : String(claims["sub"])}`;
}

function hasSecondFactor(claims: Claims, wanted: IssuerSetting["secondFactor"]): boolean {
  switch (wanted.by) {
    case "policy":
      return true;
    case "amr":
      // RFC 8176: "mfa" says that more than one factor was used.
      return listOf(claims["amr"]).includes("mfa");
    case "acr":
      return claims["acr"] === wanted.value;
  }
}

/** A claim by its own name, else inside others: `realm_access.roles`. */
export function claimAt(claims: Claims, path: string): unknown {
  if (path in claims) return claims[path];
  return path
    .split(".")
    .reduce<unknown>(
      (within, key) => (typeof within === "object" && within !== null ? Reflect.get(within, key) : undefined),
      claims,
    );
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]);
const textOf = (value: unknown) =>
  typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;
const isEmail = (value: unknown): value is string => z.email().max(200).safeParse(value).success;
