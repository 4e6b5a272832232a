import { readFileSync } from "node:fs";
import { defineConfig } from "vitest/config";

const { version } = JSON.parse(readFileSync("package.json", "utf8"));

/** Vite has a way of its own to say that a file is imported as text. */
const asText = {
  name: "as-text",
  enforce: "pre" as const,
  transform: (code: string) => code.replaceAll(/" with \{ type: "text" \}/g, '?raw"'),
};

export default defineConfig({
  plugins: [asText],
  define: { PACKAGE_VERSION: JSON.stringify(version), BUILD_ID: '"none"' },
  test: {
    css: true, // else style sheets are empty
    include: ["tests/**/*.test.ts"],
    // these need Chromium and tmux, which npm cannot bring: `npm run test:browser` and `npm run test:terminal`;
    // `npm run test:tarball` packs and installs
    exclude: ["tests/browser/**", "tests/terminal/**", "tests/tarball/**"],
    maxWorkers: "100%", // by default a core is left over, which of two is half
    // for what hangs: nothing is measured by a test
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
