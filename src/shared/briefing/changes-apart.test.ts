import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { afterEdits, changesApart } from './changes-apart.ts';
import type { LexicalContent } from '../model/document.ts';
import {
  blocksOf,
  content,
  list,
  listItem,
  paragraph,
  table,
  tableCell,
  tableRow,
  text,
  type ContentNode,
} from './content.ts';

const made = (words: readonly string[]) => content(...words.map((each) => paragraph(text(each))));
const wordsOf = (blocks: ReturnType<typeof blocksOf>) =>
  blocks.map(({ children = [] }) => children.map((node) => node['text']).join(''));

/** The words of both, or null where a person has to decide. */
function together(base: readonly string[], theirs: readonly string[], mine: readonly string[]) {
  const page = made(mine);
  const edits = changesApart(made(base), made(theirs), page);
  return edits === null ? null : wordsOf(afterEdits(blocksOf(page), edits));
}

const listed = (words: readonly string[]) =>
  content(
    list(false, 1, ...words.map((each, i) => listItem(i + 1, text(each)))),
    paragraph(text('end')),
  );
const tabled = (rows: readonly (readonly string[])[]) =>
  content(
    table(
      ...rows.map((cells) =>
        tableRow(...cells.map((cell) => tableCell(false, paragraph(text(cell))))),
      ),
    ),
  );
const allWords = (node: ContentNode): string[] =>
  typeof node['text'] === 'string' ? [node['text']] : (node.children ?? []).flatMap(allWords);

/** The words of both, whatever holds them. */
function joined(base: LexicalContent, theirs: LexicalContent, mine: LexicalContent) {
  const edits = changesApart(base, theirs, mine);
  return edits === null ? null : afterEdits(blocksOf(mine), edits).flatMap(allWords);
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

  it('takes in other items of the same list and other cells of the same table', () => {
    const items = ['a', 'b', 'c'];
    expect(joined(listed(items), listed(['a!', 'b', 'c']), listed(['a', 'b', 'c!', 'd']))).toEqual([
      'a!',
      'b',
      'c!',
      'd',
      'end',
    ]);
    expect(joined(listed(items), listed(['b', 'c']), listed(['a', 'b', 'c!']))).toEqual([
      'b',
      'c!',
      'end',
    ]);
    expect(joined(listed(items), listed(['a1', 'b', 'c']), listed(['a2', 'b', 'c']))).toBeNull();
    const rows = [
      ['a', 'b'],
      ['c', 'd'],
    ];
    const theirs = tabled([
      ['a!', 'b'],
      ['c', 'd'],
      ['e', 'f'],
    ]);
    expect(
      joined(
        tabled(rows),
        theirs,
        tabled([
          ['a', 'b!'],
          ['c', 'd'],
        ]),
      ),
    ).toEqual(['a!', 'b!', 'c', 'd', 'e', 'f']);
    expect(joined(tabled(rows), theirs, listed(items))).toBeNull();
  });

  it('leaves a list whose kind one side changed and whose items the other did', () => {
    const item = (words: string) => listItem(1, text(words));
    const base = content(list(false, 1, item('a'), item('b')));
    const numbered = content(list(true, 1, item('a'), item('b')));
    expect(joined(base, numbered, content(list(false, 1, item('a'), item('b!'))))).toBeNull();
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

  it.each(['paragraphs', 'items'])('loses nothing of %s that either side changed', (kind) => {
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
        const was = paragraphs.map((_, i) => `old ${i}`);
        const merged =
          kind === 'paragraphs'
            ? together(was, sideOf('theirs'), sideOf('mine'))
            : joined(listed(was), listed(sideOf('theirs')), listed(sideOf('mine')))?.slice(0, -1);
        if (merged == null) return;
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
