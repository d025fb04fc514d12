import { defineConfig } from 'vitest/config';

const exclude = ['**/*.torture.test.ts'];
/** Rooms whose tests leave no global behind: their files share a process, and what it has loaded. */
const sharing = ['src/shared/**/*.test.ts', 'src/main/library/**/*.test.ts'];

export default defineConfig({
  test: {
    environment: 'node',
    setupFiles: ['./vitest.setup.ts'],
    testTimeout: 120_000,
    server: { deps: { external: ['node:sqlite'] } },
    projects: [
      { extends: true, test: { name: 'sharing', include: sharing, exclude, isolate: false } },
      {
        extends: true,
        test: {
          name: 'apart',
          include: ['src/**/*.test.ts', 'src/**/*.test.tsx', 'scripts/**/*.test.ts'],
          exclude: [...exclude, ...sharing],
        },
      },
    ],
  },
});
