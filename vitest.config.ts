import { defineConfig } from "vitest/config";

/** Unit and acceptance tests; browser tests start their own Chromium (test/support/browser.ts). */
export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    exclude: ["test/fixtures/**"],
    testTimeout: 60_000,
    hookTimeout: 180_000,
    env: { TZ: "UTC" },
  },
});
