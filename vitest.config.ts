import { readFileSync } from "node:fs";
import { defineConfig } from "vitest/config";

const { version } = JSON.parse(readFileSync("package.json", "utf8"));

export default defineConfig({
  define: { PACKAGE_VERSION: JSON.stringify(version) },
  // these need Chromium and tmux, which npm cannot bring: `npm run test:browser` and `npm run test:terminal`
  test: { include: ["tests/**/*.test.ts"], exclude: ["tests/browser/**", "tests/terminal/**"] },
});
