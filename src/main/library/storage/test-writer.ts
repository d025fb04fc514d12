import { openStorage } from './open.ts';
import { insertAnnotation, insertArticle } from './test-storage.ts';

/**
 * A child process that writes until it is killed. `hold` writes one article and waits;
 * `write` imports and annotates without end, acknowledging each by its number once it is committed.
 */
const [, , dir = '', mode = 'hold'] = process.argv;
const storage = openStorage(dir, { now: () => new Date(), emit: () => undefined });
const { db, commands } = storage;

function write(i: number): void {
  const article = commands.run('Import', { topics: ['articles'] }, () =>
    insertArticle(db, `a${process.pid}-${i}`, 'word '.repeat(500)),
  );
  commands.run('Highlight', { topics: ['annotations'] }, () =>
    insertAnnotation(db, `n${process.pid}-${i}`, article),
  );
  process.send?.(`${process.pid}-${i}`);
}

if (mode === 'hold') {
  setInterval(() => undefined, 1000);
  setImmediate(() => {
    // A lock must not go with what nobody refers to any more.
    globalThis.gc?.();
    write(0);
  });
} else {
  let i = 0;
  const next = () => {
    write(i);
    i += 1;
    setImmediate(next);
  };
  next();
}
