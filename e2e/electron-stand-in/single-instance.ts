import {
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  unwatchFile,
  watchFile,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

const alive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

/**
 * The lock of one user-data folder, taken synchronously as Electron's is. A later process
 * leaves its arguments, and what it hands over, in a file, which the holder notices and hands to `onSecond`.
 */
export function takeInstanceLock(
  folder: string,
  handed: unknown,
  onSecond: (argv: string[], workingDirectory: string, handed: unknown) => void,
): boolean {
  mkdirSync(folder, { recursive: true });
  const lock = join(folder, 'instance.lock');
  const knock = join(folder, 'instance.knock');
  const take = () => writeFileSync(lock, String(process.pid), { flag: 'wx' });
  try {
    take();
  } catch {
    const holder = Number(readFileSync(lock, 'utf8'));
    if (alive(holder)) {
      // Whole at once: the holder may look while it is written.
      writeFileSync(
        `${knock}.new`,
        JSON.stringify({ argv: process.argv, cwd: process.cwd(), handed }),
      );
      renameSync(`${knock}.new`, knock);
      return false;
    }
    rmSync(lock);
    take();
  }
  watchFile(knock, { interval: 100, persistent: false }, (now) => {
    if (now.mtimeMs === 0) return;
    const { argv, cwd, handed } = JSON.parse(readFileSync(knock, 'utf8')) as {
      argv: string[];
      cwd: string;
      handed: unknown;
    };
    onSecond(argv, cwd, handed);
  });
  process.once('exit', () => {
    unwatchFile(knock);
    rmSync(lock, { force: true });
    rmSync(knock, { force: true });
  });
  return true;
}
