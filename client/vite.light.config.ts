/**
 * Builds the light pages, the report form and the accessibility statement, for the browser and for the server that draws them. Both are built with Preact
 * in the place of React: they must be quick on a poor line, and React alone weighs more than all else on them.
 */
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { aliasZod } from "./alias-zod.ts";
import { buildServiceWorker } from "./build-service-worker.ts";
import { checkWeight } from "./check-weight.ts";
import { compressAssets } from "./compress-assets.ts";

const light = [
  ["react", "preact/compat"],
  ["react/jsx-runtime", "preact/compat/jsx-runtime"],
  ["react-dom", "preact/compat"],
  ["react-dom/client", "preact/compat/client"],
  ["react-dom/server", "preact/compat/server"],
] as const;

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [react(), checkWeight, buildServiceWorker, isSsrBuild ? null : compressAssets],
  resolve: {
    alias: [
      aliasZod,
      ...light.map(([name, replacement]) => ({ find: new RegExp(`^${name}$`), replacement })),
    ],
  },
  // Packages that were left outside would bring React itself back in.
  ssr: { noExternal: true },
  build: {
    target: "es2022",
    // The map is one file of this size on the server, where it is never loaded.
    chunkSizeWarningLimit: 2500,
    // Beside the app, which has been built there before.
    emptyOutDir: false,
    copyPublicDir: false,
    rollupOptions: {
      input: { report: "rapportera.html", accessibility: "tillganglighet.html" },
      // The server draws in every language and so has all words at once.
      checks: { ineffectiveDynamicImport: false },
    },
  },
}));
