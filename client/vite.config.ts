import react from "@vitejs/plugin-react";
import { type Plugin, defineConfig } from "vite";
import { aliasZod } from "./alias-zod.ts";
import { compressAssets } from "./compress-assets.ts";

const server = "http://127.0.0.1:3000";

/** In development the page comes from here and not from the server, so the server's data block is fetched into it. */
const bootFromServer: Plugin = {
  name: "boot-from-server",
  apply: "serve",
  async transformIndexHtml(html) {
    const page = await (await fetch(`${server}/`)).text();
    const block = /<script type="application\/json" id="boot">.*?<\/script>/s.exec(page)?.[0] ?? "";
    return html.replace("<!--boot-->", () => block);
  },
};

/** The app with its map; the two light pages, the report form and the accessibility statement, are built by themselves. */
export default defineConfig({
  plugins: [react(), bootFromServer, compressAssets],
  resolve: { alias: [aliasZod] },
  build: {
    target: "es2022",
    // MapLibre is one file of this size, loaded only where a map is shown.
    chunkSizeWarningLimit: 1200,
    rollupOptions: { input: { app: "index.html" } },
  },
  // Pre-bundling would break the worker's address.
  optimizeDeps: { exclude: ["maplibre-gl"] },
  server: {
    port: 5173,
    strictPort: true,
    proxy: Object.fromEntries(
      [
        "/trpc",
        "/releases",
        "/basemap",
        "/healthz",
        "/imports",
        "/reports",
        "/rapportera",
        "/kvitto",
        "/tillganglighet",
        "/assets",
      ].map((path) => [path, server]),
    ),
  },
});
