import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Annotation } from '../../../../shared/model/annotation.ts';
import { plantArticle } from '../../test-articles.ts';
import { hypothesis, importTests, text, url } from './test-import.ts';

const t = importTests();

/** What must be the same in both libraries: all but the article's id. */
const comparable = (items: readonly Annotation[]) =>
  items.map((item) => Object.entries(item).filter(([key]) => key !== 'articleId'));

async function exported(): Promise<string> {
  const out = await t.library.call('export.annotations', { format: 'jsonld' });
  return 'base64' in out ? Buffer.from(out.base64, 'base64').toString() : '';
}

describe('from Attache', () => {
  it('comes back equal in a copy that has the texts and no annotations', async () => {
    const marked = [
      [0, 2, 'highlighting', '', []],
      [7, 33, 'commenting', '**Who** were they?', ['talks', 'topic/sub', '@who']],
      [10, 20, 'tagging', '', ['a, b']],
    ] as const;
    for (const [start, end, motivation, comment, tags] of marked) {
      await t.library.call('annotations.create', {
        articleId: t.articleId,
        start,
        end,
        motivation,
        comment,
        tags: [...tags],
        colour: 'iris',
      });
    }
    const file = await exported();
    const copy = t.newLibrary();
    // The same text under another id and without its address: known by its hash alone.
    const copied = plantArticle(copy.dir, text, { title: 'Imported again' });
    const report = await t.bring(file, copy);
    expect(report).toMatchObject({ already: [], waiting: [], failed: [] });
    expect(report.imported.map(({ status }) => status)).toEqual(['exact', 'exact', 'exact']);
    expect(comparable(await t.passages(copy))).toEqual(comparable(await t.passages()));
    expect((await t.passages(copy)).every((each) => each.articleId === copied)).toBe(true);

    const again = await t.bring(file, copy);
    expect(again).toMatchObject({ imported: [], failed: [] });
    expect(again.already).toHaveLength(3);
    await copy.call('history.undo', {});
    expect(await t.passages(copy)).toEqual([]);
  });

  it('comes back equal for any passage of any text', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'grapheme', minLength: 2, maxLength: 60 }),
        fc.nat(),
        fc.nat(),
        async (words, a, b) => {
          const copy = t.newLibrary();
          const id = plantArticle(t.library.dir, words, { title: words });
          plantArticle(copy.dir, words, { title: words });
          const [start, end] = [a % words.length, b % words.length].sort((x, y) => x - y);
          const range = { start: start ?? 0, end: (end ?? 0) + 1 };
          await t.library.call('annotations.create', {
            articleId: id,
            ...range,
            motivation: 'tagging',
          });
          const out = await t.library.call('export.annotations', {
            format: 'jsonld',
            articleId: id,
          });
          const file = 'base64' in out ? Buffer.from(out.base64, 'base64').toString() : '';
          await t.bring(file, copy);
          const before = (await t.library.call('annotations.list', { articleId: id })).items;
          expect(comparable(await t.passages(copy))).toEqual(comparable(before));
        },
      ),
      { numRuns: 12 },
    );
  });
});

