/** Lays a brotli and a gzip form beside every file of a build, for the server to answer with. */
import { constants } from "node:zlib";
import { compression, defineAlgorithm } from "vite-plugin-compression2";

export const compressAssets = compression({
  include: /^assets\/.*\.(js|css|svg)$/,
  // The highest quality takes ten times as long and saves a few per cent.
  algorithms: [
    defineAlgorithm("brotliCompress", { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
    defineAlgorithm("gzip", { level: 9 }),
  ],
  logLevel: "silent",
});
