import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blocksOf, content, paragraph, text } from './content.ts';
import { mergeDocuments, mergeStretches, type MergeSide } from './merge-documents.ts';

const made = (...words: string[]) => content(...words.map((each) => paragraph(text(each))));
const wordsOf = (document: ReturnType<typeof made>) =>
  blocksOf(document).map(({ children = [] }) => children.map((node) => node['text']).join(''));
const proposed = (base: string[] | null, theirs: string[], mine: string[]) => {
  const stretches = mergeStretches(
    base === null ? null : made(...base),
    made(...theirs),
    made(...mine),
  );
  return wordsOf(
    mergeDocuments(stretches, (index) => {
      const stretch = stretches[index];
      return stretch?.kind === 'differs' ? stretch.proposed : 'mine';
    }),
  );
};

describe('merging two states of a document', () => {
  it('proposes to keep what only one side changed, put in or took out', () => {
    expect(proposed(['a', 'b', 'c'], ['a!', 'b', 'c'], ['a', 'b', 'c!'])).toEqual([
      'a!',
      'b',
      'c!',
    ]);
    expect(proposed(['a', 'c'], ['a', 'b', 'c'], ['a', 'c', 'd'])).toEqual(['a', 'b', 'c', 'd']);
    expect(proposed(['a', 'b', 'c'], ['b', 'c'], ['a', 'b'])).toEqual(['b']);
  });

  it('proposes to keep both where both changed the same, or nobody knows who did', () => {
    expect(proposed(['a', 'b'], ['a1', 'b'], ['a2', 'b'])).toEqual(['a1', 'a2', 'b']);
    expect(proposed(null, ['a', 'b'], ['a', 'c'])).toEqual(['a', 'b', 'c']);
  });

  it('gives back either side whole when it is chosen throughout', () => {
    const words = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 8 });
    fc.assert(
      fc.property(fc.option(words), words, words, (base, theirs, mine) => {
        const stretches = mergeStretches(
          base === null ? null : made(...base),
          made(...theirs),
          made(...mine),
        );
        const all = (side: MergeSide) => wordsOf(mergeDocuments(stretches, () => side));
        expect(all('mine')).toEqual(mine);
        expect(all('theirs')).toEqual(theirs);
        for (const word of [...theirs, ...mine]) expect(all('both')).toContain(word);
      }),
    );
  });

  it('takes blocks for the same that another program wrote with other defaults', () => {
    const bare = content({ type: 'paragraph', children: [{ type: 'text', text: 'a' }] });
    expect(mergeStretches(null, bare, made('a'))).toMatchObject([{ kind: 'same' }]);
  });
});