describe('what is malformed', () => {
  it('is reported by its place, and the others are kept', async () => {
    const report = await t.bring([
      hypothesis('met on neutral ground'),
      null,
      7,
      'text',
      {},
      { ...hypothesis('They agreed'), target: [{ source: url }] },
      { ...hypothesis('They agreed'), references: ['parent'], target: [{ source: url }] },
      { ...hypothesis('They agreed'), target: [{ source: 5, selector: {} }] },
      { target: [{ selector: { type: 'TextQuoteSelector', exact: 'They' } }] },
      {
        target: [{ source: url, selector: { type: 'TextPositionSelector', start: 90, end: 9000 } }],
      },
      { target: [{ source: url, selector: { type: 'TextPositionSelector', start: 9, end: 3 } }] },
      JSON.parse('{"__proto__": {"target": []}, "id": "x"}'),
      hypothesis('aides said', { tags: ['  ', 'ok', 'x'.repeat(300)], created: 'yesterday' }),
    ]);
    expect(report.imported.map(({ index }) => index)).toEqual([0, 12]);
    expect(report.failed.map(({ index, code }) => [index, code])).toEqual([
      [1, 'invalid-input'],
      [2, 'invalid-input'],
      [3, 'invalid-input'],
      [4, 'invalid-input'],
      [5, 'unsupported-format'],
      [6, 'unsupported-format'],
      [7, 'invalid-input'],
      [8, 'invalid-input'],
      [10, 'unsupported-format'],
      [11, 'invalid-input'],
      [9, 'invalid-input'],
    ]);
    for (const { message } of report.failed) expect(message).toMatch(/^The annotation|^This/);
    expect((await t.passages()).find(({ quote }) => quote === 'aides said')?.tags).toEqual(['ok']);
  });

  it.each([
    ['', 'empty-file'],
    ['{"rows": [', 'damaged-file'],
    ['\0\u0001', 'damaged-file'],
    ['{"a": 1}', 'unsupported-format'],
    ['"text"', 'unsupported-format'],
    ['['.repeat(100_000), 'damaged-file'],
  ])('%#: a file that is none is named, the next is read', async (bad, code) => {
    const good = JSON.stringify([hypothesis('met on neutral ground')]);
    const report = await t.library.call('annotations.import', {
      sources: [
        { name: 'bad.json', text: bad },
        { name: 'good.json', text: good },
        { path: join(t.library.dir, 'nowhere.json') },
      ],
    });
    expect(report.imported).toHaveLength(1);
    expect(report.failed).toMatchObject([
      { source: join(t.library.dir, 'nowhere.json'), index: null, code: 'not-found' },
      { source: 'bad.json', index: null, code },
    ]);
  });

  it('any JSON at all is answered, never an error of ours', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.jsonValue({ maxDepth: 4 })), async (items) => {
        const report = await t.bring({ items });
        const all = [...report.imported, ...report.already, ...report.waiting, ...report.failed];
        expect(all).toHaveLength(items.length);
        expect(report.failed.map(({ code }) => code)).not.toContain('internal');
      }),
      { numRuns: 60 },
    );
  });
});

describe('annotations of a text that is not in the library', () => {
  it('wait for it, and are placed when it is there', async () => {
    const target = 'https://elsewhere.example/report';
    const item = hypothesis('met on neutral ground', { uri: target, document: {} });
    const foreign = { ...item, target: [{ ...item.target[0], source: target }] };
    const report = await t.bring([foreign]);
    expect(report).toMatchObject({ imported: [], failed: [], waiting: [{ index: 0, target }] });
    const waiting = async () => (await t.library.call('annotations.waiting', {})).items;
    expect(await waiting()).toMatchObject([
      { target, annotations: 1, articleId: null, quotes: ['met on neutral ground'] },
    ]);
    // Importing again does not double it.
    await t.bring([foreign]);
    await t.library.reopen();
    expect(await waiting()).toHaveLength(1);
    expect(await t.library.call('annotations.placeWaiting', { target })).toMatchObject({ left: 1 });

    const later = plantArticle(t.library.dir, `Later copy. ${text}`, { title: 'Later' });
    await t.library.call('articles.update', { id: later, URL: `${target}/` });
    expect(await waiting()).toMatchObject([{ articleId: later }]);
    expect(await t.library.call('annotations.placeWaiting', { target })).toMatchObject({
      left: 0,
      imported: [{ status: 'exact' }],
    });
    expect(await waiting()).toEqual([]);
    expect(await t.passages()).toMatchObject([
      { articleId: later, quote: 'met on neutral ground' },
    ]);
    await t.library.call('history.undo', {});
    expect(await waiting()).toHaveLength(1);

    // The person may say which article it is, or give them up.
    await t.library.call('annotations.placeWaiting', { target, articleId: t.articleId });
    expect(await t.passages()).toMatchObject([{ articleId: t.articleId }]);
    await t.library.call('history.undo', {});
    expect(await t.library.call('annotations.dismissWaiting', { target })).toEqual({
      dismissed: 1,
    });
    expect(await waiting()).toEqual([]);
    await expect(t.library.call('annotations.placeWaiting', { target })).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});
