/**
 * What the browser takes for `zod`, by an alias of both builds: the same without code that it writes itself, which a page's policy
 * refuses. It has to be said before the first schema is made, and only whoever is imported by all of them comes before all of them.
 */
import { config } from "zod/v4";

config({ jitless: true });
export * from "zod/v4";
