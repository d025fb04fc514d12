import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sequenceOf, sequenceOfTerm } from '../../../shared/query/sequence.ts';
import { stem } from '../../../shared/text/stem.ts';
import { tokens } from '../../../shared/text/tokens.ts';
import { trickyText } from '../../../shared/text/tricky-text.ts';
import { HitFinder, type Hit } from './hits.ts';
import { ShownHits } from './shown-hits.ts';
import { bestPassage, passageWidth } from './snippet.ts';

const word = (text: string) => sequenceOfTerm({ kind: 'word', text });
const marked = (text: string, ...asked: string[]) =>
  new HitFinder(asked.map((each) => [each.includes(' ') ? sequenceOf(each) : word(each)]))
    .find(text)
    .map(({ start, end }) => text.slice(start, end));

describe('hits', () => {
  it.each([
    ['They met; the MEETINGS went on.', ['meeting'], ['MEETINGS']],
    ['a hope, hoping, hoped, hop', ['hoping'], ['hope', 'hoping', 'hoped']],
    ['happy happiness', ['happiness'], ['happy', 'happiness']],
    ['Seo Han-bit and Seo Han Bit', ['Han-bit'], ['Han-bit', 'Han Bit']],
    ['首脳会談と首都', ['首', '会談'], ['首', '会談', '首']],
    ['Élysée élysées', ['elysee'], ['Élysée', 'élysées']],
    ['one two one two three', ['one two three'], ['one two three']],
    ['one one two', ['one two'], ['one two']],
  ])('in %j of %j', (text, asked, expected) => {
    expect(marked(text, ...asked)).toEqual(expected);
  });

  it('are every token that shares the stem', () => {
    const words = fc.constantFrom(
      'relational relate possibility possible troubled trouble hopping hop ties tied argues arguing',
      'nations nationality connect connections organisation organised sensitivity sensitive',
    );
    fc.assert(
      fc.property(words, fc.nat(11), (text, index) => {
        const all = tokens(text);
        const asked = all[index % all.length]?.term ?? '';
        const expected = all.filter(({ term }) => stem(term) === stem(asked));
        const hits = new HitFinder([[word(asked)]]).find(text);
        expect(hits.map(({ start }) => start)).toEqual(expected.map(({ start }) => start));
      }),
    );
  });

  it('are found at any part of any text that has tokens', () => {
    fc.assert(
      fc.property(trickyText, trickyText, trickyText, (before, part, after) => {
        const sequence = sequenceOf(part);
        fc.pre(sequence.terms.length > 0);
        const text = `${before} ${part} ${after}`;
        const hits = new HitFinder([[sequence]]).find(text);
        expect(hits.length).toBeGreaterThan(0);
        for (const { start, end } of hits) {
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }),
    );
  });

  it('of a list of results are those the tokens give, however they were looked for', () => {
    const words = fc.constantFrom(
      'ferry',
      'Ferries',
      'meeting',
      'met',
      'meet',
      'hop',
      'hoping',
      'a1',
    );
    const beginning = (text: string) => sequenceOfTerm({ kind: 'prefix', text: text.slice(0, 3) });
    const forms = fc.constantFrom(
      (text: string) => [word(text)],
      (text: string) => [sequenceOf(text)],
      (text: string) => [beginning(text)],
      (text: string) => [word(text), beginning(text)],
    );
    // A word that is two forms of one thing is marked once.
    const places = (hits: readonly Hit[]) => [
      ...new Set(hits.map(({ of, start, end }) => `${of} at ${start} to ${end}`)),
    ];
    const gaps = fc.constantFrom(
      ' ',
      '\n',
      '-',
      "'s ",
      ', ',
      '_',
      'é ',
      '\0',
      'x'.repeat(70),
      ' 港',
    );
    fc.assert(
      fc.property(
        fc.array(fc.tuple(words, gaps), { maxLength: 30 }),
        fc.array(fc.tuple(words, forms), { minLength: 1, maxLength: 3 }),
        (parts, asked) => {
          const text = parts.flat().join('');
          const things = asked.map(([each, formsOf]) => formsOf(each));
          expect(places(new ShownHits(things).findAll(text))).toEqual(
            places(new HitFinder(things).find(text)),
          );
        },
      ),
    );
  });

  it('of a passage are all that the tokens give where it stands, however they were looked for', () => {
    const words = fc.constantFrom('ferry', 'Ferries', 'strike', 'striking', 'a', 'hope', 'ferrous');
    const gaps = fc.constantFrom(
      ' ',
      '\n\n',
      ', ',
      "'s ",
      'é ',
      ' 港 ',
      ` ${'x'.repeat(130)} `,
      ' so '.repeat(60),
    );
    const finder = new HitFinder([[word('ferry')], [word('strike')]]);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(words, gaps), { maxLength: 40 }),
        fc.nat(40),
        fc.nat(3),
        (parts, from, count) => {
          const text = parts.flat().join('');
          const start = parts.slice(0, from).flat().join('').length;
          const end = parts
            .slice(0, from + count)
            .flat()
            .join('').length;
          const hidden = start < end ? [{ start, end }] : [];
          const shown = new ShownHits([[word('ferry')], [word('strike')]]);
          const hits = shown.findPassage(text, passageWidth, hidden);
          const all = finder.find(text);
          for (const hit of hits) expect(all).toContainEqual(hit);
          const passage = bestPassage(text, hits, { hidden });
          expect(passage).toEqual(bestPassage(text, all, { hidden }));
          expect(passage.snippet.hits).toEqual(
            finder.find(passage.snippet.text).map(({ start, end }) => [start, end]),
          );
        },
      ),
      { numRuns: 500 },
    );
  });

  it('of a passage are all there behind thousands in hidden lines', () => {
    const share = 'ferry '.repeat(4999);
    const text = `${share}\n\nA ferry, one ferry and no other ferry.`;
    const hidden = [{ start: 0, end: share.length }];
    const hits = new ShownHits([[word('ferry')]]).findPassage(text, passageWidth, hidden);
    const { snippet } = bestPassage(text, hits, { hidden });
    expect(snippet.text).toContain('A ferry, one ferry and no other ferry.');
    expect(snippet.hits).toHaveLength(3);
  });

  it('reach the end of a long text', () => {
    const text = `${'filler words here '.repeat(60_000)}needle`;
    expect(marked(text, 'needle')).toEqual(['needle']);
  });
});

