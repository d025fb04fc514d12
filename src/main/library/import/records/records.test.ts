import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { testLibrary } from '../../test-library.ts';
import { parseInProcess } from '../parse-in-process.ts';

let library: ReturnType<typeof testLibrary>;
beforeEach(() => {
  library = testLibrary(parseInProcess);
});
afterEach(() => library.dispose());

const ris = (...records: readonly (readonly string[])[]) => ({
  name: 'zotero.ris',
  text: records.map((lines) => ['TY  - NEWS', ...lines, 'ER  - ', ''].join('\n')).join('\n'),
});

const ferry = {
  name: 'ferry.txt',
  text: 'Ferry talks resume in Estholm\n\nThe ferry line may open again in June, officials said.',
};

async function importFerry(fields: object = {}) {
  const { imported } = await library.call('import.run', { sources: [ferry] });
  const id = imported[0]?.articleId ?? '';
  await library.call('articles.update', { id, ...fields });
  return id;
}

describe('records of a bibliography', () => {
  it('attach by title, filling only what is empty, and one undo takes it back', async () => {
    const id = await importFerry({ URL: 'https://mirror.example/1' });
    const source = ris([
      'TI  - FERRY TALKS RESUME IN ESTHOLM.',
      'AU  - Lund, Ada',
      'T2  - Estholm Courier',
      'DA  - 2026/02/03/',
      'UR  - https://courier.example/ferry',
    ]);
    const result = await library.call('import.run', { sources: [source] });
    expect(result).toMatchObject({ imported: [], duplicates: [], failed: [] });
    expect(result.attached).toEqual([
      {
        source: 'zotero.ris',
        articleId: id,
        title: 'Ferry talks resume in Estholm',
        by: 'title',
        filled: ['container-title', 'author', 'issued'],
        kept: ['URL'],
      },
    ]);
    expect(await library.call('articles.get', { id })).toMatchObject({
      issued: '2026-02-03',
      'container-title': 'Estholm Courier',
      author: [{ family: 'Lund', given: 'Ada' }],
      URL: 'https://mirror.example/1',
    });
    await library.reopen();
    await library.call('history.undo', {});
    expect(await library.call('articles.get', { id })).toMatchObject({
      'container-title': null,
      author: [],
      issued: null,
    });
  });

  it.each([
    [
      'url',
      'https://www.courier.example/ferry/?utm_source=mail',
      ['UR  - http://courier.example/ferry'],
    ],
    ['doi', 'https://doi.org/10.5555/Ferry.1', ['DO  - 10.5555/ferry.1']],
    ['doi', 'https://journal.example/doi/full/10.5555/ferry.1', ['DO  - 10.5555/FERRY.1']],
  ])('attach by %s %s', async (by, URL, lines) => {
    const id = await importFerry({ URL });
    const { attached } = await library.call('import.run', {
      sources: [ris(['TI  - Another headline', 'T2  - Estholm Courier', ...lines])],
    });
    expect(attached).toMatchObject([{ articleId: id, by, filled: ['container-title'] }]);
  });

  it('do not attach by a headline to the report of another outlet or day', async () => {
    await importFerry({ 'container-title': 'The Post', issued: '2026-02-03' });
    const { attached, failed } = await library.call('import.run', {
      sources: [
        ris(
          ['TI  - Ferry talks resume in Estholm', 'T2  - Courier'],
          ['TI  - Ferry talks resume in Estholm', 'DA  - 2026/05/09'],
        ),
      ],
    });
    expect(attached).toEqual([]);
    expect(failed).toMatchObject([
      {
        code: 'no-match',
        message:
          '“Ferry talks resume in Estholm” in "zotero.ris" has no text of its own, and the article with its headline is from “The Post”, not from “Courier”. If it is the same report, correct the outlet of one of the two, then import this file again.',
      },
      { code: 'no-match', message: expect.stringContaining('is of 2026-02-03, not of 2026-05-09') },
    ]);
    const preview = await library.call('import.preview', {
      sources: [ris(['TI  - Ferry talks resume in Estholm', 'T2  - Courier'])],
    });
    expect(preview.failed).toMatchObject([{ message: failed[0]?.message }]);
  });

  it('say that several articles have their headline', async () => {
    for (const outlet of ['The Post', 'The Mail']) {
      const text = `---\noutlet: ${outlet}\n---\n${ferry.text}`;
      await library.call('import.run', { sources: [{ name: `${outlet}.md`, text }] });
    }
    const record = ['TI  - Ferry talks resume in Estholm'];
    const { failed } = await library.call('import.run', { sources: [ris(record)] });
    expect(failed[0]?.message).toContain('2 articles have its headline');
  });

  it('that match nothing fail by name, or become articles where they carry words', async () => {
    const { imported, failed } = await library.call('import.run', {
      sources: [
        ris(
          ['TI  - Nowhere to be found'],
          [
            'TI  - On crossings',
            'AU  - Lund, Ada',
            'DA  - 2026/02/03',
            'DO  - 10.5555/x',
            'AB  - Crossings were studied for a year. They take longer in winter.',
          ],
        ),
      ],
    });
    expect(failed).toMatchObject([{ source: 'zotero.ris', code: 'no-match' }]);
    expect(failed[0]?.message).toContain('Nowhere to be found');
    expect(imported).toMatchObject([{ source: 'zotero.ris', title: 'On crossings' }]);
    const article = await library.call('articles.get', { id: imported[0]?.articleId ?? '' });
    expect(article).toMatchObject({
      issued: '2026-02-03',
      author: [{ family: 'Lund', given: 'Ada' }],
      URL: 'https://doi.org/10.5555/x',
      titleProposed: false,
    });
    expect(article.text).toContain('They take longer in winter.');
  });

  it('attach to the articles of the same import, in one step of the history', async () => {
    const { imported, attached } = await library.call('import.run', {
      sources: [ris(['TI  - Ferry talks resume in Estholm', 'T2  - Estholm Courier']), ferry],
    });
    expect(attached).toMatchObject([{ articleId: imported[0]?.articleId }]);
    await library.call('history.undo', {});
    expect((await library.call('articles.list', {})).total).toBe(0);
  });
});

