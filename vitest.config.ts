import { readFileSync } from "node:fs";
import { defineConfig } from "vitest/config";

const { version } = JSON.parse(readFileSync("package.json", "utf8"));

/** Vite has a way of its own to say that a file is imported as text. */
const asText = {
  name: "as-text",
  enforce: "pre" as const,
  transform: (code: string) => code.replaceAll(/" with \{ type: "text" \}/g, '?raw"'),
};

/** Folders whose tests need what npm cannot bring, or install a package: each a project that runs by itself. */
const APART = ["browser", "dmn", "executables", "tarball", "terminal", "z3"];

const apart = APART.map((name, index) => ({
  extends: true as const,
  test: { name, include: [`tests/${name}/**/*.test.ts`], sequence: { groupOrder: index + 1 } },
}));

export default defineConfig({
  plugins: [asText],
  define: { PACKAGE_VERSION: JSON.stringify(version), BUILD_ID: '"none"' },
  test: {
    css: true, // else style sheets are empty
    projects: [
      {
        extends: true,
        test: { name: "main", include: ["tests/**/*.test.ts"], exclude: APART.map((name) => `tests/${name}/**`) },
      },
      ...apart,
    ],
    maxWorkers: "100%", // by default a core is left over, which of two is half
    // for what hangs: nothing is measured by a test
    testTimeout: 180_000,
    hookTimeout: 60_000,
  },
});
