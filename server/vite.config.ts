import { defineConfig } from "vite";

/** Bundles the server's own code; packages from the registry stay where they are installed. */
export default defineConfig({
  build: {
    ssr: true,
    target: "node20",
    outDir: "dist",
    emptyOutDir: true,
    rollupOptions: {
      input: { main: "src/main.ts", trygg: "src/trygg.ts" },
      output: { entryFileNames: "[name].js" },
    },
  },
  ssr: { noExternal: [/^@trygg\//] },
});
