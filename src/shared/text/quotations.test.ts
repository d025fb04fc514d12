import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quotations } from './quotations.ts';

const found = (text: string) => quotations(text).map(({ start, end }) => text.slice(start, end));

describe('quotations', () => {
  it.each([
    ['straight', 'He said "go home" and left.', ['go home']],
    ['straight single', "He said 'go home' and didn't stay.", ['go home']],
    ['curly', 'He said “go home” and didn’t stay.', ['go home']],
    ['curly single', 'He said ‘don’t go’ twice.', ['don’t go']],
    ['German', 'Er sagte „geh heim“ und ging.', ['geh heim']],
    ['Swedish', 'Han sade ”gå hem” och gick.', ['gå hem']],
    ['French', 'Il dit « va-t-en » et part.', [' va-t-en ']],
    ['reversed angle', 'Sie sagte »geh heim« laut.', ['geh heim']],
    ['Japanese', '彼は「行く」と言い『本』を置いた。', ['行く', '本']],
    ['nested curly', '“He said ‘no’ to me.”', ['He said ‘no’ to me.', 'no']],
    ['nested straight', `"He said 'no' to me."`, [`He said 'no' to me.`, 'no']],
    ['nested corner', '「『本』を読む」', ['『本』を読む', '本']],
    ['doubled', 'He said ""go home"" and left, ""not now"".', ['go home', 'not now']],
    ['two on a line', '"one" and "two"', ['one', 'two']],
    ['with the stop inside', '“It is over.” Then “Go,” he said.', ['It is over.', 'Go,']],
  ])('finds %s marks', (_, text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it.each([
    ["the ships' crews and the '90s"],
    ['a 5" gun and a 6’ man'],
    ['“never closed'],
    ['closed” only'],
    ['"" and “ ” and 「」'],
  ])('passes over %s', (text) => {
    expect(found(text)).toEqual([]);
  });

  it('always gives nested or separate stretches between two marks', () => {
    const marked = fc
      .array(fc.constantFrom('a', ' ', '"', "'", '“', '”', '‘', '’', '«', '»', '「', '」', '.'), {
        maxLength: 60,
      })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(marked, (text) => {
        const all = quotations(text);
        for (const { start, end } of all) {
          expect(text.charAt(start - 1)).toMatch(/["'“”‘’«»「]/u);
          expect(text.charAt(end)).toMatch(/["'“”‘’«»」]/u);
        }
        for (const a of all) {
          for (const b of all) {
            const apart = a.end <= b.start || b.end <= a.start;
            const within =
              (a.start <= b.start && b.end <= a.end) || (b.start <= a.start && a.end <= b.end);
            expect(apart || within).toBe(true);
          }
        }
      }),
      { numRuns: 1000 },
    );
  });
});
