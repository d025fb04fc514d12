import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openDatabase } from '../storage/database.ts';
import { testLibrary } from '../test-library.ts';
import { parseInProcess } from './parse-in-process.ts';
import { story } from './test-story.ts';

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
    const { articleId, title } = first.imported[0] ?? {};
    expect(first.duplicates).toEqual([
      { source: 'two.txt', articleId, title, imported: null, kind: 'identical', similarity: 1 },
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
    const sources = Array.from({ length: 900 }, (_, index) => ({
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
    expect(imported.length).toBeLessThan(900);
    const { total } = await library.call('articles.list', {});
    expect(total).toBe(imported.length);
  });
});
