import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { strToU8, zipSync } from 'fflate';
import { afterEach, expect, it } from 'vitest';
import { sha256 } from '../library/storage/originals/original-name.ts';
import { parseFile } from '../library/import/parse.ts';
import { createParserPool, type ParserPool } from './parser-pool.ts';

const realWorker = new URL('../parser-worker.ts', import.meta.url);

/** A worker that behaves as the file's text says. */
const wildWorker = new URL(
  `data:text/javascript,${encodeURIComponent(`
    import { parentPort } from 'node:worker_threads';
    parentPort.on('message', (tasks) => parentPort.postMessage(tasks.map(read)));
    const read = ({ bytes }) => {
      const wish = new TextDecoder().decode(bytes.subarray(0, 5));
      if (wish === 'hang.') for (;;);
      if (wish === 'swell') { const all = []; for (;;) all.push(new Array(1e5).fill(all.length)); }
      if (wish === 'exit.') process.exit(3);
      if (wish === 'throw') throw new Error('wild');
      return { ok: true, value: { format: wish, encoding: null, articles: [] } };
    };`)}`,
);

let pool: ParserPool;
afterEach(() => pool.close());

/** Large enough not to be read in the calling thread. */
const large = (start: string) => new TextEncoder().encode(start.padEnd(1024 * 1024 + 1, ' x'));

it('reads a large file in a thread and passes errors on as they are', async () => {
  pool = createParserPool(realWorker);
  const result = await pool.parse({ name: 'long.txt', bytes: large('Long story\n\n') });
  expect(result).toMatchObject({ format: 'text', encoding: 'utf-8' });
  const noise = new Uint8Array(1024 * 1024 + 1).fill(3);
  await expect(pool.parse({ name: 'noise.bin', bytes: noise })).rejects.toMatchObject({
    code: 'unsupported-format',
  });
});

it('ends a thread that hangs, swells or dies, and goes on with the next file', async () => {
  pool = createParserPool(wildWorker, {
    threads: 1,
    timeLimit: 700,
    resourceLimits: { maxOldGenerationSizeMb: 24 },
  });
  const outcomes = await Promise.allSettled(
    ['hang.', 'exit.', 'fine.', 'throw', 'again'].map((wish) =>
      pool.parse({ name: wish, bytes: large(wish) }),
    ),
  );
  expect(
    outcomes.map((outcome) =>
      outcome.status === 'fulfilled'
        ? outcome.value.format
        : (outcome.reason as { code: string }).code,
    ),
  ).toEqual(['parser-timeout', 'parser-failed', 'fine.', 'parser-failed', 'again']);
});

it('names the memory limit as the reason where a file outgrows it', async () => {
  pool = createParserPool(wildWorker, {
    threads: 1,
    timeLimit: 20_000,
    resourceLimits: { maxOldGenerationSizeMb: 24 },
  });
  await expect(pool.parse({ name: 'swell', bytes: large('swell') })).rejects.toMatchObject({
    code: 'parser-failed',
    message: expect.stringContaining('memory') as string,
  });
});

it.each([
  ['with spaces', 'the harbour board of Estholm '],
  ['with other letters', 'le préfet d’Estholm a déclaré '],
  ['without spaces', '島の港で首相は述べた'],
])(
  'reads a text of one very long line %s in little memory',
  async (name, words) => {
    pool = createParserPool(realWorker, { resourceLimits: { maxOldGenerationSizeMb: 128 } });
    const bytes = Buffer.from(words.repeat((8 * 1024 * 1024) / Buffer.byteLength(words)));
    const { articles } = await pool.parse({ name: `${name}.txt`, bytes });
    expect(articles[0]?.text.length).toBeGreaterThan(2_000_000);
  },
  20_000,
);

it('rejects what is still being read when it is closed', async () => {
  pool = createParserPool(wildWorker, { threads: 1 });
  const reading = pool.parse({ name: 'hang.', bytes: large('hang.') });
  const waiting = pool.parse({ name: 'fine.', bytes: large('fine.') });
  const settled = Promise.allSettled([reading, waiting]);
  await pool.close();
  expect((await settled).map((outcome) => outcome.status)).toEqual(['rejected', 'rejected']);
});

const small = (start: string) => new TextEncoder().encode(`${start} is how this text begins.`);

