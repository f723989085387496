import { defineConfig } from "vitest/config";

/** Unit and acceptance tests; browser tests start their own Chromium (test/support/browser.ts). */
export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    exclude: ["test/fixtures/**"],
    testTimeout: 20_000,
    hookTimeout: 60_000,
    env: { TZ: "UTC" },
  },
});
