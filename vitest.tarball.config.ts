import { defineConfig } from "vitest/config";
import shared from "./vitest.config.js";

export default defineConfig({
  ...shared,
  test: { ...shared.test, include: ["tests/tarball/**/*.test.ts"], exclude: [] },
});