describe('records in a preview', () => {
  const record = [
    'TI  - Ferry talks resume in Estholm',
    'T2  - Estholm Courier',
    'DA  - 2026/02/03',
  ];

  it('fill the row they describe, which the person may correct', async () => {
    const { previewId, items, records, failed } = await library.call('import.preview', {
      sources: [ferry, ris(record, ['TI  - Nowhere to be found'])],
    });
    expect(failed).toMatchObject([{ code: 'no-match' }]);
    expect(items).toMatchObject([
      {
        title: 'Ferry talks resume in Estholm',
        'container-title': 'Estholm Courier',
        issued: '2026-02-03',
      },
    ]);
    expect(items[0]?.proposals).toContainEqual(
      expect.objectContaining({
        field: 'issued',
        evidence: { rule: 'bibliography', text: '2026-02-03' },
      }),
    );
    expect(records).toMatchObject([{ row: items[0]?.key, articleId: null, by: 'title' }]);
    const { imported, attached } = await library.call('import.run', {
      previewId,
      decisions: [{ key: items[0]?.key ?? '', include: true, fields: { issued: '2026-02-04' } }],
    });
    expect(attached).toMatchObject([{ articleId: imported[0]?.articleId }]);
    const article = await library.call('articles.get', { id: imported[0]?.articleId ?? '' });
    expect(article).toMatchObject({ issued: '2026-02-04', 'container-title': 'Estholm Courier' });
  });

  it('are shown with the article of the library they attach to, and can be left out', async () => {
    const id = await importFerry();
    const sources = [
      ris(record, ['TI  - On crossings', `AB  - ${'Words about crossings. '.repeat(4)}`]),
    ];
    const first = await library.call('import.preview', { sources });
    expect(first.records).toMatchObject([
      {
        articleId: id,
        row: null,
        title: 'Ferry talks resume in Estholm',
        filled: ['container-title', 'issued'],
      },
    ]);
    expect(first.items).toMatchObject([{ title: 'On crossings', format: 'ris' }]);
    const left = await library.call('import.run', {
      previewId: first.previewId,
      decisions: [first.records[0], first.items[0]].map((row) => ({
        key: row?.key ?? '',
        include: false,
      })),
    });
    expect(left).toMatchObject({ imported: [], attached: [] });
    const second = await library.call('import.preview', { sources });
    const { attached } = await library.call('import.run', { previewId: second.previewId });
    expect(attached).toMatchObject([{ articleId: id, filled: ['container-title', 'issued'] }]);
    await library.call('history.undo', {});
    expect(await library.call('articles.get', { id })).toMatchObject({ issued: null });
  });
});
