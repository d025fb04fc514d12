import { fork } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openStorage } from './open.ts';

/**
 * Lets a child write into `dir` and kills it with SIGKILL, `rounds` times, at moments spread over
 * its writes. After each kill the library is opened, every acknowledged write looked for, and the
 * file checked. Each round goes on with the library the last one left.
 */
export async function killRounds(dir: string, rounds: number) {
  const lost: string[] = [];
  const damaged: string[] = [];
  let acknowledged = 0;
  for (let round = 0; round < rounds; round += 1) {
    const told: string[] = [];
    const child = fork(join(import.meta.dirname, 'test-writer.ts'), [dir, 'write'], {
      stdio: 'pipe',
    });
    child.on('message', (message) => void (typeof message === 'string' && told.push(message)));
    const ended = new Promise((resolve) => child.once('exit', resolve));
    await new Promise((resolve) => child.once('message', resolve));
    await pause((round * 7) % 60);
    child.kill('SIGKILL');
    await ended;
    acknowledged += told.length;
    const storage = openStorage(dir, { now: () => new Date(), emit: () => undefined });
    const has = storage.db.prepare(
      'SELECT 1 FROM articles AS a JOIN annotations AS n ON n.article = a.seq WHERE a.id = ? AND n.id = ?',
    );
    lost.push(...told.filter((id) => has.get(`a${id}`, `n${id}`) === undefined));
    const verdict = storage.db
      .prepare<{ integrity_check: string }>('PRAGMA integrity_check')
      .get()?.integrity_check;
    if (verdict !== 'ok') damaged.push(verdict ?? 'no answer');
    storage.close();
  }
  return { acknowledged, lost, damaged };
}
