import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AttacheError } from '../../shared/contract/errors.ts';
import type { Output } from '../../shared/contract/methods.ts';
import { parseInProcess } from './import/parse-in-process.ts';
import { openLibrary, type Library } from './library.ts';
import { openStorage } from './storage/open.ts';
import { canMount, onDisk } from './storage/test-disk.ts';
import { dump } from './storage/test-storage.ts';
import { withFault } from './test-faults.ts';
import { testPorts } from './test-library.ts';

let root: string;
let articleId: string;
let briefingId: string;

const ports = () => testPorts(parseInProcess);
const words = (n: number) => Array.from({ length: n }, (_, i) => `word${i}`).join(' ');

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'attache-faults-'));
  const library = openLibrary(join(root, 'start'), ports());
  const imported = (await library.call('import.run', {
    sources: [{ name: 'a.txt', text: `A title\n\nThe first paragraph. ${words(50)}` }],
  })) as { imported: { articleId: string }[] };
  articleId = imported.imported[0]?.articleId ?? '';
  const briefing = (await library.call('briefings.create', {
    title: 'Briefing',
    markdown: 'One sentence.',
  })) as { id: string };
  briefingId = briefing.id;
  await library.close();
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** What is in the library in `dir`, read by a fresh opening; a damaged one does not open. */
function contents(dir: string) {
  const storage = openStorage(dir, { now: () => new Date(), emit: () => undefined });
  try {
    expect(storage.db.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' });
    return JSON.stringify(dump(storage.db), (_key, value: unknown) =>
      typeof value === 'string'
        ? value.replace(/[0-9a-f]{8}-[0-9a-f-]{27}|\d{4}-\d\d-\d\dT[\d:.]+Z/g, '*')
        : value,
    );
  } finally {
    storage.close();
  }
}

const operations: [string, (library: Library, dir: string) => Promise<unknown>][] = [
  [
    'import',
    (library) =>
      library.call('import.run', { sources: [{ name: 'b.txt', text: `Other\n\n${words(80)}` }] }),
  ],
  [
    'annotation',
    (library) =>
      library.call('annotations.create', {
        articleId,
        start: 0,
        end: 7,
        motivation: 'highlighting',
        tags: ['x'],
      }),
  ],
  [
    'briefing save',
    (library) =>
      library.call('briefings.update', { id: briefingId, markdown: 'Two sentences. Both new.' }),
  ],
  ['backup', (library) => library.call('library.backup', {})],
  ['undo', (library) => library.call('history.undo', {})],
];

describe.each(operations)('%s', (name, operate) => {
  test.each(['once', 'always'] as const)(
    'every write failing %s leaves the old or the new state',
    async (mode) => {
      const start = join(root, 'start');
      const old = contents(start);
      const clean = join(root, `${name}-clean`);
      cpSync(start, clean, { recursive: true });
      const library = openLibrary(clean, ports());
      const { operations: total, error } = await withFault(0, 'once', () =>
        operate(library, clean),
      );
      await library.close();
      expect(error).toBeUndefined();
      expect(total).toBeGreaterThan(1);
      const fresh = contents(clean);

      let failures = 0;
      for (let at = 1; at <= total; at += 1) {
        const dir = join(root, `${name}-${mode}-${at}`);
        cpSync(start, dir, { recursive: true });
        const victim = openLibrary(dir, ports());
        const result = await withFault(at, mode, async () => {
          const answer = await operate(victim, dir);
          const failed = (answer as { failed?: { code: string }[] }).failed?.[0];
          if (failed !== undefined) throw new AttacheError('write-failed', failed.code);
        });
        await victim.close();
        const after = contents(dir);
        expect([old, fresh], `${name}, operation ${at} of ${total}`).toContain(after);
        if (result.error === undefined) expect(after).toBe(fresh);
        else failures += 1;
        expect(readdirSync(join(dir, 'backups')).filter((file) => file.endsWith('.tmp'))).toEqual(
          [],
        );
        rmSync(dir, { recursive: true, force: true });
      }
      expect(failures).toBeGreaterThan(0);
    },
  );
});

test.runIf(canMount)('a file that a full disk does not take is named, with what to do', () =>
  onDisk('size=3m', async (disk) => {
    const library = openLibrary(join(disk, 'library'), ports());
    const sources = Array.from({ length: 12 }, (_, n) => ({
      name: `${n}.txt`,
      text: `Story ${n}\n\n${Array.from({ length: 30_000 }, (_, i) => `w${(i * 7919 + n) % 99_991}`).join(' ')}`,
    }));
    const result = (await library.call('import.run', { sources })) as Output<'import.run'>;
    expect(result.failed.length).toBeGreaterThan(0);
    expect(new Set(result.failed.map(({ code }) => code))).toEqual(new Set(['disk-full']));
    const { total } = (await library.call('articles.list', {})) as Output<'articles.list'>;
    expect(total).toBe(result.imported.length);
    await library.close();
  }),
);
