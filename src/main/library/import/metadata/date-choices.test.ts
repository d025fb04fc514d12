import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isoDate } from '../../../../shared/model/article.ts';
import { testLibrary } from '../../test-library.ts';
import { parseInProcess } from '../parse-in-process.ts';
import { dateChoices, type DateHint } from './date-choices.ts';
import { dateHints, type Surroundings } from './date-hints.ts';
import { withDateChoices } from './offer-dates.ts';
import { partialDateIn, weekdayIn } from './partial-dates.ts';

describe('a day without its year', () => {
  it.each([
    ['sources said on Nov 4.', 'XXXX-11-04', 'Nov 4'],
    ['At a Nov. 3 rally, Lund spoke.', 'XXXX-11-03', 'Nov. 3'],
    ['OSLO, March 11 (Northern Wire) -', 'XXXX-03-11', 'March 11'],
    ['It met on the 4th November in Oslo.', 'XXXX-11-04', '4th November'],
    ['会談は11月4日に行われた。', 'XXXX-11-04', '11月4日'],
    ['首相は4日、記者団に語った。', 'XXXX-XX-04', '4日'],
    ['정부는 11월 4일 밝혔다.', 'XXXX-11-04', '11월 4일'],
    ['정부는 지난 4일 밝혔다.', 'XXXX-XX-04', '4일'],
    ['Das teilte sie am 4. November mit.', 'XXXX-11-04', '4. November'],
    ['La réunion du 4 novembre à Oslo.', 'XXXX-11-04', '4 novembre'],
    ['El 4 de noviembre en Oslo.', 'XXXX-11-04', '4 de noviembre'],
  ])('is read in “%s”', (text, value, words) => {
    const found = partialDateIn(text);
    expect(found?.value).toBe(value);
    expect(text.slice(found?.start, found?.end)).toBe(words);
  });

  it.each([
    'It happened on 4 November 2024 at sea.',
    'It happened on November 4, 2024 at sea.',
    'They may 4 times a year.',
    'Nov 31 does not exist.',
    '会談は2025年11月4日に行われた。',
    '会談は3日間続いた。',
    'The crew of 12 marched.',
  ])('is not read in “%s”', (text) => {
    expect(partialDateIn(text)).toBeNull();
  });

  it('is a weekday where nothing else is said', () => {
    expect(weekdayIn('The board said on Tuesday that')).toMatchObject({ value: 'XXXX-XX-XX' });
  });
});

const around: Surroundings = {
  text: '',
  hidden: [],
  source: 'story.txt',
  url: null,
  accessed: null,
  added: '2026-11-22',
  siblings: [],
};
const choicesFor = (text: string, more: Partial<Surroundings> = {}) => {
  const found = partialDateIn(text) ?? weekdayIn(text);
  if (found === null) return [];
  const evidence = {
    rule: 'date-in-text',
    text: text.slice(found.start, found.end),
    start: found.start,
    end: found.end,
  } as const;
  const proposal = { field: 'issued', value: found.value, certain: false, evidence } as const;
  const [made] = withDateChoices([proposal], { ...around, text, ...more });
  return made?.choices?.map(({ value, evidence: all }) => [value, all.map(({ rule }) => rule)]);
};

