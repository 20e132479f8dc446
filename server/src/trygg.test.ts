import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { root } from "./root.ts";
import { PASSWORD } from "./testing/accounts.ts";
import { writeImportFile } from "./testing/files.ts";
import { type ServerProcess, makeDataFolder, removeDataFolder, startServer } from "./testing/process.ts";
import { spotIn } from "./testing/samples.ts";

const demonstration = makeDataFolder();
const real = makeDataFolder();
let server: ServerProcess;

beforeAll(async () => {
  server = await startServer({ DATA_DIR: demonstration, LIMITS: "off" });
});
afterAll(async () => {
  await server.kill("SIGTERM");
  await removeDataFolder(demonstration);
  await removeDataFolder(real);
});

/** Runs the command line beside whatever runs on the folder. */
function trygg(dataDir: string, args: string[], env: Record<string, string> = {}) {
  const program = join(root, "server", "src", "trygg.ts");
  const child = spawn(process.execPath, ["--import", "tsx", program, ...args], {
    cwd: root,
    env: { PATH: process.env["PATH"], DATA_DIR: dataDir, ...env },
  });
  let [printed, errors] = ["", ""];
  child.stdout.on("data", (chunk: Buffer) => (printed += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (errors += chunk.toString()));
  return new Promise<{ status: number | null; printed: string; errors: string }>((resolve) => {
    child.once("close", (status) => resolve({ status, printed: printed.trim(), errors: errors.trim() }));
  });
}

const latest = async () =>
  (await (await fetch(`${server.url}/releases/latest.json`)).json()) as Record<string, { id: string }>;

describe("the command line", () => {
  it("publishes a release beside a running demonstration, which serves it at once", async () => {
    const before = (await latest())["presence"]?.id;
    const { status, printed } = await trygg(demonstration, ["release", "presence"]);
    expect([status, printed]).toEqual([
      0,
      expect.stringMatching(/^published presence-\d{4}-\d{2}-\d{2}-[0-9a-f]{8}$/),
    ]);
    const published = printed.replace("published ", "");
    expect(published).not.toBe(before);
    await expect.poll(async () => (await latest())["presence"]?.id, { timeout: 5000 }).toBe(published);
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
  });

  it("only proposes a release where reports are real, and starts the store by itself", async () => {
    const { status, printed } = await trygg(real, ["release"], { DEMO: "0" });
    expect(status).toBe(0);
    expect(printed.split("\n")).toEqual([
      "proposed a release of reports: a coordinator with the right to approve publishes it",
      "proposed a release of presence: a coordinator with the right to approve publishes it",
    ]);
  });

  it("adds an account whose password is chosen by the link that it prints, and resets it by another", async () => {
    const { status, printed } = await trygg(demonstration, [
      "user",
      "add",
      "Anna@example.se",
      "planner",
      "--name",
      "Anna",
    ]);
    expect(status).toBe(0);
    const tokenIn = (text: string) => /24 hours: http:\S+\/logga-in#lank=([\w-]{43})$/.exec(text)?.[1];
    expect(printed).toMatch(/^Anna@example\.se \(planner\) chooses a password, once/);
    const choose = async (token: string | undefined) => {
      const chosen = await fetch(`${server.url}/trpc/accounts.openLink`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ token, password: PASSWORD }),
      });
      return chosen.json();
    };
    const told = { role: "planner", name: "Anna", mayApprove: false };
    expect(await choose(tokenIn(printed))).toMatchObject({ result: { data: told } });
    const reset = await trygg(demonstration, ["user", "reset", "anna@example.se"]);
    expect(await choose(tokenIn(reset.printed))).toMatchObject({ result: { data: told } });
  });

  it("verifies the log of staff, also against a checksum that was written down", async () => {
    const checksum = /^\d+ entries, all whole; newest checksum (\d+-[0-9a-f]{64})$/;
    const whole = await trygg(demonstration, ["audit", "verify"]);
    expect([whole.status, whole.printed]).toEqual([0, expect.stringMatching(checksum)]);
    const written = checksum.exec(whole.printed)?.[1] ?? "";
    expect((await trygg(demonstration, ["audit", "verify", written])).status).toBe(0);
    const never = await trygg(demonstration, ["audit", "verify", `1-${"0".repeat(64)}`]);
    expect([never.status, never.printed]).toEqual([
      1,
      expect.stringContaining("entry 1 with the checksum that was given is not in the log"),
    ]);
  });

  it("checks the drawn map without a database", async () => {
    const nowhere = join(demonstration, "no", "such", "folder");
    const { status, printed } = await trygg(nowhere, ["place", "check"]);
    expect([status, printed.split("\n").at(-1)]).toEqual([
      0,
      expect.stringMatching(/^\d+ points, 0 too far$/),
    ]);
    expect(existsSync(nowhere)).toBe(false);
  });

  it("brings in lamps beside a running demonstration, whose map shows them at once", async () => {
    const { lng, lat } = spotIn("hamnparken");
    const { path } = writeImportFile(
      "lampor.csv",
      `Nr;Long;Lat;Höjd;Ägare\nK-17;${lng};${lat};4,5;Kommunen\n`,
    );
    const tried = await trygg(demonstration, ["import", "lamps", path, "--dry-run"]);
    expect([tried.status, tried.printed]).toEqual([
      0,
      expect.stringMatching(/A trial: nothing is stored\.$/),
    ]);
    const { status, printed, errors } = await trygg(demonstration, ["import", "lamps", path]);
    expect([status, errors]).toEqual([0, ""]);
    expect(printed.split("\n").slice(0, 3)).toEqual([
      "lamps from lampor.csv",
      "  read  new  changed  unchanged  rejected",
      "  1     1    0        0          0",
    ]);
    expect(printed).toMatch(/Stored: 1\.$/);
    const layer = await (await fetch(`${server.url}/trpc/layers.lighting`)).text();
    expect(layer).toContain('"K-17"');
    const again = await trygg(demonstration, ["import", "lamps", path]);
    expect(again.printed).toMatch(/Nothing is stored: the store has all of it already\.$/);
  });

  it("stores nothing and ends in 1 when rows are rejected, and says which and why", async () => {
    const { lng, lat } = spotIn("hamnparken");
    const rows = [`A;${lng};${lat};612`, `B;${lng};${lat};hög`, `C;${lng};${lat};5`];
    const { path } = writeImportFile("lampor.csv", ["Nr;Long;Lat;H", ...rows].join("\n"));
    const args = ["import", "lamps", path, "--map", "height=H", "--default", "owner=kommunen"];
    const { status, printed } = await trygg(demonstration, args);
    expect(status).toBe(1);
    expect(printed).toContain(
      [
        "  row  what  why it is rejected",
        "  1    A     height: expected 0.5–60, got 612",
        '  2    B     height: expected a number, got "hög"',
      ].join("\n"),
    );
    const kept = await trygg(demonstration, [...args, "--keep-good"]);
    expect([kept.status, kept.printed]).toEqual([0, expect.stringMatching(/Stored: 1\.$/)]);
  });

  it.each([
    [[], "expected a verb:"],
    [["import"], 'import: expected <lamps|areas|population|osm> <file>, got ""'],
    [["import", "trees", "x.csv"], 'import: expected <lamps|areas|population|osm> <file>, got "trees x.csv"'],
    [["import", "lamps", "none.csv"], 'import: expected a file, got "none.csv"'],
    [["import", "lamps", "package.json"], "expected GeoJSON with a list of features"],
    [["import", "lamps", "README.md"], 'got "README.md"'],
    [["import", "lamps", "package.json", "--map", "id"], 'the mapping: expected field=Column, got "id"'],
    [["fly"], 'expected a verb, got "fly":'],
    [["place"], 'place: expected check, got ""'],
    [["release", "everything"], 'release: expected reports or presence, got "everything"'],
    [["user", "add", "no-mail", "planner"], "user: expected add <e-mail>"],
    [["user", "add", "x@example.se", "king"], "user: expected add <e-mail>"],
    [["user", "remove", "x@example.se"], "user: expected add <e-mail>"],
    [["user", "reset", "x@example.se"], 'user: expected the e-mail of an account, got "x@example.se"'],
    [["user", "add", "x@example.se", "planner", "--fly"], "Unknown option '--fly'"],
  ])("says in plain words what is wrong with %j", async (args, words) => {
    const { status, printed, errors } = await trygg(demonstration, args);
    expect([status, printed]).toEqual([1, ""]);
    expect(errors).toContain(words);
    expect(errors).not.toMatch(/\bat .*:\d+:\d+/);
  });
});
