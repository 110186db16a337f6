// How the tests run: where they are, for how long, and how many at once. Knows nothing of what they test.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/fixtures/**', 'node_modules/**'],
    setupFiles: ['test/setup.ts'],
    // Forks, since tests start processes, send signals and change directory, which threads cannot do safely.
    pool: 'forks',
    maxWorkers: 2,
    // Many times what any test takes: a machine with busy neighbours may stand still for long.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    teardownTimeout: 60_000,
    coverage: {
      provider: 'v8',
      include: ['cli/**/*.ts', 'engine/**/*.ts'],
      reporter: ['text-summary', 'html', 'json-summary'],
    },
  },
});
