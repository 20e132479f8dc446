// `pnpm start`: builds if needed, then serves.
import { build } from "./build.mjs";

await build();
await import("./dist/main.js");
