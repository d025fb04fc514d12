import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findQuote, nearestQuote, quotePattern, quoteSource } from './quote-match.ts';
import { wordDiff } from './word-diff.ts';

const passage =
  'The envoy said: “I would rather begin with the people, and I will wait for the flags.” Nobody in the harbour — not even O’Hara — objected.';

const verdict = (quotation: string, source = passage) => {
  const pattern = quotePattern(quotation);
  const from = quoteSource(source);
  return (findQuote(pattern, from) ?? nearestQuote(pattern, from))?.verdict ?? null;
};

describe('a quotation and its passage', () => {
  it.each([
    ['the whole passage', passage],
    [
      'a whole quotation in it',
      'I would rather begin with the people, and I will wait for the flags.',
    ],
    ['with another stop', 'I would rather begin with the people, and I will wait for the flags,'],
    ['without a stop', 'I would rather begin with the people, and I will wait for the flags'],
    [
      'with a small first letter',
      'i would rather begin with the people, and I will wait for the flags',
    ],
  ])('is verbatim: %s', (_, quotation) => {
    expect(verdict(quotation)).toBe('verbatim');
  });

  it.each([
    ['a part', 'wait for the flags'],
    ['an ellipsis', 'I would rather begin with the people … wait for the flags'],
    ['a bracketed ellipsis', 'I would rather [...] wait for the flags'],
    ['an insertion', '[The envoy] would rather begin with the people'],
    ['a changed capital', '[B]egin with the people'],
    ['sic', 'begin with the people [sic], and I will wait'],
    ['a changed ending', 'begin[ning] with the people'],
    ['other dashes, apostrophes and spaces', "in the harbour -- not even O'Hara\u00A0– objected"],
  ])('is trimmed: %s', (_, quotation) => {
    expect(verdict(quotation.replace('--', '—'))).toBe('trimmed');
  });

  it.each([
    ['a word', 'and I shall wait for the flags'],
    ['a missing word', 'I would rather begin with people, and I will wait'],
    ['a comma', 'begin with the people and I will wait for the flags'],
    ['a capital inside', 'wait for the Flags'],
    ['an added word', 'I would much rather begin with the people'],
  ])('differs by %s', (_, quotation) => {
    expect(verdict(quotation)).toBe('differs');
  });

  it.each(['the ministers met in secret on Sunday', 'a ferry', 'nobody objected to it at all'])(
    'is not in it: %s',
    (quotation) => {
      expect(verdict(quotation)).toBeNull();
    },
  );

  it('with an ellipsis or brackets stands where its own words do, and nowhere else', () => {
    const placed = (quotation: string) => {
      const match = findQuote(quotePattern(quotation), quoteSource(passage));
      return match === null ? null : passage.slice(match.start, match.end);
    };
    expect(placed('begin with … I will wait for the flags')).toBe(
      'begin with the people, and I will wait for the flags',
    );
    expect(placed('[W]ait for the flags')).toBe('wait for the flags');
    expect(placed('I would rather … burn the flags')).toBeNull();
    expect(placed('[S]ail with the people')).toBeNull();
  });

  it('of one word is near another form of it, and no other word', () => {
    expect(verdict('flagged')).toBe('differs');
    expect(verdict('harbours')).toBe('differs');
    expect(verdict('envelope')).toBeNull();
    const match = nearestQuote(quotePattern('flagged'), quoteSource(passage));
    expect(passage.slice(match?.start, match?.end)).toBe('flags');
    expect(verdict('the flagship')).toBe('differs');
    expect(verdict('the crowds')).toBeNull();
    expect(verdict('—', 'a ferry')).toBeNull();
  });

  it('takes a changed last word for changed, not for missing', () => {
    const match = nearestQuote(quotePattern('I will wait for the boats'), quoteSource(passage));
    expect(passage.slice(match?.start, match?.end)).toBe('I will wait for the flags');
  });

  it('works on Chinese and Japanese', () => {
    const source = '知事は「まず人を運ぶ。首脳会談は急がない」と述べた。';
    expect(verdict('まず人を運ぶ。首脳会談は急がない', source)).toBe('verbatim');
    expect(verdict('首脳会談は急がない', source)).toBe('trimmed');
    expect(verdict('首脳会談は急ぐ', source)).toBe('differs');
    expect(verdict('船を全部売る', source)).toBeNull();
  });

  it('does not take an ellipsis of the source for one of the quotation', () => {
    expect(verdict('We… will go', 'We… will go')).toBe('verbatim');
  });

  const word = fc.stringMatching(/^[a-z]{2,9}$/);
  const words = fc.array(word, { minLength: 6, maxLength: 40 });

  it('finds every stretch of every passage, however quotation marks and spaces are written', () => {
    fc.assert(
      fc.property(
        words,
        fc.nat(),
        fc.nat(),
        fc.constantFrom(' ', '\u00A0', '\n', '  '),
        (all, a, b, space) => {
          const from = a % all.length;
          const quotation = all.slice(from, from + 1 + (b % (all.length - from)));
          const found = findQuote(quotePattern(quotation.join(space)), quoteSource(all.join(' ')));
          expect(found?.verdict).toBe(quotation.length === all.length ? 'verbatim' : 'trimmed');
          expect(all.join(' ').slice(found?.start, found?.end)).toBe(quotation.join(' '));
        },
      ),
    );
  });

  it('keeps words apart where the quotation ends before its source', () => {
    expect(wordDiff('to the sea', 'to the sea again')).toEqual([
      { kind: 'same', text: 'to the sea' },
      { kind: 'source', text: ' again' },
    ]);
  });

  it('shows the difference so that either side can be put together again', () => {
    expect(wordDiff('and I shall wait', 'and I will wait')).toEqual([
      { kind: 'same', text: 'and I ' },
      { kind: 'mine', text: 'shall ' },
      { kind: 'source', text: 'will ' },
      { kind: 'same', text: 'wait' },
    ]);
    fc.assert(
      fc.property(words, words, (mine, source) => {
        const parts = wordDiff(mine.join(' '), source.join(' '));
        const side = (kind: string) =>
          parts
            .filter((part) => part.kind === 'same' || part.kind === kind)
            .map(({ text }) => text);
        expect(side('mine').join('')).toBe(mine.join(' '));
        expect(side('source').join('').split(/\s+/u).join(' ').trim()).toBe(source.join(' '));
      }),
    );
  });
});
