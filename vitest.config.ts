import { accessSync, constants, statfsSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

const exclude = ['**/*.torture.test.ts'];
/** Rooms whose tests leave no global behind: their files share a process, and what it has loaded. */
const sharing = ['src/shared/**/*.test.ts', 'src/main/library/**/*.test.ts'];

/** Linux keeps files there in memory. */
const memory = '/dev/shm';
const enough = 2 * 1024 ** 3;

/**
 * Thousands of small libraries are made and synced to disk, most of the time of a run is waiting
 * for it: where memory serves as a disk they are made there, unless `TMPDIR` says otherwise.
 */
function scratch(): Record<string, string> {
  if (process.env['TMPDIR'] !== undefined) return {};
  try {
    accessSync(memory, constants.W_OK);
    const { bavail, bsize } = statfsSync(memory);
    return bavail * bsize >= enough ? { TMPDIR: memory } : {};
  } catch {
    return {};
  }
}

export default defineConfig({
  test: {
    env: scratch(),
    environment: 'node',
    setupFiles: ['./vitest.setup.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
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
