import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { testLibrary } from '../../test-library.ts';
import { wireCopies, wireStory } from '../duplicates/wire-copies.ts';
import { parseInProcess } from '../parse-in-process.ts';
import { addressesOf } from './addresses.ts';

let library: ReturnType<typeof testLibrary>;
let folder: string;
beforeEach(() => {
  library = testLibrary(parseInProcess);
  folder = mkdtempSync(join(tmpdir(), 'attache-reimport-'));
});
afterEach(async () => {
  await library.dispose();
  rmSync(folder, { recursive: true, force: true });
});

const title = 'Ferry vote in Estholm';
const stays = 'The board of Estholm voted on Tuesday to keep the ferry, Orla Quinn said.';
const goes = 'A second boat was never part of the plan, the harbour office wrote in May.';
const moves = 'It will meet again before the summer, and Orla Quinn will lead the talks.';
const added = 'Nothing else was decided in the long night, and most members had left early.';
const first = [title, stays, goes, moves];
const second = [title, stays, added, added.replace('long', 'short'), moves];

const page = (paragraphs: readonly string[], url = 'https://paper.example/ferry') =>
  `<html lang="en"><head><title>${title}</title><link rel="canonical" href="${url}"></head><body>
   <article><h1>${title}</h1>${paragraphs
     .slice(1)
     .map((words) => `<p>${words.replace('Orla Quinn', '<em>Orla</em> Quinn')}</p>`)
     .join('')}</article></body></html>`;

const write = (name: string, text: string) => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
const run = (path: string, changed?: 'revise' | 'separate' | 'skip') =>
  library.call('import.run', {
    sources: [{ path }],
    ...(changed === undefined ? {} : { changed }),
  });

async function mark(articleId: string, words: string): Promise<string> {
  const { text } = await library.call('articles.get', { id: articleId });
  const start = text.indexOf(words);
  const place = { articleId, start, end: start + words.length };
  await library.call('statements.create', { ...place, kind: 'claim' });
  return (await library.call('annotations.create', { ...place, motivation: 'highlighting' })).id;
}

describe('a changed file at the same place', () => {
  it('becomes a new version whose passages move along, in one undo step', async () => {
    const path = write('ferry.html', page(first));
    const id = (await run(path)).imported[0]?.articleId ?? '';
    await library.call('articles.update', { id, 'container-title': 'The Courier', issued: '2026' });
    const [, lost, moved] = [
      await mark(id, 'The board of Estholm'),
      await mark(id, 'A second boat was never part'),
      await mark(id, 'will lead the talks'),
    ];
    const before = await library.call('articles.get', { id });
    write('ferry.html', page(second));
    const result = await run(path);
    expect(result).toMatchObject({ imported: [], duplicates: [], failed: [], skipped: [] });
    expect(result.revised).toEqual([
      {
        articleId: id,
        source: path,
        title,
        version: 2,
        exact: 1,
        moved: [moved],
        orphaned: [lost],
      },
    ]);
    const article = await library.call('articles.get', { id });
    expect(article).toMatchObject({ version: 2, 'container-title': 'The Courier', issued: '2026' });
    expect(article.text).toContain(added);
    expect(article.marks.map(({ start, end }) => article.text.slice(start, end))).toEqual([
      'Orla',
      'Orla',
    ]);
    const statements = await library.call('statements.list', { articleId: id });
    expect(statements.items.map(({ status }) => status)).toEqual(['exact', 'orphaned', 'moved']);
    const original = await library.call('articles.original', { id });
    expect(Buffer.from(original.base64, 'base64').toString()).toContain(added);
    expect((await library.call('library.check', {})).problems).toEqual([]);

    await library.call('history.undo', {});
    expect(await library.call('articles.get', { id })).toEqual(before);
    await library.call('history.redo', {});
    expect((await library.call('articles.get', { id })).version).toBe(2);
  });

  it('is known by its address under another name, and by its path without one', async () => {
    const id = (await run(write('a.html', page(first)))).imported[0]?.articleId;
    const moved = page(second, 'http://www.paper.example/ferry/?utm_source=x#top');
    expect((await run(write('b.html', moved))).revised).toMatchObject([{ articleId: id }]);
    const plain = write('c.txt', `${first.join('\n\n')}\n\nIn other words.`);
    const other = (await run(plain, 'separate')).imported[0]?.articleId;
    write('c.txt', `${second.join('\n\n')}\n\nOnce more.`);
    expect((await run(plain)).revised).toMatchObject([{ articleId: other, version: 2 }]);
  });

  it('is another article where its words are others', async () => {
    const path = write('today.txt', first.join('\n\n'));
    await run(path);
    write('today.txt', wireStory(1));
    expect(await run(path)).toMatchObject({ revised: [], imported: [{ source: path }] });
  });

  it('is left out or kept apart where that is asked for', async () => {
    const path = write('ferry.html', page(first));
    const articleId = (await run(path)).imported[0]?.articleId ?? '';
    write('ferry.html', page(second));
    expect(await run(path, 'skip')).toMatchObject({
      imported: [],
      revised: [],
      skipped: [{ source: path, articleId }],
    });
    expect(await run(path, 'separate')).toMatchObject({
      revised: [],
      imported: [{ source: path }],
    });
  });

  it('is no version of a file that came in the same run', async () => {
    write('1.html', page(first));
    write('2.html', page(second));
    const { imported, revised } = await run(folder);
    expect([imported.length, revised.length]).toEqual([2, 0]);
  });
});

