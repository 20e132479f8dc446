/**
 * What Lighthouse gives every public page for accessibility, of 100. It is fetched for this proof alone: it brings two
 * hundred packages that nothing else needs.
 */
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { areaPage, pages } from "@trygg/shared/pages.ts";
import type { Result } from "./figures.ts";
import { openStage } from "./stage.ts";

const LIGHTHOUSE = "lighthouse@12.8.2";
const CHROMIUM_FLAGS = [
  "--headless=new",
  "--no-sandbox",
  "--use-angle=swiftshader",
  "--enable-unsafe-swiftshader",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-quic",
  "--no-first-run",
];

const run = promisify(execFile);

export async function* proveLighthouse(): AsyncGenerator<Result> {
  const stage = await openStage({ demonstration: true });
  try {
    const app = await stage.openApp();
    const address = await app.listen({ host: "127.0.0.1", port: 0 });
    const [area = ""] = stage.services.town.areas.keys();
    for (const path of [...pages.filter((page) => page !== "/arbete"), areaPage(area)]) {
      const score = await scoreOf(`${address}${path}`);
      yield { name: `lighthouse ${path}`, n: 1, accessibility: score, holds: score === 100 };
    }
  } finally {
    await stage.close();
  }
}

async function scoreOf(url: string): Promise<number> {
  const options = ["--only-categories=accessibility", "--output=json", "--quiet"];
  const { stdout } = await run(
    "npx",
    ["-y", LIGHTHOUSE, url, ...options, `--chrome-flags=${CHROMIUM_FLAGS.join(" ")}`],
    { maxBuffer: 2 ** 28, env: { ...process.env, CHROME_PATH: process.env["CHROMIUM"] } },
  );
  const { categories } = JSON.parse(stdout) as { categories: { accessibility: { score: number } } };
  return Math.round(categories.accessibility.score * 100);
}
