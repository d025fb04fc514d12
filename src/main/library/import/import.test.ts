import { strToU8, zipSync } from 'fflate';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openDatabase } from '../storage/database.ts';
import { testLibrary } from '../test-library.ts';
import { parseInProcess } from './parse-in-process.ts';

const story = `Ferry talks resume in Estholm

The ferry line between Estholm and Marenia may open again in June, officials said.

Talks went on for two days.`;

let library: ReturnType<typeof testLibrary>;
let folder: string;

beforeEach(() => {
  library = testLibrary(parseInProcess);
  folder = mkdtempSync(join(tmpdir(), 'attache-import-'));
});

afterEach(async () => {
  await library.dispose();
  rmSync(folder, { recursive: true, force: true });
});

/** What the full-text index of a library holds, word by word. */
function indexed(dir: string): unknown[] {
  const db = openDatabase(join(dir, 'library.sqlite'), { readOnly: true });
  try {
    return db.prepare('SELECT term, col, doc, cnt FROM article_vocabulary ORDER BY 1, 2').all();
  } finally {
    db.close();
  }
}

/** Empties the index as if another tokenizer had made it. */
function outdateIndex(dir: string): void {
  const db = openDatabase(join(dir, 'library.sqlite'));
  try {
    db.exec(
      `UPDATE meta SET value = 0 WHERE key = 'search.tokenizer'; DELETE FROM article_fts WHERE rowid > 0`,
    );
  } finally {
    db.close();
  }
}

describe('import.run', () => {
  it('leaves the index a rebuild would make', async () => {
    const mixed = '首脳会談が行われた。Ferry ｶﾌｪ meetings naïve café';
    const texts = [story, mixed, `Long ${'x'.repeat(300)} words`];
    const sources = texts.map((text, index) => ({ name: `${index}.txt`, text }));
    await library.call('import.run', { sources });
    const written = indexed(library.dir);
    expect(written.length).toBeGreaterThan(20);
    outdateIndex(library.dir);
    expect(indexed(library.dir)).toEqual([]);
    await library.reopen();
    await vi.waitFor(() => expect(indexed(library.dir)).toEqual(written));
  });

  it('stores a plain text with its title, words and original', async () => {
    const source = { name: 'ferry.txt', text: story };
    const { imported, duplicates, failed } = await library.call('import.run', {
      sources: [source],
    });
    expect(duplicates).toEqual([]);
    expect(failed).toEqual([]);
    expect(imported).toEqual([
      {
        articleId: expect.any(String) as string,
        source: 'ferry.txt',
        title: 'Ferry talks resume in Estholm',
      },
    ]);
    await library.reopen();
    const id = imported[0]?.articleId ?? '';
    const article = await library.call('articles.get', { id });
    expect(article.text).toBe(story);
    expect(article.issued).toBeNull();
    expect(article.words).toBe(25);
    const original = await library.call('articles.original', { id });
    expect(Buffer.from(original.base64, 'base64').toString()).toBe(story);
  });

  it('walks folders, follows no links, and reports each bad file while the rest is imported', async () => {
    mkdirSync(join(folder, 'deep'));
    writeFileSync(join(folder, 'a.txt'), story);
    writeFileSync(join(folder, 'deep', 'b.txt'), 'Another story altogether.');
    writeFileSync(join(folder, 'empty.txt'), '');
    writeFileSync(join(folder, 'noise.txt'), Buffer.from([0, 1, 2, 3, 4, 5, 6, 7, 8]));
    symlinkSync(join(folder, 'a.txt'), join(folder, 'link.txt'));
    const missing = join(folder, 'missing.txt');
    const result = await library.call('import.run', {
      sources: [{ path: missing }, { path: folder }],
    });
    expect(result.imported.map((item) => item.source)).toEqual([
      join(folder, 'a.txt'),
      join(folder, 'deep', 'b.txt'),
    ]);
    expect(result.failed.map(({ source, code }) => [source, code])).toEqual([
      [missing, 'not-found'],
      [join(folder, 'link.txt'), 'file-unreadable'],
      [join(folder, 'empty.txt'), 'empty-file'],
      [join(folder, 'noise.txt'), 'unsupported-format'],
    ]);
    for (const { source, message } of result.failed) expect(message).toContain(source);
  });

  it('says that a folder has nothing to import', async () => {
    const result = await library.call('import.run', { sources: [{ path: folder }] });
    expect(result.failed).toMatchObject([{ source: folder, code: 'no-articles' }]);
  });

  it('recognises the same text in the library and within one import', async () => {
    const first = await library.call('import.run', {
      sources: [
        { name: 'one.txt', text: story },
        { name: 'two.txt', text: story },
      ],
    });
    expect(first.imported).toHaveLength(1);
    const articleId = first.imported[0]?.articleId;
    expect(first.duplicates).toEqual([
      { source: 'two.txt', articleId, kind: 'identical', similarity: 1 },
    ]);
    const second = await library.call('import.run', { sources: [{ name: 'x.txt', text: story }] });
    expect(second.duplicates).toMatchObject([{ source: 'x.txt', articleId, kind: 'identical' }]);
    expect(second.imported).toEqual([]);
  });

  it('imports in smaller batches while somebody searches', async () => {
    const sources = Array.from({ length: 40 }, (_, index) => ({
      name: `${index}.txt`,
      text: `Story ${index}\n\nThe ferry number ${index} was late on day ${index}.`,
    }));
    const batches: number[] = [];
    const stop = library.on((event) => {
      if (event.type === 'import.progress' && event.finished !== undefined) {
        batches.push(event.finished.length);
      }
    });
    // The clock stands still: no batch ends for its time, and the search was just now.
    const clock = vi.spyOn(performance, 'now').mockReturnValue(performance.now());
    await library.call('search.query', { q: 'ferry' });
    await library.call('import.run', { sources });
    clock.mockRestore();
    stop();
    expect(batches).toEqual([16, 16, 8]);
  });

  it('imports many files in several batches and can be cancelled between them', async () => {
    const sources = Array.from({ length: 450 }, (_, index) => ({
      name: `${index}.txt`,
      text: `Story number ${index}\n\nSomething happened in place ${index * 7919}.`,
    }));
    const stop = library.on((event) => {
      if (event.type === 'import.progress' && event.source !== null) {
        void library.call('import.cancel', {});
      }
    });
    const { imported } = await library.call('import.run', { sources });
    stop();
    expect(imported.length).toBeGreaterThan(0);
    expect(imported.length).toBeLessThan(450);
    const { total } = await library.call('articles.list', {});
    expect(total).toBe(imported.length);
  });
});

