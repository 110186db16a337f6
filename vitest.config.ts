// How the tests run: where they are, for how long, and how many at once. Knows nothing of what they test.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/fixtures/**', 'node_modules/**'],
    // Forks, since tests start processes, send signals and change directory, which threads cannot do safely.
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 60_000,
    // A shared machine may stall for seconds, which tests with real file events cannot tell from a fault. A second try is
    // named in the report; on a developer's machine there is none.
    retry: process.env['CI'] ? 1 : 0,
    hookTimeout: 30_000,
    teardownTimeout: 10_000,
    coverage: {
      provider: 'v8',
      include: ['cli/**/*.ts', 'engine/**/*.ts'],
      reporter: ['text-summary', 'html', 'json-summary'],
    },
  },
});
