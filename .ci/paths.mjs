// Checks that every path that a document names exists: in backticks, or as the target of a link.
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

const documents = [
  "README.md",
  "ARCHITECTURE.md",
  "SECURITY.md",
  "IMPACT-ASSESSMENT.md",
  "CHANGELOG.md",
  "client/README.md",
  "server/README.md",
  "shared/README.md",
  "data/README.md",
  "data/karlshamn/README.md",
  "data/exempelstad/README.md",
];

/** Paths named in a document, as they stand there. */
export function pathsNamedIn(text) {
  const inBackticks = [...text.matchAll(/`((?:client|server|shared|data|\.ci)\/[\w./-]*)`/g)].map(
    ([, path]) => path,
  );
  const linked = [...text.matchAll(/\]\((?![a-z]+:|#|\/)([^)#\s]+)[^)]*\)/g)].map(([, path]) => path);
  return [...new Set([...inBackticks, ...linked])];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const missing = documents
    .filter((document) => existsSync(join(root, document)))
    .flatMap((document) =>
      pathsNamedIn(readFileSync(join(root, document), "utf8"))
        // A link starts at its document, a path in backticks at the root.
        .filter((path) => !existsSync(join(root, dirname(document), path)) && !existsSync(join(root, path)))
        .map((path) => `${document} names ${path}, which does not exist`),
    );
  for (const line of missing) console.error(line);
  process.exit(missing.length > 0 ? 1 : 0);
}
