import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Annotation } from '../../../../shared/model/annotation.ts';
import { plantArticle } from '../../test-articles.ts';
import { testLibrary } from '../../test-library.ts';

const text =
  '😀 The envoys of both sides met on neutral ground.\nThey agreed on little, aides said on Monday.';
const url = 'https://news.example/envoys-meet';

type Library = ReturnType<typeof testLibrary>;
const open: Library[] = [];
const newLibrary = () => {
  const library = testLibrary({ parse: () => Promise.reject(new Error('no parsing here')) });
  open.push(library);
  return library;
};
let library: Library;
let articleId: string;

beforeEach(async () => {
  library = newLibrary();
  articleId = plantArticle(library.dir, text, { title: 'Envoys meet' });
  await library.call('articles.update', { id: articleId, URL: url });
});
afterEach(async () => {
  for (const each of open.splice(0)) await each.dispose();
});

const bring = (value: unknown, into = library) =>
  into.call('annotations.import', {
    sources: [
      { name: 'notes.json', text: typeof value === 'string' ? value : JSON.stringify(value) },
    ],
  });
const passages = async (of = library) => (await of.call('annotations.list', {})).items;

/** What must be the same in both libraries: all but the article's id. */
const comparable = (items: readonly Annotation[]) =>
  items.map((item) => Object.entries(item).filter(([key]) => key !== 'articleId'));

/** An item as Hypothesis's API and its export have it; positions are of its page, not of our text. */
const hypothesis = (exact: string, more: object = {}) => {
  const at = text.indexOf(exact);
  return {
    id: `hyp-${exact.length}-${at}`,
    created: '2026-05-04T10:11:12.123456+00:00',
    updated: '2026-05-05T10:11:12.123456+00:00',
    user: 'acct:ada@hypothes.is',
    uri: `${url}?utm_source=feed#top`,
    text: '',
    tags: [],
    document: { title: ['Envoys meet | News'] },
    target: [
      {
        source: url,
        selector: [
          {
            type: 'RangeSelector',
            startContainer: '/p[1]',
            endContainer: '/p[1]',
            startOffset: 0,
            endOffset: 4,
          },
          { type: 'TextPositionSelector', start: 4000 + at, end: 4000 + at + exact.length },
          {
            type: 'TextQuoteSelector',
            exact,
            prefix: text.slice(Math.max(0, at - 32), at),
            suffix: text.slice(at + exact.length, at + exact.length + 32),
          },
        ],
      },
    ],
    ...more,
  };
};

async function exported(): Promise<string> {
  const out = await library.call('export.annotations', { format: 'jsonld' });
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
      await library.call('annotations.create', {
        articleId,
        start,
        end,
        motivation,
        comment,
        tags: [...tags],
        colour: 'iris',
      });
    }
    const file = await exported();
    const copy = newLibrary();
    // The same text under another id and without its address: known by its hash alone.
    const copied = plantArticle(copy.dir, text, { title: 'Imported again' });
    const report = await bring(file, copy);
    expect(report).toMatchObject({ already: [], waiting: [], failed: [] });
    expect(report.imported.map(({ status }) => status)).toEqual(['exact', 'exact', 'exact']);
    expect(comparable(await passages(copy))).toEqual(comparable(await passages()));
    expect((await passages(copy)).every((each) => each.articleId === copied)).toBe(true);

    const again = await bring(file, copy);
    expect(again).toMatchObject({ imported: [], failed: [] });
    expect(again.already).toHaveLength(3);
    await copy.call('history.undo', {});
    expect(await passages(copy)).toEqual([]);
  });

  it('comes back equal for any passage of any text', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'grapheme', minLength: 2, maxLength: 60 }),
        fc.nat(),
        fc.nat(),
        async (words, a, b) => {
          const copy = newLibrary();
          const id = plantArticle(library.dir, words, { title: words });
          plantArticle(copy.dir, words, { title: words });
          const [start, end] = [a % words.length, b % words.length].sort((x, y) => x - y);
          const range = { start: start ?? 0, end: (end ?? 0) + 1 };
          await library.call('annotations.create', {
            articleId: id,
            ...range,
            motivation: 'tagging',
          });
          const out = await library.call('export.annotations', { format: 'jsonld', articleId: id });
          const file = 'base64' in out ? Buffer.from(out.base64, 'base64').toString() : '';
          await bring(file, copy);
          const before = (await library.call('annotations.list', { articleId: id })).items;
          expect(comparable(await passages(copy))).toEqual(comparable(before));
        },
      ),
      { numRuns: 12 },
    );
  });
});