it('reads the many quick files of a long import in a thread, with the same result', async () => {
  pool = createParserPool(realWorker);
  const names = Array.from({ length: 120 }, (_, i) => `${i}.txt`);
  const results = await Promise.all(names.map((name) => pool.parse({ name, bytes: small(name) })));
  for (const [i, name] of names.entries()) {
    expect(results[i]).toEqual(await parseFile({ name, bytes: small(name) }));
  }
});

it('gets the files of a long import from the disk in a thread', async () => {
  pool = createParserPool(realWorker);
  const dir = mkdtempSync(join(tmpdir(), 'attache-pool-'));
  try {
    const path = (name: string) => join(dir, name);
    const names = Array.from({ length: 80 }, (_, i) => `${i}.txt`);
    for (const name of names) writeFileSync(path(name), small(name));
    expect(pool.parseAt?.({ name: '0.txt', path: path('0.txt') }, 40)).toBeNull();
    await Promise.all(names.map((name) => pool.parse({ name, bytes: small(name) })));
    expect(pool.parseAt?.({ name: 'a.zip', path: path('a.zip') }, 40)).toBeNull();
    expect(pool.parseAt?.({ name: '0.txt', path: path('0.txt') }, 1_000_000)).toBeNull();
    const gone = pool.parseAt?.({ name: 'gone.txt', path: path('gone.txt') }, 40);
    const refused = expect(gone).rejects.toMatchObject({ code: 'not-found' });
    const read = await Promise.all(
      names.map(async (name) => pool.parseAt?.({ name, path: path(name), encoding: 'utf-8' }, 40)),
    );
    for (const [i, name] of names.entries()) {
      const [bytes, encoding] = [small(name), 'utf-8'];
      expect(read[i]).toEqual({
        bytes,
        sha256: sha256(bytes),
        result: await parseFile({ name, bytes, encoding }),
      });
    }
    await refused;
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
});

it('gives each file its own answer where quick ones wait behind one that takes its time', async () => {
  pool = createParserPool(realWorker, { threads: 1 });
  const texts = Array.from({ length: 60 }, (_, index) => `text ${index}.txt`);
  const archive = zipSync({ 'inner.txt': strToU8('Words in an archive.') });
  const reading = texts
    .toSpliced(30, 0, 'all.zip')
    .map((name) => pool.parse({ name, bytes: name === 'all.zip' ? archive : small(name) }));
  const read = await Promise.all(reading);
  const [zip] = read.splice(30, 1);
  expect(zip?.files.map(({ name }) => name)).toEqual(['inner.txt']);
  expect(read.map(({ articles }) => articles[0]?.text.split(' is how')[0])).toEqual(texts);
}, 10_000);

it('reads quick files again one by one when one of them ends their thread', async () => {
  pool = createParserPool(wildWorker, { threads: 1, timeLimit: 700 });
  const wishes = [...Array.from({ length: 40 }, () => 'fine.'), 'exit.', 'fine.', 'hang.', 'fine.'];
  const outcomes = await Promise.allSettled(
    wishes.map((wish) => pool.parse({ name: `${wish}txt`, bytes: small(wish) })),
  );
  const failed = outcomes.flatMap((outcome, i) =>
    outcome.status === 'rejected' ? [[wishes[i], (outcome.reason as { code: string }).code]] : [],
  );
  expect(failed).toEqual([
    ['exit.', 'parser-failed'],
    ['hang.', 'parser-timeout'],
  ]);
});

it('is waited for as it closes, whatever a thread answers meanwhile', async () => {
  // A process of its own: one with nothing left to do ends at once, and says so by its status.
  const source = `
    import { createParserPool } from ${JSON.stringify(new URL('parser-pool.ts', import.meta.url))};
    const pool = createParserPool(new URL(${JSON.stringify(wildWorker)}), { threads: 1 });
    const bytes = new Uint8Array(1024 * 1024 + 1).fill(97);
    const read = pool.parse({ name: 'a.txt', bytes }).catch(({ code }) => code);
    // The answer lies there before anybody can take it.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 700);
    await pool.close();
    console.log(await read);`;
  pool = createParserPool(wildWorker);
  for (let attempt = 0; attempt < 4; attempt++) {
    const { stdout } = await promisify(execFile)(process.execPath, [
      '--input-type=module',
      '--eval',
      source,
    ]);
    expect(stdout).toBe('cancelled\n');
  }
});
