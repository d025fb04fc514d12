import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { killImport } from './test-kill-import.ts';

test('imports of 1,000 files killed again and again end with each article once', async () => {
  for (let campaign = 0; campaign < 10; campaign += 1) {
    const dir = mkdtempSync(join(tmpdir(), 'attache-kill-import-'));
    try {
      const decide = campaign % 2 === 1;
      const found = await killImport(dir, { count: 1000, kills: 30, decide });
      console.log(`campaign ${campaign}: ${found.kills} kills, ${found.told} files told of`);
      expect(new Set(found.sources).size).toBe(1000);
      expect(found).toMatchObject({ pending: 0, problems: [], originals: 1000, afterUndo: 0 });
      expect(found.outlets).toEqual([decide ? 'Corrected Courier' : null]);
    } finally {
      rmSync(dir, { recursive: true, force: true });
    }
  }
});
