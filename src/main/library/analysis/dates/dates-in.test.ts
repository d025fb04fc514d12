import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { datesIn } from './dates-in.ts';

const read = (text: string, issued: string | null = '2031-03-12', language = 'en') =>
  datesIn({
    text,
    blocks: [{ kind: 'paragraph', start: 0, end: text.length }],
    language,
    issued,
  }).map(({ start, end, from, until, inferred }) => {
    const date = until === null ? from : `${from}/${until}`;
    const words = text.slice(start, end);
    return inferred ? [words, date, 'inferred'] : [words, date];
  });

describe('dates a text speaks of', () => {
  // 12 March 2031 is a Wednesday.
  test.each([
    ['The pact was signed on 9 March 2029 in Arden.', [['9 March 2029', '2029-03-09']]],
    ['The pact of March 2029 holds.', [['March 2029', '2029-03']]],
    ['Vale left in 2019 and 2024.', [['2019', '2019']]],
    ['Talks ran from 3 to 5 March 2031.', [['3 to 5 March 2031', '2031-03-03/2031-03-05']]],
    ['Quinn said on Monday that she agreed.', [['Monday', '2031-03-10', 'inferred']]],
    ['Quinn will speak on Monday.', [['Monday', '2031-03-17', 'inferred']]],
    ['They met on Nov. 4, Quinn said.', [['Nov. 4', '2030-11-04', 'inferred']]],
    ['It was agreed yesterday.', [['yesterday', '2031-03-11', 'inferred']]],
    ['Prices rose last month.', [['last month', '2031-02', 'inferred']]],
    ['She came last week.', [['last week', '2031-03-03/2031-03-09', 'inferred']]],
  ])('%s', (text, dates) => {
    expect(read(text).slice(0, dates.length)).toEqual(dates);
  });

  test('what stays unknown without the date of publication', () => {
    expect(read('Quinn said on Monday that she agreed.', null)).toEqual([['Monday', null]]);
    expect(read('They met on Nov. 4.', null)).toEqual([['Nov. 4', 'XXXX-11-04']]);
    expect(read('It was agreed three days ago.', '2031-03')).toEqual([['three days ago', null]]);
    expect(read('He died two years ago.', '2031')).toEqual([['two years ago', '2029', 'inferred']]);
  });

  test.each([
    'He may go; she may not. Now they march.',
    'It took two weeks, for two years they waited, at 9 am.',
    'They paid 2019 crowns and sent 2000 troops.',
    'On 3/4/2031 nobody can tell the month.',
    'The 1970s were long.',
  ])('no date: %s', (text) => {
    expect(read(text)).toEqual([]);
  });

  test('two years side by side are two dates', () => {
    expect(read('Vale left in 2019 and 2024.').map(([, date]) => date)).toEqual(['2019', '2024']);
  });

  test('other languages', () => {
    expect(read('Quinn kam am 9. März 2029.', '2031-03-12', 'de')[0]?.[1]).toBe('2029-03-09');
    expect(read('Quinn est venue le 9 mars 2029.', '2031-03-12', 'fr')[0]?.[1]).toBe('2029-03-09');
    expect(read('会談は2029年3月9日に開かれた。3月10日には、', '2031-03-12', 'ja')).toEqual([
      ['2029年3月9日', '2029-03-09'],
      ['3月10日', '2031-03-10', 'inferred'],
    ]);
    expect(read('2029년 3월 9일 회담', '2031-03-12', 'ko')[0]?.[1]).toBe('2029-03-09');
  });

  test('any text: in order, inside their sentences, never over another', () => {
    const piece = fc.constantFrom(
      'on Monday',
      '3 to 5 March',
      '2031-02-30',
      'in 1999',
      'Nov. 4',
      'last week',
      '年',
      '2031年13月40日',
      'May',
      '9/9/99',
      '\n',
      '. ',
      '😀',
      'the',
      'from 2019 to 2024,',
      '0000-00-00',
      'yesterday',
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 14 }),
        fc.constantFrom(null, '2031', '2031-03', '2031-03-12'),
        fc.constantFrom('en', 'ja', 'de', 'xx'),
        (pieces, issued, language) => {
          const text = pieces.join(' ');
          const blocks = [{ kind: 'paragraph' as const, start: 0, end: text.length }];
          let last = 0;
          for (const one of datesIn({ text, blocks, language, issued })) {
            expect(one.start).toBeGreaterThanOrEqual(last);
            expect(one.end).toBeGreaterThan(one.start);
            expect(one.sentence.start).toBeLessThanOrEqual(one.start);
            expect(one.sentence.end).toBeGreaterThanOrEqual(one.end);
            expect(one.from ?? '2031').toMatch(/^(?:\d{4}|XXXX)(?:-\d\d){0,2}$/);
            last = one.end;
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});