describe('ZIP archives', () => {
  it('are imported like folders, names in them being only names', async () => {
    const archive = zipSync({
      'a.txt': strToU8(story),
      '../../escape.txt': strToU8('A text that climbs.'),
      '/etc/absolute.txt': strToU8('A text from the root.'),
      '__proto__/x.txt': strToU8('A text with a name.'),
      '.hidden': strToU8('Not this.'),
      'empty.txt': new Uint8Array(),
    });
    const path = join(folder, 'all.zip');
    writeFileSync(path, archive);
    const { imported, failed } = await library.call('import.run', { sources: [{ path }] });
    expect(imported.map((item) => item.source.slice(path.length + 1)).toSorted()).toEqual([
      '../../escape.txt',
      '/etc/absolute.txt',
      '__proto__/x.txt',
      'a.txt',
    ]);
    expect(failed).toMatchObject([{ source: `${path}/empty.txt`, code: 'empty-file' }]);
    expect(readdirSync(folder)).toEqual(['all.zip']);
  });

  it('that are damaged, empty or lie about their size fail by name', async () => {
    const bomb = Buffer.from(zipSync({ 'a.txt': strToU8('x'.repeat(9000)) }));
    bomb.writeUInt32LE(300 * 1024 * 1024, bomb.indexOf('PK\u0001\u0002') + 24);
    const sources = [
      { name: 'cut.zip', base64: Buffer.from('PK\u0003\u0004 cut').toString('base64') },
      { name: 'none.zip', base64: Buffer.from(zipSync({})).toString('base64') },
      { name: 'bomb.zip', base64: bomb.toString('base64') },
      { name: 'all.attache', base64: bomb.toString('base64') },
    ];
    const { imported, failed } = await library.call('import.run', { sources });
    expect(imported).toEqual([]);
    expect(failed.map(({ source, code }) => [source, code])).toEqual([
      ['cut.zip', 'damaged-file'],
      ['none.zip', 'no-articles'],
      ['bomb.zip', 'file-too-large'],
      ['all.attache', 'unsupported-format'],
    ]);
  });
});

