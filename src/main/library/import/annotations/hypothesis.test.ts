import { describe, expect, it } from 'vitest';
import { hypothesis, importTests, text, url } from './test-import.ts';

const t = importTests();

describe('from Hypothesis', () => {
  it.each([
    ['rows of its API', (items: unknown[]) => ({ total: items.length, rows: items })],
    ['its export', (items: unknown[]) => ({ export_date: '2026-05-06', annotations: items })],
    ['a list', (items: unknown[]) => items],
  ])('%s: found by address, placed by quotation', async (_name, wrap) => {
    const report = await t.bring(
      wrap([
        hypothesis('met on neutral ground', { text: 'Where?', tags: ['place', 'topic/sub'] }),
        hypothesis('They agreed on little'),
        hypothesis('ground.\nThey agreed'),
      ]),
    );
    expect(report.failed).toEqual([]);
    expect(report.imported.map(({ status }) => status)).toEqual(['exact', 'exact', 'exact']);
    expect(await t.passages()).toMatchObject([
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
    const { imported } = await t.bring([changed, gone]);
    expect(imported.map(({ status }) => status)).toEqual(['moved', 'orphaned']);
    const [moved, lost] = await Promise.all(
      imported.map(({ id }) => t.library.call('annotations.get', { id })),
    );
    expect(moved?.quote).toBe('They agreed on a little');
    expect(text.slice(moved?.start, moved?.end)).toBe('They agreed on little');
    expect(moved?.score).toBeGreaterThan(0.8);
    expect(lost?.quote).toBe('Nothing of this is in the text at all');
    const { problems } = await t.library.call('library.check', {});
    // The planted article has no original; nothing else may be wrong.
    expect(problems.map(({ code }) => code)).toEqual(['original-missing']);
  });

  it('never takes words without context for certain', async () => {
    const bare = (exact: string) => ({
      target: [{ source: url, selector: { type: 'TextQuoteSelector', exact } }],
    });
    const { imported } = await t.bring([bare('neutral ground'), bare('on')]);
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
    const report = await t.bring(file);
    const [kept] = await t.passages();
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
      notes: [{ index: 1, articleId: t.articleId }],
      failed: [],
    });
    const notes = await t.library.call('notes.list', { articleId: t.articleId });
    expect(notes.items.map(({ title }) => title)).toEqual(['Envoys meet | News']);
    const again = await t.bring(file);
    expect([again.imported, again.replies, again.notes]).toEqual([[], [], []]);
    expect(again.already).toHaveLength(4);
    await t.library.call('history.undo', {});
    expect(await t.passages()).toEqual([]);
    expect((await t.library.call('notes.list', {})).total).toBe(0);
  });

  it('answers an annotation that is there already, and is named where there is none', async () => {
    await t.bring([passage]);
    const late = reply('r3', 'Nowhere.', '2026-06-01T08:00:00Z');
    const lost = { ...late, references: ['nobody'] };
    const elsewhere = {
      ...page,
      uri: 'https://x.example/',
      target: [{ source: 'https://x.example/' }],
      document: {},
    };
    const report = await t.bring([late, lost, elsewhere]);
    expect(report.replies.map(({ index }) => index)).toEqual([0]);
    expect(report.failed.map(({ index, code }) => [index, code])).toEqual([
      [1, 'not-found'],
      [2, 'not-found'],
    ]);
    expect((await t.passages())[0]?.comment).toContain('Nowhere.');
    await t.library.call('history.undo', {});
    expect((await t.passages())[0]?.comment).toBe('Where was that?');
  });
});
