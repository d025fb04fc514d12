import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { killImport } from './test-kill-import.ts';

test('an import killed with kill -9 is gone on with as it was decided: nothing twice, nothing lost', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'attache-kill-import-'));
  try {
    const found = await killImport(dir, { count: 1000, kills: 2, decide: true });
    const folder = join(dir, 'articles');
    expect(found.sources).toEqual(readdirSync(folder).map((name) => join(folder, name)));
    expect(found).toMatchObject({
      kills: 2,
      outlets: ['Corrected Courier'],
      pending: 0,
      problems: [],
      originals: 1000,
      afterUndo: 0,
    });
    expect(found.told).toBeGreaterThan(0);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
});
