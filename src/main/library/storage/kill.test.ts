import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { killRounds } from './test-kill.ts';

test('kill -9 while importing and annotating loses nothing that was acknowledged', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'attache-kill-'));
  try {
    const { acknowledged, lost, damaged } = await killRounds(dir, 8);
    expect(acknowledged).toBeGreaterThan(8);
    expect(lost).toEqual([]);
    expect(damaged).toEqual([]);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
});
