// `pnpm test`: every check and test, in order; `--fast` (`pnpm verify`) leaves out what needs PostgreSQL or a browser.
// Each check counts as one test. Ends in the names of what failed and the line `N passed, N failed`.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { findChromium } from "./chromium.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const results = mkdtempSync(join(tmpdir(), "trygg-results-"));
const fast = process.argv.includes("--fast");

const bin = (name, folder = root) => join(folder, "node_modules", ".bin", name);
const client = join(root, "client");

/** In order: what is quick and fundamental first. */
const steps = [
  check("format", bin("oxfmt"), "--check"),
  check("lint", bin("oxlint"), "--type-aware", "--quiet"),
  ...["shared", "server", "data", "client", "client/src/service-worker"].map((part) =>
    check(`types of ${part}`, bin("tsc"), "-p", part),
  ),
  ...(existsSync(join(client, "tsconfig.e2e.json"))
    ? [check("types of the journeys", bin("tsc"), "-p", "client/tsconfig.e2e.json")]
    : []),
  check("direction of imports", process.execPath, ".ci/imports.mjs"),
  check("unused files, exports and packages", bin("knip"), "--no-config-hints"),
  check("paths named in documents", process.execPath, ".ci/paths.mjs"),
  { name: "unit tests", run: () => vitest("unit") },
  // Tests of whole pages read what is built.
  ...(fast ? [] : [check("build", process.execPath, "server/build.mjs")]),
  ...(fast ? [] : [{ name: "tests on PostgreSQL", run: () => vitest("integration") }]),
  ...(fast || !existsSync(join(client, "e2e")) ? [] : [{ name: "browser journeys", run: journeys }]),
];

/** One program that says nothing when all is well; what it says otherwise is shown. */
function check(name, command, ...args) {
  return {
    name,
    run() {
      const { status, stdout, stderr } = spawnSync(command, args, { cwd: root, encoding: "utf8" });
      if (status === 0) return { passed: 1 };
      process.stdout.write(`${stdout}${stderr}`);
      return { failed: 1, names: [name] };
    },
  };
}

function vitest(project) {
  const file = join(results, `${project}.json`);
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  const { status, stdout, stderr } = spawnSync(bin("vitest"), ["run", "--project", project, ...reporters], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status !== 0) process.stdout.write(`${stdout}${stderr}`);
  const report = read(file);
  if (!report) return { failed: 1 };
  // A file that could not even be read holds no test that could fail.
  const unreadable = report.testResults.filter(
    (each) => each.status === "failed" && each.assertionResults.length === 0,
  );
  const failed = report.numFailedTests + unreadable.length;
  const tests = report.testResults.flatMap(({ assertionResults }) => assertionResults);
  return {
    passed: report.numPassedTests,
    names: [
      ...unreadable.map(({ name }) => name),
      ...tests.filter((each) => each.status === "failed").map(({ fullName }) => fullName),
    ],
    // Errors outside every test, such as a promise that nobody waited for.
    failed: failed === 0 && status !== 0 ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

function journeys() {
  const file = join(results, "journeys.json");
  let chromium;
  try {
    chromium = findChromium();
  } catch (error) {
    console.error(error.message);
    return { failed: 1 };
  }
  const { status } = spawnSync(bin("playwright", client), ["test", "--reporter=list,json"], {
    cwd: client,
    stdio: "inherit",
    env: { ...process.env, CHROMIUM: chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: file },
  });
  const report = read(file);
  const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = report?.stats ?? {};
  return {
    passed: expected + flaky,
    failed: unexpected === 0 && status !== 0 ? 1 : unexpected,
    skipped,
    names: journeysOf(report?.suites ?? [])
      .filter(({ ok }) => !ok)
      .map(({ title }) => title),
    again: journeysOf(report?.suites ?? [])
      .filter(({ tests }) => tests[0]?.status === "flaky")
      .map(({ title }) => title),
  };
}

/** Those of nested suites too. */
function journeysOf(suites) {
  return suites.flatMap(({ specs = [], suites: inner = [] }) => [...specs, ...journeysOf(inner)]);
}

function read(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
}

const sum = { passed: 0, failed: 0, skipped: 0 };
const remarks = [];
for (const { name, run } of steps) {
  const started = Date.now();
  const { passed = 0, failed = 0, skipped = 0, names = [], again = [] } = run();
  remarks.push(...names.map((each) => `✗ ${each}`), ...again.map((each) => `✓ at the second try: ${each}`));
  sum.passed += passed;
  sum.failed += failed;
  sum.skipped += skipped;
  const counted = passed + failed + skipped > 1 ? `: ${passed} of ${passed + failed}` : "";
  console.log(
    `${failed > 0 ? "✗" : "✓"} ${name}${counted} (${((Date.now() - started) / 1000).toFixed(1)} s)`,
  );
}
for (const remark of remarks) console.log(remark);
rmSync(results, { recursive: true, force: true });
const skipped = sum.skipped > 0 ? `, ${sum.skipped} skipped` : "";
console.log(`${sum.passed} passed, ${sum.failed} failed${skipped}`);
process.exit(sum.failed > 0 ? 1 : 0);
