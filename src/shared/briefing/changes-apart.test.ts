import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { afterEdits, changesApart } from './changes-apart.ts';
import { blocksOf, content, paragraph, text } from './content.ts';

const made = (words: readonly string[]) => content(...words.map((each) => paragraph(text(each))));
const wordsOf = (blocks: ReturnType<typeof blocksOf>) =>
  blocks.map(({ children = [] }) => children.map((node) => node['text']).join(''));

/** The words of both, or null where a person has to decide. */
function together(base: readonly string[], theirs: readonly string[], mine: readonly string[]) {
  const page = made(mine);
  const edits = changesApart(made(base), made(theirs), page);
  return edits === null ? null : wordsOf(afterEdits(blocksOf(page), edits));
}

describe('putting together what two places did to a document', () => {
  it('takes in paragraphs changed, put in and taken out elsewhere', () => {
    const base = ['a', 'b', 'c', 'd', 'e'];
    expect(together(base, ['a', 'b', 'c', 'd!', 'e'], ['a!', 'b', 'c', 'd', 'e'])).toEqual([
      'a!',
      'b',
      'c',
      'd!',
      'e',
    ]);
    expect(together(base, ['a', 'c', 'd', 'e'], ['a', 'b', 'c', 'd', 'new', 'e'])).toEqual([
      'a',
      'c',
      'd',
      'new',
      'e',
    ]);
    expect(together(base, [...base, 'last'], ['first', ...base])).toEqual([
      'first',
      ...base,
      'last',
    ]);
  });

  it('takes in a change of the very next paragraph', () => {
    expect(together(['a', 'b'], ['a', 'b!'], ['a!', 'b'])).toEqual(['a!', 'b!']);
    expect(together(['a', 'b'], ['a!', 'b'], ['a', 'b!'])).toEqual(['a!', 'b!']);
  });

  it('takes for done what both did alike', () => {
    expect(together(['a', 'b', 'c'], ['a!', 'b', 'c!'], ['a!', 'b', 'c'])).toEqual([
      'a!',
      'b',
      'c!',
    ]);
    expect(together(['a'], ['b', 'c'], ['b', 'c'])).toEqual(['b', 'c']);
  });

  it('leaves to a person what both changed, took out, or put in at one place', () => {
    expect(together(['a', 'b'], ['a1', 'b'], ['a2', 'b'])).toBeNull();
    expect(together(['a', 'b'], ['b'], ['a!', 'b'])).toBeNull();
    expect(together(['a', 'b'], ['a', 'x', 'b'], ['a', 'y', 'b'])).toBeNull();
    expect(together(['a', 'b'], ['a', 'x', 'b'], ['a!', 'b'])).toBeNull();
    expect(together([], ['x'], ['y'])).toBeNull();
  });

  it('is the other side where only that changed anything', () => {
    const words = fc.array(fc.constantFrom('', 'a', 'b', 'c'), { maxLength: 8 });
    fc.assert(
      fc.property(words, words, (base, other) => {
        expect(together(base, other, base)).toEqual(other);
        expect(together(base, base, other)).toEqual(other);
      }),
    );
  });

  it('loses nothing that either side changed, and changes nothing else', () => {
    type Deed = 'keep' | 'change' | 'remove' | 'add after';
    const deed = fc.constantFrom<Deed>('keep', 'change', 'remove', 'add after');
    const doings = fc.array(fc.record({ mine: deed, theirs: deed }), { maxLength: 10 });
    const done = (what: Deed, who: string, index: number) => {
      if (what === 'keep') return [`old ${index}`];
      if (what === 'change') return [`${who} ${index}`];
      return what === 'remove' ? [] : [`old ${index}`, `${who} ${index}`];
    };
    fc.assert(
      fc.property(doings, (paragraphs) => {
        const sideOf = (who: 'mine' | 'theirs') =>
          paragraphs.flatMap((each, i) => done(each[who], who, i));
        const merged = together(
          paragraphs.map((_, i) => `old ${i}`),
          sideOf('theirs'),
          sideOf('mine'),
        );
        if (merged === null) return;
        for (const who of ['mine', 'theirs'] as const) {
          const own = (words: readonly string[]) => words.filter((word) => word.startsWith(who));
          expect(own(merged)).toEqual(own(sideOf(who)));
        }
        // Of what there was before stands what both left.
        const left = sideOf('mine').filter((word) => sideOf('theirs').includes(word));
        expect(merged.filter((word) => word.startsWith('old'))).toEqual(left);
      }),
    );
  });
});
