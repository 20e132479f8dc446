import { describe, expect, it } from "vitest";
import { readSettings } from "./settings.ts";

const secret = "a secret that is long enough for it";

const elsewhere = {
  OIDC_ISSUER: "https://login.example.se/tenant/v2.0",
  OIDC_CLIENT_ID: "trygg",
  OIDC_CLIENT_SECRET: "secret",
  OIDC_ROLES: "coordinator=Trygg.Samordnare, planner=Trygg.Planerare",
  OUTBOUND: "login.example.se",
  PUBLIC_URL: "https://trygghet.example.se",
};

describe("settings", () => {
  it("have a default for everything on one's own machine", () => {
    expect(readSettings({})).toMatchObject({
      port: 3000,
      host: "127.0.0.1",
      place: "karlshamn",
      demo: true,
      limits: true,
      offlineForm: true,
      production: false,
      basemap: { kind: "schematic" },
      outbound: [],
    });
  });

  it("take an empty variable as one that is not given", () => {
    expect(readSettings({ PORT: "", DEMO: "", DATABASE_URL: "" }).port).toBe(3000);
  });

  it.each([
    [{ PORT: "http" }, 'PORT: expected a port, 0–65535, got "http"'],
    [{ PORT: "70000" }, 'PORT: expected a port, 0–65535, got "70000"'],
    [{ PORT: "true" }, 'PORT: expected a port, 0–65535, got "true"'],
    [
      { DATABASE_URL: "mysql://x" },
      'DATABASE_URL: expected an address like postgresql://user@host:5432/name, got "mysql://x"',
    ],
    [
      { DATABASE_URL: "postgres://x" },
      "SECRET: expected at least 32 bytes together with DATABASE_URL, got nothing",
    ],
    [{ SECRET: "short" }, "SECRET: expected at least 32 bytes, got 5 bytes"],
    [{ PLACE: "../etc" }, 'PLACE: expected the name of a folder in data/, got "../etc"'],
    [
      { PUBLIC_URL: "ftp://x.se" },
      'PUBLIC_URL: expected an address like https://trygghet.example.se, got "ftp://x.se"',
    ],
    [
      { LOG_LEVEL: "loud" },
      'LOG_LEVEL: expected one of fatal, error, warn, info, debug, trace, silent, got "loud"',
    ],
    [{ DEMO: "yes" }, 'DEMO: expected 0 or 1, got "yes"'],
    [{ LIMITS: "off", DEMO: "0" }, 'LIMITS: expected on in production, got "off"'],
    [
      { HOST: "0.0.0.0", DEMO: "1" },
      'DEMO: expected 0 where HOST is not loopback or PUBLIC_URL is https, got "1"',
    ],
    [
      { OUTBOUND: "https://tiles.example.se" },
      'OUTBOUND: expected hosts such as tiles.example.se, parted by commas or spaces, got "https://tiles.example.se"',
    ],
    [
      { BASEMAP: "https://tiles.example.se/style.json" },
      'BASEMAP: expected a host that stands in OUTBOUND, got "tiles.example.se"',
    ],
    [{ OIDC_ISSUER: "login" }, 'OIDC_ISSUER: expected an address like https://login.example.se, got "login"'],
    [
      { OIDC_ISSUER: "https://login.example.se" },
      'OIDC_ISSUER: expected a host that stands in OUTBOUND, got "login.example.se"',
    ],
    [
      { OIDC_ISSUER: "http://login.example.se", OUTBOUND: "login.example.se" },
      'OIDC_ISSUER: expected an https address, got "http://login.example.se/"',
    ],
    [{ ...elsewhere, PUBLIC_URL: "" }, "PUBLIC_URL: expected the address that people use"],
    [
      { ...elsewhere, OIDC_CLIENT_SECRET: "" },
      "OIDC_CLIENT_SECRET: expected a value together with OIDC_ISSUER, got nothing",
    ],
    [
      { OIDC_CLIENT_ID: "trygg" },
      "OIDC_ISSUER: expected an address together with OIDC_CLIENT_ID, got nothing",
    ],
    [
      { ...elsewhere, OIDC_ROLES: "boss=Boss" },
      'OIDC_ROLES: expected role=value, the role one of planner, police, coordinator, partner, admin, auditor, got "boss=Boss"',
    ],
    [
      { ...elsewhere, OIDC_SECOND_FACTOR: "sms" },
      'OIDC_SECOND_FACTOR: expected amr, policy or acr=<value>, got "sms"',
    ],
  ])("refuse %o in one plain line", (env, line) => {
    expect(() => readSettings(env)).toThrow(line);
  });

  it.each([{ PUBLIC_URL: "https://trygghet.example.se" }, { HOST: "0.0.0.0" }, { DEMO: "0" }])(
    "are production with %o, and then nothing is a demonstration",
    (env) => {
      expect(readSettings(env)).toMatchObject({ production: true, demo: false });
    },
  );

  it("do not fill an outside database with a demonstration unless told to", () => {
    const env = { DATABASE_URL: "postgres://127.0.0.1/x", SECRET: secret };
    expect(readSettings(env).demo).toBe(false);
    expect(readSettings({ ...env, DEMO: "1" }).demo).toBe(true);
  });

  it("say who signs staff in elsewhere, and what its claims mean", () => {
    expect(readSettings({}).issuer).toBeNull();
    expect(readSettings({ ...elsewhere, OIDC_APPROVERS: "Trygg.Godkänner" }).issuer).toMatchObject({
      name: "login.example.se",
      roleClaim: "roles",
      roles: [
        { role: "coordinator", value: "Trygg.Samordnare" },
        { role: "planner", value: "Trygg.Planerare" },
      ],
      approvers: ["Trygg.Godkänner"],
      secondFactor: { by: "amr" },
      callback: new URL("https://trygghet.example.se/logga-in/svar"),
    });
    expect(readSettings({ ...elsewhere, OIDC_SECOND_FACTOR: "acr=mfa" }).issuer?.secondFactor).toEqual({
      by: "acr",
      value: "mfa",
    });
  });
});
