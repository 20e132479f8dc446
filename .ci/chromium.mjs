// Finds the browser for the journeys, or installs it where that is allowed.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

const places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** Path of a Chromium. Throws with what to install where there is none. */
export function findChromium() {
  const found = [process.env["CHROMIUM"], ...places].find((path) => path && existsSync(path));
  if (found) return found;
  if (install() && existsSync("/usr/bin/chromium")) return "/usr/bin/chromium";
  throw new Error(
    "the browser journeys need Chromium: install it (on Debian `apt-get install chromium`), or name it with CHROMIUM=/path/to/chromium",
  );
}

function install() {
  if (process.getuid?.() !== 0 || spawnSync("apt-get", ["--version"]).status !== 0) return false;
  console.log("installing Chromium for the browser journeys");
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const apt = (...args) =>
    spawnSync("apt-get", args, { env, stdio: ["ignore", "ignore", "inherit"] }).status === 0;
  return apt("update") && apt("install", "-y", "--no-install-recommends", "chromium");
}
