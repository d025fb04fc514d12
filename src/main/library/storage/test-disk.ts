import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Whether tests may mount file systems of their own; says loudly where they may not. */
export const canMount = process.platform === 'linux' && process.getuid?.() === 0;
const leftOut = (why: string) => void process.stderr.write(`LEFT OUT: ${why}\n`);
if (!canMount) leftOut('full and read-only disk tests need root on Linux (tmpfs mounts).');

/** Mounts a disk again with other options: `ro`, `size=8m`. */
export const remount = (disk: string, mountOptions: string): void =>
  void execFileSync('mount', ['-o', `remount,${mountOptions}`, disk]);

/** Runs `work` with a folder on a file system of its own; says loudly where that cannot be had. */
export async function onDisk(
  mountOptions: string,
  work: (dir: string) => void | Promise<void>,
): Promise<boolean> {
  const dir = mkdtempSync(join(tmpdir(), 'attache-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', mountOptions, 'tmpfs', dir], { stdio: 'pipe' });
  } catch {
    leftOut('this machine does not allow tmpfs mounts.');
    rmSync(dir, { recursive: true, force: true });
    return false;
  }
  try {
    await work(dir);
  } finally {
    execFileSync('umount', ['-l', dir]);
    rmSync(dir, { recursive: true, force: true });
  }
  return true;
}
