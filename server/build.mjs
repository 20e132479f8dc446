// Builds what is served: the client with the server-drawn report form, and the server itself. Each part is skipped when
// none of its sources has changed since it was last built.
import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build as viteBuild } from "vite";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const quiet = { logLevel: "warn" };

const parts = {
  client: {
    sources: [
      "client/src",
      "client/public",
      "client/build-service-worker.ts",
      "client/check-weight.ts",
      "client/compress-assets.ts",
      "client/entry-files.ts",
      "client/index.html",
      "client/rapportera.html",
      "client/tillganglighet.html",
      "client/vite.config.ts",
      "client/vite.light.config.ts",
      "shared/src",
    ],
    async build(folder) {
      await viteBuild({ root: folder, ...quiet });
      const light = { root: folder, configFile: join(folder, "vite.light.config.ts"), ...quiet };
      await viteBuild(light);
      const drawn = { ssr: "src/app/render.tsx", outDir: "dist/render", emptyOutDir: true };
      await viteBuild({ ...light, build: drawn });
    },
  },
  server: {
    sources: ["server/src", "server/vite.config.ts", "shared/src"],
    build: (folder) => viteBuild({ root: folder, ...quiet }),
  },
};

/** Builds the named parts. A running server's client is left alone by commands that need only the server. */
export async function build(names = Object.keys(parts)) {
  for (const name of names) {
    const { sources, build: buildPart } = parts[name];
    const folder = join(root, name);
    const stamp = join(folder, "dist", "built");
    const fingerprint = fingerprintOf([...sources, "pnpm-lock.yaml"]);
    if (existsSync(stamp) && readFileSync(stamp, "utf8") === fingerprint) continue;
    await buildPart(folder);
    writeFileSync(stamp, fingerprint);
  }
}

/** A hash over the content of every source file, in a fixed order. */
function fingerprintOf(paths) {
  const hash = createHash("sha256");
  const add = (path) => {
    if (statSync(path).isDirectory()) {
      for (const name of readdirSync(path).sort()) add(join(path, name));
      return;
    }
    if (/\.test\.tsx?$/.test(path)) return;
    hash.update(path.slice(root.length)).update(readFileSync(path));
  };
  for (const path of paths) add(join(root, path));
  return hash.digest("hex");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await build();
