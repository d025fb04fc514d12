import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.torture.test.ts'],
    environment: 'node',
    testTimeout: 1_800_000,
    server: { deps: { external: ['node:sqlite'] } },
  },
});
