import { defineConfig } from 'vitest/config';

/** Browser tests: one after the other, each with its own server and its own Chromium. */
export default defineConfig({
  test: {
    include: ['e2e/**/*.test.ts'],
    fileParallelism: false,
    hookTimeout: 60_000,
    testTimeout: 240_000,
  },
});
