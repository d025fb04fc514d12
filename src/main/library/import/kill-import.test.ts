import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { killImport } from './test-kill-import.ts';

test.each([
  ['as it was read', false, null],
  ['as a person decided in its preview', true, 'Corrected Courier'],
])(
  'an import killed with kill -9 is gone on with %s: nothing twice, nothing lost',
  async (_, decide, outlet) => {
    const dir = mkdtempSync(join(tmpdir(), 'attache-kill-import-'));
    try {
      const found = await killImport(dir, { count: 400, kills: 2, decide });
      const folder = join(dir, 'articles');
      expect(found.sources).toEqual(readdirSync(folder).map((name) => join(folder, name)));
      expect(found).toMatchObject({
        outlets: [outlet],
        pending: 0,
        problems: [],
        originals: 400,
        afterUndo: 0,
      });
      expect(found.kills).toBe(2);
      expect(found.told).toBeGreaterThan(0);
    } finally {
      rmSync(dir, { recursive: true, force: true });
    }
  },
);
