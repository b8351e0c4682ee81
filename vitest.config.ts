import { defineConfig } from 'vitest/config';

/** Unit and HTTP tests; the browser tests have their own configuration in e2e/. */
export default defineConfig({
  test: {
    include: ['*.test.ts', '{core,server,web,catalog,bench}/**/*.test.{ts,tsx}'],
    globalSetup: ['server/db/test-server.ts'],
    // A test file may have to start PostgreSQL of its own on a busy machine.
    hookTimeout: 60_000,
    testTimeout: 20_000,
  },
});
