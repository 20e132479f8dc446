/** For both builds: whoever asks for zod gets it as a page's policy lets it be. */
import { fileURLToPath } from "node:url";

export const aliasZod = {
  find: /^zod$/,
  replacement: fileURLToPath(new URL("src/zod.ts", import.meta.url)),
};