describe('the preview', () => {
  const preview = (path: string) => library.call('import.preview', { sources: [{ path }] });

  it('proposes a new version, and the person decides otherwise', async () => {
    const path = write('ferry.html', page(first));
    const articleId = (await run(path)).imported[0]?.articleId ?? '';
    write('ferry.html', page(second));
    const { previewId, items } = await preview(path);
    expect(items[0]?.earlier).toMatchObject({ articleId, title, by: 'url', chosen: true });
    expect(items[0]?.earlier?.similarity).toBeGreaterThan(0.5);
    const key = items[0]?.key ?? '';
    const decisions = [{ key, include: true, as: 'separate' as const }];
    expect(await library.call('import.run', { previewId, decisions })).toMatchObject({
      imported: [{ source: path }],
      revised: [],
    });
  });

  it('makes a near duplicate a new version only where the person says so', async () => {
    const story = wireStory(2);
    const [copy = ''] = wireCopies(story, 2);
    const id = (await run(write('lead.txt', story))).imported[0]?.articleId ?? '';
    const path = write('copy.txt', copy);
    const { previewId, items } = await preview(path);
    expect(items[0]?.earlier).toMatchObject({ articleId: id, by: 'near', chosen: false });
    const key = items[0]?.key ?? '';
    const hidden = [{ start: 0, end: 5, reason: 'by-person' as const, by: 'person' as const }];
    const decisions = [
      { key, include: true, as: { revise: id }, fields: { title: 'Mine' }, hidden },
    ];
    const { revised } = await library.call('import.run', { previewId, decisions });
    expect(revised).toMatchObject([{ articleId: id, title: 'Mine', version: 2 }]);
    const article = await library.call('articles.get', { id });
    expect(article).toMatchObject({ title: 'Mine', hidden, text: copy });
  });

  it('reports a version of an article that is not there, by file', async () => {
    const { previewId, items } = await preview(write('a.txt', first.join('\n\n')));
    const key = items[0]?.key ?? '';
    const decisions = [{ key, include: true, as: { revise: 'gone' } }];
    expect(await library.call('import.run', { previewId, decisions })).toMatchObject({
      imported: [],
      failed: [{ code: 'not-found' }],
    });
  });
});

describe('addresses', () => {
  it('are the same with and without www, slash, fragment and tracking', () => {
    const written = 'http://www.paper.example/a/?id=2&utm_medium=mail#part';
    expect(addressesOf(written)).toContain('https://paper.example/a?id=2');
    expect(addressesOf('https://paper.example/a?id=3')).not.toContain(
      'https://paper.example/a?id=2',
    );
  });

  it('of DOIs are links or names; other schemes are none', () => {
    expect(addressesOf('doi:10.1234/abc')).toContain('https://doi.org/10.1234/abc');
    for (const none of ['', 'x', 'javascript:alert(1)', 'file:///etc/passwd']) {
      expect(addressesOf(none)).toEqual([]);
    }
  });
});
