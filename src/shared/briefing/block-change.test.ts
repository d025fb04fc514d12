import fc from 'fast-check';
import { expect, test } from 'vitest';
import { blockChange, withBlockChange } from './block-change.ts';
import { content, paragraph, text } from './content.ts';

const pool = ['a', 'b', 'c', 'd', 'e'].map((word) => paragraph(text(word)));
const state = fc
  .array(fc.nat(pool.length - 1), { maxLength: 8 })
  .map((picks) => content(...picks.flatMap((pick) => pool[pick] ?? [])));

test('a change leads from one state of a document to the other', () => {
  fc.assert(
    fc.property(state, state, (from, to) => {
      expect(withBlockChange(from, blockChange(from, to))).toEqual(to);
    }),
  );
});

test('one changed paragraph is sent, however long the document', () => {
  const from = content(...Array.from({ length: 1000 }, (_, n) => paragraph(text(`${n}`))));
  const children = from.root.children.with(500, paragraph(text('anew')));
  expect(blockChange(from, { root: { ...from.root, children } })).toMatchObject({
    start: 500,
    removed: 1,
    blocks: [{ type: 'paragraph' }],
  });
});

test('blocks that are not there cannot be changed', () => {
  expect(() => withBlockChange(content(), { start: 0, removed: 1, blocks: [] })).toThrow(
    /0 blocks/,
  );
});