describe('from Hypothesis', () => {
  it.each([
    ['rows of its API', (items: unknown[]) => ({ total: items.length, rows: items })],
    ['its export', (items: unknown[]) => ({ export_date: '2026-05-06', annotations: items })],
    ['a list', (items: unknown[]) => items],
  ])('%s: found by address, placed by quotation', async (_name, wrap) => {
    const report = await bring(
      wrap([
        hypothesis('met on neutral ground', { text: 'Where?', tags: ['place', 'topic/sub'] }),
        hypothesis('They agreed on little'),
        hypothesis('ground.\nThey agreed'),
      ]),
    );
    expect(report.failed).toEqual([]);
    expect(report.imported.map(({ status }) => status)).toEqual(['exact', 'exact', 'exact']);
    expect(await passages()).toMatchObject([
      {
        quote: 'met on neutral ground',
        motivation: 'commenting',
        comment: 'Where?',
        tags: ['place', 'topic/sub'],
        creator: 'acct:ada@hypothes.is',
        created: '2026-05-04T10:11:12.123Z',
        modified: '2026-05-05T10:11:12.123Z',
      },
      { quote: 'ground.\nThey agreed' },
      { quote: 'They agreed on little', motivation: 'highlighting' },
    ]);
  });

  it('asks about words that changed, and keeps what is lost', async () => {
    const changed = hypothesis('They agreed on little');
    const selector = changed.target[0]?.selector[2];
    Object.assign(selector ?? {}, { exact: 'They agreed on a little' });
    const gone = hypothesis('met on neutral ground');
    Object.assign(gone.target[0]?.selector[2] ?? {}, {
      exact: 'Nothing of this is in the text at all',
      prefix: 'nor is this ',
      suffix: ' nor that',
    });
    const { imported } = await bring([changed, gone]);
    expect(imported.map(({ status }) => status)).toEqual(['moved', 'orphaned']);
    const [moved, lost] = await Promise.all(
      imported.map(({ id }) => library.call('annotations.get', { id })),
    );
    expect(moved?.quote).toBe('They agreed on a little');
    expect(text.slice(moved?.start, moved?.end)).toBe('They agreed on little');
    expect(moved?.score).toBeGreaterThan(0.8);
    expect(lost?.quote).toBe('Nothing of this is in the text at all');
    const { problems } = await library.call('library.check', {});
    // The planted article has no original; nothing else may be wrong.
    expect(problems.map(({ code }) => code)).toEqual(['original-missing']);
  });

  it('never takes words without context for certain', async () => {
    const bare = (exact: string) => ({
      target: [{ source: url, selector: { type: 'TextQuoteSelector', exact } }],
    });
    const { imported } = await bring([bare('neutral ground'), bare('on')]);
    expect(imported.map(({ status }) => status)).toEqual(['moved', 'orphaned']);
  });
});

describe('what is on no passage', () => {
  const passage = hypothesis('met on neutral ground', { text: 'Where was that?' });
  const reply = (id: string, words: string, created: string) => ({
    ...hypothesis('They agreed'),
    id,
    created,
    text: words,
    user: 'acct:bo@hypothes.is',
    references: [passage.id],
    target: [{ source: url }],
  });
  const page = {
    ...hypothesis('They agreed'),
    id: 'page-note',
    text: 'Compare with **Monday**',
    tags: ['later'],
    target: [{ source: url }],
  };

  it('is kept where it belongs: replies in the comment, notes on the page about the article', async () => {
    const second = reply('r2', 'On the island.\nSurely.', '2026-05-07T08:00:00Z');
    const file = [second, page, passage, reply('r1', 'In Arden.', '2026-05-06T08:00:00Z')];
    const report = await bring(file);
    const [kept] = await passages();
    expect(kept?.comment).toBe(
      [
        'Where was that?',
        '> **acct:bo@hypothes.is** (2026-05-06): In Arden.',
        '> **acct:bo@hypothes.is** (2026-05-07): On the island.\n> Surely.',
      ].join('\n\n'),
    );
    expect(report).toMatchObject({
      imported: [{ index: 2 }],
      replies: [
        { index: 0, id: kept?.id },
        { index: 3, id: kept?.id },
      ],
      notes: [{ index: 1, articleId }],
      failed: [],
    });
    const notes = await library.call('notes.list', { articleId });
    expect(notes.items.map(({ title }) => title)).toEqual(['Envoys meet | News']);
    const again = await bring(file);
    expect([again.imported, again.replies, again.notes]).toEqual([[], [], []]);
    expect(again.already).toHaveLength(4);
    await library.call('history.undo', {});
    expect(await passages()).toEqual([]);
    expect((await library.call('notes.list', {})).total).toBe(0);
  });

  it('answers an annotation that is there already, and is named where there is none', async () => {
    await bring([passage]);
    const late = reply('r3', 'Nowhere.', '2026-06-01T08:00:00Z');
    const lost = { ...late, references: ['nobody'] };
    const elsewhere = {
      ...page,
      uri: 'https://x.example/',
      target: [{ source: 'https://x.example/' }],
      document: {},
    };
    const report = await bring([late, lost, elsewhere]);
    expect(report.replies.map(({ index }) => index)).toEqual([0]);
    expect(report.failed.map(({ index, code }) => [index, code])).toEqual([
      [1, 'not-found'],
      [2, 'not-found'],
    ]);
    expect((await passages())[0]?.comment).toContain('Nowhere.');
    await library.call('history.undo', {});
    expect((await passages())[0]?.comment).toBe('Where was that?');
  });
});

