// `pnpm trygg <verb>`: builds the server if needed, then runs one verb of the operator's command line.
import { build } from "./build.mjs";

await build(["server"]);
await import("./dist/trygg.js");