describe('import.preview', () => {
  it('stores nothing, then imports the included rows as the person decided', async () => {
    const { previewId, items, failed } = await library.call('import.preview', {
      sources: [
        { name: 'one.txt', text: story },
        { name: 'two.txt', text: 'Second story about the harbour.' },
        { name: 'three.txt', text: '' },
      ],
    });
    expect(failed).toMatchObject([{ source: 'three.txt', code: 'empty-file' }]);
    expect(items.map((item) => item.title)).toEqual([
      'Ferry talks resume in Estholm',
      'Second story about the harbour.',
    ]);
    expect((await library.call('articles.list', {})).total).toBe(0);
    const result = await library.call('import.run', {
      previewId,
      decisions: [
        { key: items[0]?.key ?? '', include: false },
        {
          key: items[1]?.key ?? '',
          include: true,
          fields: { title: 'Harbour', issued: '2026-03' },
          hidden: [{ start: 0, end: 6, reason: 'caption' }],
        },
      ],
    });
    expect(result.imported.map((item) => item.title)).toEqual(['Harbour']);
    const article = await library.call('articles.get', {
      id: result.imported[0]?.articleId ?? '',
    });
    expect(article).toMatchObject({
      title: 'Harbour',
      titleProposed: false,
      issued: '2026-03',
      hidden: [{ start: 0, end: 6, reason: 'caption', by: 'rule' }],
    });
  });

  it('refuses decisions about rows or ranges that are not there', async () => {
    const { previewId, items } = await library.call('import.preview', {
      sources: [{ name: 'one.txt', text: story }],
    });
    const key = items[0]?.key ?? '';
    const run = (decision: object) =>
      library.call('import.run', { previewId, decisions: [{ key, include: true, ...decision }] });
    await expect(run({ key: '9.9' })).rejects.toMatchObject({ code: 'invalid-input' });
    await expect(
      run({ hidden: [{ start: 5, end: 99_999, reason: 'caption' }] }),
    ).rejects.toMatchObject({ code: 'invalid-input' });
    expect((await library.call('articles.list', {})).total).toBe(0);
  });

  it('fails a file that changed after the preview', async () => {
    const path = join(folder, 'a.txt');
    writeFileSync(path, story);
    const { previewId } = await library.call('import.preview', { sources: [{ path }] });
    writeFileSync(path, 'Quite different words.');
    const { imported, failed } = await library.call('import.run', { previewId });
    expect(imported).toEqual([]);
    expect(failed).toMatchObject([{ source: path, code: 'file-unreadable' }]);
  });
});

describe('encodings', () => {
  const bytes = Buffer.from([0xd1, 0xee, 0xe2, 0xe5, 0xf2]);
  const source = { name: 'council.txt', base64: bytes.toString('base64') };

  it('are as the source says, or invalid-input', async () => {
    const { imported } = await library.call('import.run', {
      sources: [{ ...source, encoding: 'Windows-1251' }],
    });
    expect(imported[0]?.title).toBe('Совет');
    for (const method of ['import.run', 'import.preview'] as const) {
      const sources = [source, { ...source, encoding: 'klingon' }];
      await expect(library.call(method, { sources })).rejects.toMatchObject({
        code: 'invalid-input',
        field: 'sources.1.encoding',
      });
    }
  });

  it('hold for every text of a folder and an archive', async () => {
    writeFileSync(join(folder, 'a.txt'), bytes);
    writeFileSync(join(folder, 'b.zip'), zipSync({ 'c.txt': Buffer.concat([bytes, bytes]) }));
    const { items } = await library.call('import.preview', {
      sources: [{ path: folder, encoding: 'windows-1251' }],
    });
    expect(items.map(({ title, encoding }) => [title, encoding])).toEqual([
      ['Совет', 'windows-1251'],
      ['СоветСовет', 'windows-1251'],
    ]);
  });

  it('are detected with how sure that is, and can be changed in a preview', async () => {
    const { previewId, items } = await library.call('import.preview', {
      sources: [source, { name: 'ferry.txt', text: story }],
    });
    expect(items[0]?.encodingConfidence).toBeLessThan(1);
    const reread = { previewId, key: items[0]?.key ?? '', encoding: 'windows-1251' };
    const { replaced, items: now } = await library.call('import.reread', reread);
    expect(replaced).toEqual([items[0]?.key]);
    expect(now).toMatchObject([
      { title: 'Совет', encoding: 'windows-1251', encodingConfidence: null },
    ]);
    for (const [wrong, code] of [
      [{ ...reread, encoding: 'klingon' }, 'invalid-input'],
      [{ ...reread, key: '9.9' }, 'not-found'],
      [{ ...reread, previewId: 'old' }, 'not-found'],
    ] as const) {
      await expect(library.call('import.reread', wrong)).rejects.toMatchObject({ code });
    }
    const { imported } = await library.call('import.run', { previewId });
    expect(imported.map(({ title }) => title)).toEqual(['Совет', 'Ferry talks resume in Estholm']);
  });
});