describe('the best passage', () => {
  const finder = new HitFinder([[word('ferry')], [word('strike')]]);
  const passage = (text: string, hidden: { start: number; end: number }[] = []) =>
    bestPassage(text, finder.find(text), { hidden });

  it('shows most of what was asked for and where it stands', () => {
    const text = `The ferry sails. ${'Nothing here. '.repeat(50)}A strike stops\n\nthe  ferry. ${'More. '.repeat(80)}`;
    const { snippet, first } = passage(text);
    expect(text.slice(first.start, first.end)).toBe('strike');
    expect(snippet.text).toContain('A strike stops the ferry.');
    expect(snippet.hits.map(([start, end]) => snippet.text.slice(start, end))).toEqual([
      'strike',
      'ferry',
    ]);
    expect(snippet.text.startsWith('…') && snippet.text.endsWith('…')).toBe(true);
  });

  it('shows two places where what was asked for stands far apart', () => {
    const filler = 'Nothing to see in here. '.repeat(40);
    const text = `${filler}The ferry sails at noon. ${filler}A ferry again. ${filler}The strike goes on. ${filler}`;
    const { snippet, first } = passage(text);
    expect(text.slice(first.start, first.end)).toBe('ferry');
    expect(snippet.text).toMatch(/^….*The ferry sails at noon\..*….*The strike goes on\..*…$/);
    expect(snippet.text).not.toContain('……');
    expect(snippet.text.length).toBeLessThan(320);
    expect(snippet.hits.map(([start, end]) => snippet.text.slice(start, end))).toEqual([
      'ferry',
      'strike',
    ]);
    expect(passage(`Strike. ${filler}The ferry`).snippet.text).toMatch(
      /^Strike\. .*… .*The ferry$/,
    );
  });

  it('prefers words that are not hidden', () => {
    const text = `Share: ferry. ${'Nothing here. '.repeat(50)}The ferry sails.`;
    expect(passage(text, [{ start: 0, end: 13 }]).first.start).toBeGreaterThan(100);
  });

  it('is made of visible lines, and of hidden ones where nothing else matches', () => {
    const text = 'Sign up now\n\nCrews of the ferry rest.\n\nShare: ferry\n\nThe strike goes on.';
    const hidden = ['Sign up now', 'Share: ferry'].map((line) => {
      const start = text.indexOf(line);
      return { start, end: start + line.length };
    });
    const { snippet } = passage(text, hidden);
    expect(snippet.text).toBe('Crews of the ferry rest. The strike goes on.');
    expect(snippet.hits.map(([start, end]) => snippet.text.slice(start, end))).toEqual([
      'ferry',
      'strike',
    ]);
    expect(passage('Nobody rests.\n\nShare: ferry', [{ start: 15, end: 27 }]).snippet.text).toBe(
      'Nobody rests. Share: ferry',
    );
  });

  it('shows of the hidden lines only those that match, where no other does', () => {
    const text = 'A ferry at last\n\nSign up now\n\nNobody rests.';
    const hidden = ['A ferry at last', 'Sign up now'].map((line) => {
      const start = text.indexOf(line);
      return { start, end: start + line.length };
    });
    expect(passage(text, hidden).snippet.text).toBe('A ferry at last · Nobody rests.');
  });

  it.each([
    ['By A. Writer\n\nHARBOUR — The ferry', 'By A. Writer · HARBOUR — The ferry', ['ferry']],
    ['What now\nStrike, ferry', 'What now Strike, ferry', ['Strike', 'ferry']],
    ['“The ferry sails.”\n\nThe strike', '“The ferry sails.” The strike', ['ferry', 'strike']],
    ['the ferry\n \n   Strike\n\nand', 'the ferry · Strike and', ['ferry', 'Strike']],
  ])('shows where a paragraph ends that is no sentence: %j', (text, shown, marked) => {
    const { snippet } = passage(text);
    expect(snippet.text).toBe(shown);
    expect(snippet.hits.map(([start, end]) => snippet.text.slice(start, end))).toEqual(marked);
  });

  it('shows so each line of what has no lines of a fixed width', () => {
    const text = 'What now\nStrike\nferry\nThe end';
    const { snippet } = bestPassage(text, finder.find(text), { ends: 'line' });
    expect(snippet.text).toBe('What now · Strike ferry · The end');
    expect(snippet.hits.map(([start, end]) => snippet.text.slice(start, end))).toEqual([
      'Strike',
      'ferry',
    ]);
  });

  it('is the beginning where nothing is marked', () => {
    expect(passage('No boats today.').snippet).toEqual({ text: 'No boats today.', hits: [] });
  });

  it('marks exactly the words, in any text', () => {
    fc.assert(
      fc.property(fc.array(trickyText, { maxLength: 40 }), (parts) => {
        const text = parts
          .map((part, n) => `${part}${n % 9 === 8 ? ' strike' : ''}`)
          .join(' ferry ');
        const { snippet, first } = passage(text);
        const third = Math.floor(text.length / 3);
        const hiding = passage(text, [{ start: third, end: 2 * third }]).snippet;
        for (const [start, end] of hiding.hits) {
          expect(hiding.text.slice(start, end).toLowerCase()).toMatch(/f|s/);
        }
        for (const [start, end] of snippet.hits) {
          const marked = tokens(snippet.text.slice(start, end)).map(({ term }) => stem(term));
          expect(marked.some((term) => term === 'ferri' || term === 'strike')).toBe(true);
        }
        if (parts.length > 1) {
          expect(text.slice(first.start, first.end).toLowerCase()).toContain('f');
          expect(snippet.hits.length).toBeGreaterThan(0);
        }
      }),
    );
  });
});
