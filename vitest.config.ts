import { readFileSync } from "node:fs";
import { defineConfig } from "vitest/config";

const { version } = JSON.parse(readFileSync("package.json", "utf8"));

export default defineConfig({
  define: { PACKAGE_VERSION: JSON.stringify(version) },
  // tests/browser needs Chromium, which npm cannot bring: `npm run test:browser`
  test: { include: ["tests/**/*.test.ts"], exclude: ["tests/browser/**"] },
});
