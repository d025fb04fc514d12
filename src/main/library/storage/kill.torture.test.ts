import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { killRounds } from './test-kill.ts';

test('500 kills: 0 lost, 0 damaged', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'attache-kill-'));
  try {
    const { acknowledged, lost, damaged } = await killRounds(dir, 500);
    console.log(`500 kills, ${acknowledged} acknowledged writes`);
    expect(lost).toEqual([]);
    expect(damaged).toEqual([]);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
});
