/** What the operator decides, read once from the environment. A bad value is one plain line and exit status 1. */
import { readFileSync } from "node:fs";
import { isAbsolute, join, resolve } from "node:path";
import { z } from "zod";
import { type IssuerSetting, type IssuerVariables, readIssuerSetting } from "./accounts/issuer-setting.ts";
import { type BasemapSetting, readBasemapSetting } from "./basemap/setting.ts";
import { readHosts } from "./outbound.ts";
import { StartRefusal } from "./refusal.ts";
import { root } from "./root.ts";

const loopback = new Set(["127.0.0.1", "::1", "localhost"]);

/** An empty variable counts as one that is not given. */
const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === "" ? undefined : value), schema.optional());

const environment = z.object({
  PORT: optional(z.string().regex(/^\d{1,5}$/, { error: "expected a port, 0–65535" }))
    .transform((value) => Number(value ?? 3000))
    .refine((port) => port <= 65535, { error: "expected a port, 0–65535" }),
  HOST: optional(z.string()).transform((value) => value ?? "127.0.0.1"),
  DATABASE_URL: optional(
    z
      .string()
      .regex(/^postgres(ql)?:\/\//, { error: "expected an address like postgresql://user@host:5432/name" }),
  ),
  DATA_DIR: optional(z.string())
    .transform((value) => value ?? ".data")
    .transform((folder) => (isAbsolute(folder) ? folder : resolve(root, folder))),
  PLACE: optional(z.string().regex(/^[a-z0-9-]+$/, { error: "expected the name of a folder in data/" })),
  PUBLIC_URL: optional(
    z.url({ protocol: /^https?$/, error: "expected an address like https://trygghet.example.se" }),
  ),
  LOG_LEVEL: optional(
    z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"], {
      error: "expected one of fatal, error, warn, info, debug, trace, silent",
    }),
  ).transform((value) => value ?? "info"),
  SECRET: optional(z.string()).refine((value) => value === undefined || Buffer.byteLength(value) >= 32, {
    error: "expected at least 32 bytes",
  }),
  DEMO: optional(z.enum(["0", "1"], { error: "expected 0 or 1" })),
  LIMITS: optional(z.enum(["on", "off"], { error: "expected on or off" })).transform(
    (value) => value ?? "on",
  ),
  OFFLINE_FORM: optional(z.enum(["on", "off"], { error: "expected on or off" })).transform(
    (value) => value ?? "on",
  ),
  BASEMAP: optional(z.string()).transform((value) => value ?? "schematic"),
  OUTBOUND: optional(z.string())
    .transform((value) => readHosts(value ?? ""))
    .refine((hosts) => hosts !== null, {
      error: "expected hosts such as tiles.example.se, parted by commas or spaces",
    }),
  OIDC_ISSUER: optional(z.string()),
  OIDC_CLIENT_ID: optional(z.string()),
  OIDC_CLIENT_SECRET: optional(z.string()),
  OIDC_NAME: optional(z.string()),
  OIDC_ROLE_CLAIM: optional(z.string()),
  OIDC_ROLES: optional(z.string()),
  OIDC_APPROVERS: optional(z.string()),
  OIDC_SECOND_FACTOR: optional(z.string()),
});

export interface Settings {
  port: number;
  host: string;
  /** Absent: the server starts a PostgreSQL of its own in `dataDir`. */
  databaseUrl: string | undefined;
  dataDir: string;
  place: string;
  publicUrl: string | undefined;
  logLevel: string;
  secret: string | undefined;
  /** What an empty store shall become; a store that has rows remembers what it is. */
  demo: boolean;
  limits: boolean;
  /** Whether browsers keep the report form for use without a network; off removes what they have kept. */
  offlineForm: boolean;
  /** Demonstration rows, demonstration accounts and `LIMITS=off` are refused. */
  production: boolean;
  basemap: BasemapSetting;
  /** Who signs staff in beside this server; null where nobody does. */
  issuer: IssuerSetting | null;
  /** Hosts that the server and its pages may reach. */
  outbound: readonly string[];
}

const onlyIssuer = (value: Record<string, unknown>): IssuerVariables =>
  Object.fromEntries(Object.entries(value).filter(([name]) => name.startsWith("OIDC_")));

/** The town that is served where `PLACE` says nothing. */
function readDefaultPlace(): string {
  const file = readFileSync(join(root, "data", "default.json"), "utf8");
  return z.strictObject({ place: z.string() }).parse(JSON.parse(file)).place;
}

export function readSettings(env: Record<string, string | undefined>): Settings {
  const parsed = environment.safeParse(env);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const name = String(issue?.path[0]);
    const got = name === "SECRET" ? `${Buffer.byteLength(env[name] ?? "")} bytes` : `"${env[name]}"`;
    throw new StartRefusal(`${name}: ${issue?.message}, got ${got}`);
  }
  const value = parsed.data;
  const local = loopback.has(value.HOST);
  const production = value.PUBLIC_URL?.startsWith("https:") === true || !local || value.DEMO === "0";
  if (production && value.DEMO === "1")
    throw new StartRefusal('DEMO: expected 0 where HOST is not loopback or PUBLIC_URL is https, got "1"');
  if (production && value.LIMITS === "off")
    throw new StartRefusal('LIMITS: expected on in production, got "off"');
  if (value.DATABASE_URL && !value.SECRET)
    throw new StartRefusal("SECRET: expected at least 32 bytes together with DATABASE_URL, got nothing");
  const outbound = value.OUTBOUND ?? [];
  return {
    port: value.PORT,
    host: value.HOST,
    databaseUrl: value.DATABASE_URL,
    dataDir: value.DATA_DIR,
    place: value.PLACE ?? readDefaultPlace(),
    publicUrl: value.PUBLIC_URL,
    logLevel: value.LOG_LEVEL,
    secret: value.SECRET,
    demo: value.DEMO ? value.DEMO === "1" : !production && !value.DATABASE_URL,
    limits: value.LIMITS === "on",
    offlineForm: value.OFFLINE_FORM === "on",
    production,
    basemap: readBasemapSetting(value.BASEMAP, outbound),
    issuer: readIssuerSetting(onlyIssuer(value), value.PUBLIC_URL, outbound),
    outbound,
  };
}
