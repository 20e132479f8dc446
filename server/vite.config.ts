import { defineConfig } from "vite";

/** Bundles the server's own code; packages from the registry stay where they are installed. */
export default defineConfig({
  build: {
    ssr: true,
    target: "node20",
    outDir: "dist",
    emptyOutDir: true,
    rollupOptions: {
      input: { main: "src/main.ts", trygg: "src/trygg.ts", worker: "src/jobs/worker.ts" },
      // All in one folder: the pool finds the worker beside itself.
      output: { entryFileNames: "[name].js", chunkFileNames: "[name]-[hash].js" },
    },
  },
  ssr: { noExternal: [/^@trygg\//] },
});