describe('the dates it may stand for', () => {
  const said = 'The board said so on Nov 4.';

  it('come from the address and the file’s name first', () => {
    expect(choicesFor(said, { url: 'https://example.org/2025/11/05/board' })?.[0]).toEqual([
      '2025-11-04',
      ['url-date', 'added'],
    ]);
    expect(choicesFor(said, { source: 'in/20241105_board.txt' })?.[0]?.[0]).toBe('2024-11-04');
    const turn = 'The board said so on Dec 30.';
    expect(choicesFor(turn, { url: 'https://example.org/2026/01/02/x' })?.[0]?.[0]).toBe(
      '2025-12-30',
    );
  });

  it('come from the articles that came with it', () => {
    const siblings = [
      { title: 'Board speaks', issued: '2025-11-06' },
      { title: 'An old one', issued: '2011-03-11' },
      { title: 'Board again', issued: '2025-12' },
    ];
    expect(choicesFor(said, { siblings })?.[0]).toEqual(['2025-11-04', ['sibling-date', 'added']]);
  });

  it('lie between the year before the latest one the text names and those it can no longer be of', () => {
    const text = `${said} It had last met in 2024. © 2026 The Courier`;
    expect(choicesFor(text)?.map(([value]) => value)).toEqual([
      '2026-11-04',
      '2025-11-04',
      '2024-11-04',
      '2023-11-04',
    ]);
    expect(choicesFor(text, { accessed: '2026-03-01' })?.map(([value]) => value)).toEqual([
      '2025-11-04',
      '2024-11-04',
      '2023-11-04',
    ]);
  });

  it('fall on the weekday that is named beside it', () => {
    expect(choicesFor('The board said so on Tuesday, Nov. 4, in Oslo.')?.[0]).toEqual([
      '2025-11-04',
      ['weekday', 'added'],
    ]);
  });

  it('of a weekday, or of a mere day, are found beside a whole date only', () => {
    const weekday = 'The board said so on Tuesday.';
    expect(choicesFor(weekday)).toEqual([]);
    expect(choicesFor(weekday, { url: 'https://example.org/2025/11/05/x' })).toEqual([
      ['2025-11-04', ['url-date']],
    ]);
    expect(choicesFor('首相は30日に語った。', { url: 'https://example.org/20251102/x' })).toEqual([
      ['2025-10-30', ['url-date']],
    ]);
  });

  it('are real days, no later than what bounds them', () => {
    const date = fc
      .tuple(fc.integer({ min: 1950, max: 2029 }), fc.integer({ min: 1, max: 12 }))
      .map(([year, month]) => `${year}-${String(month).padStart(2, '0')}-15`);
    const hint = fc.record({
      date,
      bears: fc.constantFrom<DateHint['bears']>('near', 'named', 'not-after'),
      evidence: fc.constant({ rule: 'added' as const, text: '' }),
    });
    const partial = fc.constantFrom('XXXX-02-29', 'XXXX-11-04', 'XXXX-XX-31', 'XXXX-XX-XX');
    fc.assert(
      fc.property(partial, fc.nat(6), fc.array(hint), (value, weekday, hints) => {
        for (const choice of dateChoices(value, weekday, hints, null)) {
          expect(isoDate.safeParse(choice.value).success).toBe(true);
          const known = value.replaceAll('X', '\\d').replace(/^/, '^');
          expect(choice.value).toMatch(new RegExp(known));
          if (value.slice(5, 7) === 'XX') continue;
          for (const { date: bound, bears } of hints) {
            if (bears === 'not-after') expect(choice.value <= bound).toBe(true);
          }
        }
      }),
    );
  });

  it('take no longer for a text of years only', () => {
    const text = '1999 2001 '.repeat(20_000);
    expect(dateHints({ ...around, text }).map(({ date }) => date)).toContain('2001');
  });
});

describe('in the library', () => {
  let library: ReturnType<typeof testLibrary>;
  beforeEach(() => {
    library = testLibrary(parseInProcess);
  });
  afterEach(() => library.dispose());

  const page = (title: string, words: string) => `# ${title}\n\n${words} It was a quiet meeting.\n`;
  const sources = [
    { name: 'board.md', text: page('Board speaks', 'Lund told the board so on Nov 4.') },
    {
      name: 'harbour.md',
      text: `---\ndate: 2025-11-06\n---\n\n${page('Harbour opens', 'The harbour opened again.')}`,
    },
  ];

  it('a preview offers them and stores none, and one is taken by a decision', async () => {
    const { previewId, items } = await library.call('import.preview', { sources });
    const [row] = items;
    expect(row?.issued).toBeNull();
    const [proposal] = row?.proposals.filter(({ field }) => field === 'issued') ?? [];
    expect(proposal?.value).toBe('XXXX-11-04');
    expect(proposal?.choices?.[0]).toMatchObject({
      value: '2025-11-04',
      evidence: [{ rule: 'sibling-date', text: 'Harbour opens' }, { rule: 'added' }],
    });
    const issued = proposal?.choices?.[0]?.value ?? '';
    const decisions = [{ key: row?.key ?? '', include: true, fields: { issued } }];
    const { imported } = await library.call('import.run', { previewId, decisions });
    const dates = await Promise.all(
      imported.map(async ({ articleId }) => library.call('articles.get', { id: articleId })),
    );
    expect(dates.map((article) => article.issued)).toEqual(['2025-11-04', '2025-11-06']);
  });

  it('an article of the library has them, too, and stays without a date until one is chosen', async () => {
    const { imported } = await library.call('import.run', { sources });
    const id = imported[0]?.articleId ?? '';
    const { items } = await library.call('articles.proposals', { id });
    const issued = items.find(({ field }) => field === 'issued');
    expect(issued?.choices?.[0]?.value).toBe('2025-11-04');
    expect((await library.call('articles.get', { id })).issued).toBeNull();
    await expect(library.call('articles.proposals', { id: 'none' })).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});