describe('what is malformed', () => {
  it('is reported by its place, and the others are kept', async () => {
    const report = await bring([
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
    expect((await passages()).find(({ quote }) => quote === 'aides said')?.tags).toEqual(['ok']);
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
    const report = await library.call('annotations.import', {
      sources: [
        { name: 'bad.json', text: bad },
        { name: 'good.json', text: good },
        { path: join(library.dir, 'nowhere.json') },
      ],
    });
    expect(report.imported).toHaveLength(1);
    expect(report.failed).toMatchObject([
      { source: join(library.dir, 'nowhere.json'), index: null, code: 'not-found' },
      { source: 'bad.json', index: null, code },
    ]);
  });

  it('any JSON at all is answered, never an error of ours', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.jsonValue({ maxDepth: 4 })), async (items) => {
        const report = await bring({ items });
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
    const report = await bring([foreign]);
    expect(report).toMatchObject({ imported: [], failed: [], waiting: [{ index: 0, target }] });
    const waiting = async () => (await library.call('annotations.waiting', {})).items;
    expect(await waiting()).toMatchObject([
      { target, annotations: 1, articleId: null, quotes: ['met on neutral ground'] },
    ]);
    // Importing again does not double it.
    await bring([foreign]);
    await library.reopen();
    expect(await waiting()).toHaveLength(1);
    expect(await library.call('annotations.placeWaiting', { target })).toMatchObject({ left: 1 });

    const later = plantArticle(library.dir, `Later copy. ${text}`, { title: 'Later' });
    await library.call('articles.update', { id: later, URL: `${target}/` });
    expect(await waiting()).toMatchObject([{ articleId: later }]);
    expect(await library.call('annotations.placeWaiting', { target })).toMatchObject({
      left: 0,
      imported: [{ status: 'exact' }],
    });
    expect(await waiting()).toEqual([]);
    expect(await passages()).toMatchObject([{ articleId: later, quote: 'met on neutral ground' }]);
    await library.call('history.undo', {});
    expect(await waiting()).toHaveLength(1);

    // The person may say which article it is, or give them up.
    await library.call('annotations.placeWaiting', { target, articleId });
    expect(await passages()).toMatchObject([{ articleId }]);
    await library.call('history.undo', {});
    expect(await library.call('annotations.dismissWaiting', { target })).toEqual({ dismissed: 1 });
    expect(await waiting()).toEqual([]);
    await expect(library.call('annotations.placeWaiting', { target })).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});

const examples = resolve(import.meta.dirname, '../../../../../../shared/data/annotations');
const missing = !existsSync(examples);
if (missing) console.warn(`The W3C examples are not at ${examples}: reading them is not tested.`);

describe.skipIf(missing)('public examples (need ../shared/data)', () => {
  it.each(['correct', 'incorrect'])('each of the W3C’s %s ones is answered', async (folder) => {
    const names = readdirSync(join(examples, folder)).filter((name) => name.endsWith('.json'));
    expect(names.length).toBeGreaterThan(30);
    for (const name of names) {
      const report = await bring(readFileSync(join(examples, folder, name), 'utf8'));
      const all = [report.imported, report.waiting, report.failed].flat();
      expect([name, all.length > 0]).toEqual([name, true]);
      expect(report.failed.map(({ code }) => code)).not.toContain('internal');
    }
  });

  it('places the annotations Hypothesis publishes with a page in the text of that page', async () => {
    const base = join(examples, 'baselines/wikipedia-regression-testing');
    const page = readFileSync(`${base}.html`, 'utf8');
    const { parseHTML } = await import('linkedom');
    const { document } = parseHTML(page);
    for (const each of document.querySelectorAll('script, style')) each.remove();
    const words = document.body.textContent.replaceAll(/\s*\n\s*/gu, '\n').trim();
    const id = plantArticle(library.dir, words, { title: 'Regression testing' });
    await library.call('articles.update', {
      id,
      URL: 'https://en.wikipedia.org/wiki/Regression_testing',
    });
    const report = await bring(readFileSync(`${base}.json`, 'utf8'));
    expect(report.imported).toHaveLength(5);
    expect(report.imported.filter(({ status }) => status === 'exact').length).toBeGreaterThan(3);
  });
});
